import { type ReactNode, useId } from 'react'

type Props = { title: string; hint?: ReactNode; children: ReactNode }

/** One part of the settings: its name at the left on a wide screen, above on a narrow one. */
export function Section({ title, hint, children }: Props) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-4 border-hairline border-t py-7 first:border-t-0 lg:grid-cols-[200px_minmax(0,1fr)]"
    >
      <div>
        <h2 id={id} className="font-semibold text-base">
          {title}
        </h2>
        {hint ? <p className="mt-1 text-balance text-ink-faint text-xs">{hint}</p> : null}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
