'use client'
import { useTranslations } from 'next-intl'
import { Button } from '../ui/button'

/** The accounts of the demo post office; everybody may know their password. */
const DEMO_PASSWORD = 'posthorn'

type Props = { isBusy: boolean; onPick: (email: string, password: string) => void }

export function DemoAccounts({ isBusy, onPick }: Props) {
  const t = useTranslations('signIn')
  return (
    <section aria-label={t('demo.title')} className="mt-4 border-hairline border-t pt-5">
      <p className="text-ink-soft text-sm">
        <strong className="font-semibold text-ink">{t('demo.title')}.</strong> {t('demo.text')}
      </p>
      <div className="mt-3 grid grid-cols-2 gap-2">
        <Button
          disabled={isBusy}
          onClick={() => onPick('alice@alice.localhost', DEMO_PASSWORD)}
          className="h-9"
        >
          {t('demo.alice')}
        </Button>
        <Button disabled={isBusy} onClick={() => onPick('bob@bob.localhost', DEMO_PASSWORD)} className="h-9">
          {t('demo.bob')}
        </Button>
      </div>
    </section>
  )
}
