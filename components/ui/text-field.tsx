import { clsx } from 'clsx'
import { type InputHTMLAttributes, type Ref, useId } from 'react'
import { controlClass, describedBy, FieldFrame, type FieldLabels } from './field-frame'

type TextFieldProps = FieldLabels &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & { ref?: Ref<HTMLInputElement> }

export function TextField({ label, hint, error, hideLabel, className, ...rest }: TextFieldProps) {
  const id = useId()
  const labels = { label, hint, error, hideLabel }
  return (
    <FieldFrame id={id} {...labels}>
      <input
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, labels)}
        className={clsx(controlClass, 'h-9', className)}
        {...rest}
      />
    </FieldFrame>
  )
}
