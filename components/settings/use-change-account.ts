'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { changeAccount } from '@/lib/api-client/account'
import type { Account, AccountChange } from '@/lib/contract/account'
import { useProblemText } from '../live/problem-text'
import { keys } from '../live/query-keys'
import { rememberDensity, rememberLocale, rememberTheme } from '../preferences/remember-preferences'
import { showToast } from '../ui/toast-store'

/** Shown at once, then saved; put back with the reason when the server refuses. */
export function useChangeAccount() {
  const t = useTranslations('settings')
  const client = useQueryClient()
  const router = useRouter()
  const problem = useProblemText()

  const show = (account: Account) => {
    client.setQueryData(keys.account, account)
    rememberTheme(account.theme)
    rememberDensity(account.density)
    rememberLocale(account.locale)
  }
  return useMutation({
    mutationFn: (change: AccountChange) => changeAccount(change),
    onMutate: (change) => {
      const before = client.getQueryData<Account>(keys.account)
      if (before) show({ ...before, ...change })
      return { before }
    },
    onError: (error, _change, context) => {
      if (context?.before) show(context.before)
      showToast({ text: t('notSaved', { reason: problem(error).text }), tone: 'danger' })
    },
    onSuccess: (account, change) => {
      show(account)
      showToast({ id: 'settings-saved', text: t('saved'), tone: 'success', lastsMs: 2_500 })
      // the server renders the language and the density
      if ('locale' in change || 'density' in change) router.refresh()
    },
  })
}
