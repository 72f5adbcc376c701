import { MailboxSyntaxError, parseMailbox } from '../../mail/parse-mailbox'
import { AppError, badField, type FieldError } from '../../platform/errors'

export type Recipient = { kind: 'to' | 'cc' | 'bcc'; name: string; address: string }

const MOST = 500
const KINDS = ['to', 'cc', 'bcc'] as const

/**
 * Everybody a message goes to, by the strict grammar of lib/mail. Throws bad-input that names every bad field, for
 * example `to.0`. Nobody gets two copies: of the same address the first place counts.
 */
export function recipientsOf(typed: { to: string[]; cc: string[]; bcc: string[] }): Recipient[] {
  const problems: FieldError[] = []
  const all = KINDS.flatMap((kind) =>
    typed[kind].flatMap((text, at): Recipient[] => {
      try {
        return [{ kind, ...parseMailbox(text) }]
      } catch (error) {
        if (!(error instanceof MailboxSyntaxError)) throw error
        problems.push({ path: `${kind}.${at}`, message: error.message })
        return []
      }
    }),
  )
  if (problems.length > 0) throw badFields(problems)
  if (all.length === 0) throw badField('to', 'at least one recipient is needed')
  const unique = withoutDoubles(all)
  if (unique.length > MOST) throw badField('to', `a message goes to at most ${MOST} recipients`)
  return unique
}

function badFields(fields: FieldError[]): AppError {
  const message = fields.map((field) => `${field.path}: ${field.message}`).join('; ')
  return new AppError('bad-input', 'bad-input', message, { fields })
}

/** Local parts are compared as they are: only the receiving server may say that case does not matter. */
function withoutDoubles(all: Recipient[]): Recipient[] {
  const seen = new Set<string>()
  return all.filter(({ address }) => !seen.has(address) && seen.add(address))
}
