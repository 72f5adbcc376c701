// A worker process that only sends and files, for tests that kill it.
import { startFileSent } from '../../worker/file-sent'
import { startSendOutgoing } from '../../worker/send-outgoing'
import { QUICK } from './outbox-lab'

const running = [startSendOutgoing({ timeouts: QUICK }), startFileSent()]
process.on('SIGTERM', () => {
  void Promise.all(running.map((loop) => loop.stop())).then(() => process.exit(0))
})
process.stdout.write('started\n')
