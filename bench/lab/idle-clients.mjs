// The floor of the memory benchmark: bare imapflow clients in IDLE, one a mailbox, and nothing else.
// Standard input: {port, ca, users: [{address, password}]}. Prints "idle" when all wait; ends with its input.
import { ImapFlow } from 'imapflow'

process.stdin.once('data', async (input) => {
  const { port, ca, users } = JSON.parse(String(input))
  for (const { address, password } of users) {
    const auth = { user: address, pass: password }
    const client = new ImapFlow({ host: 'localhost', port, secure: true, tls: { ca }, auth, logger: false })
    client.on('error', () => process.exit(1))
    await client.connect()
    await client.mailboxOpen('INBOX')
    void client.idle()
  }
  console.log('idle')
})
process.stdin.once('end', () => process.exit(0))
