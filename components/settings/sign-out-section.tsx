'use client'
import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { AlertDialog } from '../ui/alert-dialog'
import { Button } from '../ui/button'
import { showToast } from '../ui/toast-store'
import { Section } from './section'
import { saveBeforeLeaving, signOutForGood } from './sign-out-for-good'

/** Signs out after saving what is being written; asks when that cannot be saved. */
export function SignOutSection() {
  const t = useTranslations('settings.signOut')
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const leave = async () => {
    setBusy(true)
    if (!(await signOutForGood())) {
      showToast({ text: t('failed'), tone: 'danger' })
      setBusy(false)
    }
  }
  const press = async () => {
    setBusy(true)
    if (await saveBeforeLeaving()) return leave()
    setBusy(false)
    setAsking(true)
  }
  return (
    <Section title={t('title')} hint={t('hint')}>
      <Button onClick={() => void press()} disabled={isBusy}>
        <LogOut size={16} strokeWidth={1.75} aria-hidden />
        {t('button')}
      </Button>
      <AlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('title')}
        description={t('unsaved')}
        cancelLabel={t('stay')}
        confirmLabel={t('anyway')}
        tone="danger"
        onConfirm={() => void leave()}
      />
    </Section>
  )
}
