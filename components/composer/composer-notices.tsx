'use client'
import { CircleAlert, GitCompareArrows, Info } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { leaveForSignIn } from '../live/sign-out'
import { Button } from '../ui/button'
import { NoticeLine } from '../ui/notice-line'
import { showToast } from '../ui/toast-store'
import { type Obstacle, warningsOf } from './composer-warnings'
import type { Composition, SendProblem } from './composition'
import { keepBoth, keepMine, takeTheirs } from './open-draft'

/** One quiet line each, above the footer: a conflict, why it was not sent, what stands in the way, what to mind. */
export function ComposerNotices({
  composition,
  obstacles,
}: {
  composition: Composition
  obstacles: Obstacle[]
}) {
  const t = useTranslations('composer')
  const { save, send } = composition
  const isSignedOut = save.kind === 'on-this-device' && save.why === 'signed-out'
  return (
    <div className="flex flex-col px-4 py-1 empty:hidden">
      {save.kind === 'conflict' ? <ConflictLine composeKey={composition.key} /> : null}
      {send.kind === 'failed' ? <SendFailedLine problem={send.problem} /> : null}
      {isSignedOut && send.kind !== 'failed' ? (
        <NoticeLine icon={Info} tone="warning" role="status" action={<SignInAgain />}>
          {t('saveState.signed-out')}
        </NoticeLine>
      ) : null}
      {obstacles.map((obstacle) => (
        <NoticeLine key={obstacle} icon={CircleAlert} tone="danger" role="alert">
          {t(`obstacle.${obstacle}`)}
        </NoticeLine>
      ))}
      {worthAWord(composition).map((warning) => (
        <NoticeLine key={warning} icon={Info} role="status">
          {t(`warning.${warning}`)}
        </NoticeLine>
      ))}
    </div>
  )
}

/** A missing subject is worth a word once the message itself is written, not before. */
function worthAWord(composition: Composition) {
  return composition.text.trim() === '' || composition.edits === 0 ? [] : warningsOf(composition)
}

function ConflictLine({ composeKey }: { composeKey: string }) {
  const t = useTranslations('composer')
  const common = useTranslations('common')
  const settle = (act: (key: string) => Promise<void> | void) => async () => {
    try {
      await act(composeKey)
    } catch {
      showToast({ text: common('error.unreachable'), tone: 'danger' })
    }
  }
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1 text-xs">
      <GitCompareArrows size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-warning" />
      <span className="min-w-48 flex-1 text-ink-soft">
        {t('conflict.title')} {t('conflict.body')}
      </span>
      <span className="flex gap-1.5">
        <Button size="sm" onClick={settle(keepMine)}>
          {t('conflict.mine')}
        </Button>
        <Button size="sm" onClick={settle(takeTheirs)}>
          {t('conflict.theirs')}
        </Button>
        <Button size="sm" onClick={settle(keepBoth)}>
          {t('conflict.both')}
        </Button>
      </span>
    </div>
  )
}

function SendFailedLine({ problem }: { problem: SendProblem }) {
  const words = useProblemWords(problem)
  return (
    <NoticeLine
      icon={CircleAlert}
      tone="danger"
      role="alert"
      action={problem.code === 'signed-out' ? <SignInAgain /> : undefined}
    >
      {words}
    </NoticeLine>
  )
}

const fieldNames = [
  'to',
  'cc',
  'bcc',
  'subject',
  'text',
  'html',
  'uploads',
  'forwardAttachments',
  'mailboxId',
] as const

function useProblemWords({ code, message, fields }: SendProblem): string {
  const t = useTranslations('composer')
  if (code === 'offline' || code === 'signed-out' || code === 'already-taken' || code === 'too-many')
    return t(`sendFailed.${code}`)
  const [first] = fields
  if (!first) return t('sendFailed.other', { reason: message })
  const root = first.path.split(/[.[]/)[0]
  const name = fieldNames.find((candidate) => candidate === root) ?? 'other'
  return t('sendFailed.field', { field: t(`fieldName.${name}`), reason: first.message })
}

function SignInAgain() {
  const t = useTranslations('composer')
  return (
    <Button size="sm" onClick={leaveForSignIn}>
      {t('signInAgain')}
    </Button>
  )
}
