import { getTranslations } from 'next-intl/server'
import { PostHorn } from './post-horn'

/** The calm half of the sign-in page: the horn, and what this house is for.  */
export async function SignInPanel() {
  const t = await getTranslations('signIn')
  return (
    <aside className="relative hidden flex-col justify-between overflow-hidden border-hairline border-r bg-paper p-12 text-ink lg:flex">
      <p className="flex items-center gap-2.5 font-semibold text-lg">Posthorn</p>
      <PostHorn className="w-[min(460px,88%)] text-ink" />
      <div className="max-w-[420px]">
        <p className="text-balance font-semibold text-xl">{t('motto')}</p>
        <p className="mt-2 text-base text-ink-soft">{t('mottoMore')}</p>
        <ol className="mt-8 flex items-center text-ink-faint text-xs">
          <Stop name={t('stops.written')} />
          <Way />
          <Stop name={t('stops.onItsWay')} isNow />
          <Way />
          <Stop name={t('stops.arrived')} />
        </ol>
      </div>
    </aside>
  )
}

function Stop({ name, isNow }: { name: string; isNow?: boolean }) {
  return (
    <li className="flex items-center gap-2">
      <span aria-hidden className={`size-2 rounded-full ${isNow ? 'bg-signal' : 'border border-outline'}`} />
      <span className={isNow ? 'text-ink' : undefined}>{name}</span>
    </li>
  )
}

function Way() {
  return <li aria-hidden className="mx-3 h-px w-10 bg-outline" />
}
