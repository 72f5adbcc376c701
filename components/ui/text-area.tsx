import { clsx } from 'clsx'
import { type Ref, type TextareaHTMLAttributes, useId } from 'react'
import { controlClass, describedBy, FieldFrame, type FieldLabels } from './field-frame'

type TextAreaProps = FieldLabels &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> & { ref?: Ref<HTMLTextAreaElement> }

export function TextArea({ label, hint, error, hideLabel, className, rows = 4, ...rest }: TextAreaProps) {
  const id = useId()
  const labels = { label, hint, error, hideLabel }
  return (
    <FieldFrame id={id} {...labels}>
      <textarea
        id={id}
        rows={rows}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, labels)}
        className={clsx(controlClass, 'py-2', className)}
        {...rest}
      />
    </FieldFrame>
  )
}
