import { Client } from 'pg'
import { WORK_CHANNEL, WorkHint } from '../lib/domain/mailboxes/ask-worker'
import { log } from '../lib/platform/log'

const PING_MS = 15_000

/**
 * A connection to PostgreSQL that hears what there is to do and holds the locks of the mailboxes this worker watches.
 * When it is lost, so are the locks: then another worker may take the mailboxes over.
 */
export class WorkLine {
  readonly lost: Promise<void>
  private last: Promise<unknown> = Promise.resolve()

  private constructor(
    private readonly client: Client,
    onHint: (hint: WorkHint) => void,
  ) {
    this.lost = new Promise((resolve) => {
      client.once('error', () => resolve())
      client.once('end', () => resolve())
    })
    client.on('notification', ({ payload }) => {
      const hint = WorkHint.safeParse(readJson(payload ?? ''))
      if (hint.success) onHint(hint.data)
    })
  }

  static async open(onHint: (hint: WorkHint) => void): Promise<WorkLine> {
    const client = new Client({
      connectionString: process.env.DATABASE_URL,
      application_name: 'posthorn worker',
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
      keepAlive: true,
    })
    const line = new WorkLine(client, onHint)
    await client.connect()
    await client.query(`LISTEN ${WORK_CHANNEL}`)
    return line
  }

  /** True when no other worker has this mailbox. */
  async takeMailbox(mailboxId: string): Promise<boolean> {
    const answer = await this.ask('SELECT pg_try_advisory_lock(hashtextextended($1, 2)) AS yes', [mailboxId])
    return answer.rows[0]?.yes === true
  }

  async leaveMailbox(mailboxId: string): Promise<void> {
    await this.ask('SELECT pg_advisory_unlock(hashtextextended($1, 2)) AS yes', [mailboxId])
  }

  /** A half-dead socket is noticed by asking. */
  keepAlive(): NodeJS.Timeout {
    const timer = setInterval(() => {
      this.ask('SELECT true AS yes', []).catch((error: unknown) => {
        log.warn({ err: error }, 'the work line is dead')
        void this.close()
      })
    }, PING_MS)
    timer.unref()
    return timer
  }

  /** One question at a time: a pg client does not take two. */
  private ask(sql: string, values: string[]): Promise<{ rows: { yes: boolean }[] }> {
    const answer = this.last.then(() => this.client.query<{ yes: boolean }>(sql, values))
    this.last = answer.catch(() => undefined)
    return answer
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined)
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
