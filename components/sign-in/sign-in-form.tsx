'use client'
import { CircleAlert, Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { hasCopies } from '../composer/local-copies'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { TextField } from '../ui/text-field'
import { DemoAccounts } from './demo-accounts'
import { failureWords } from './sign-in-failure'
import { useSignIn } from './use-sign-in'

/** `next` is the page to go to afterwards, already known to be ours. */
export function SignInForm({ isDemo, next }: { isDemo: boolean; next: string }) {
  const t = useTranslations('signIn')
  const { state, submit } = useSignIn(next)
  const [missing, setMissing] = useState<'email' | 'password' | null>(null)
  const [isShown, setShown] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const isBusy = state.kind === 'busy'

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const [email, password] = [String(fields.get('email') ?? '').trim(), String(fields.get('password') ?? '')]
    const lacking = email === '' ? 'email' : password === '' ? 'password' : null
    setMissing(lacking)
    if (lacking) form.current?.querySelector<HTMLInputElement>(`[name=${lacking}]`)?.focus()
    else void submit(email, password)
  }

  return (
    <>
      <KeptWords />
      <form ref={form} onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
        <TextField
          name="email"
          label={t('email')}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          error={missing === 'email' ? t('missing.email') : undefined}
        />
        <div className="relative">
          <TextField
            name="password"
            label={t('password')}
            type={isShown ? 'text' : 'password'}
            autoComplete="current-password"
            className="pr-11"
            error={missing === 'password' ? t('missing.password') : undefined}
          />
          <IconButton
            icon={isShown ? EyeOff : Eye}
            size="sm"
            bare
            label={t(isShown ? 'hidePassword' : 'showPassword')}
            onClick={() => setShown(!isShown)}
            className="absolute top-[30px] right-1 pointer-coarse:top-[34px]"
          />
        </div>
        {state.kind === 'failed' ? <Failure failure={state.failure} /> : null}
        <Button type="submit" tone="primary" disabled={isBusy} className="h-10">
          {isBusy ? t('submitting') : t('submit')}
        </Button>
        <p role="status" className="min-h-4 text-ink-faint text-xs">
          {state.kind === 'busy' && state.isSlow ? t('longer') : null}
        </p>
      </form>
      {isDemo ? (
        <DemoAccounts isBusy={isBusy} onPick={(email, password) => void submit(email, password)} />
      ) : null}
    </>
  )
}

/** Somebody was signed out while writing: said only when there is something to come back to. */
function KeptWords() {
  const t = useTranslations('signIn')
  const [isKept, setKept] = useState(false)
  useEffect(() => setKept(hasCopies()), [])
  return isKept ? (
    <p role="status" className="-mt-3 mb-5 text-ink-soft text-sm">
      {t('kept')}
    </p>
  ) : null
}

function Failure({ failure }: { failure: string }) {
  const t = useTranslations('signIn')
  const { what, step } = failureWords(failure)
  return (
    <div role="alert" className="flex gap-2 text-danger text-sm">
      <CircleAlert size={18} strokeWidth={1.75} aria-hidden className="mt-px shrink-0" />
      <div>
        <p>{t(what)}</p>
        {step ? <p className="mt-1 text-ink-soft">{t(step)}</p> : null}
      </div>
    </div>
  )
}
