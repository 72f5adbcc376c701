import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyRecord, type MailFolder, type MailFolders } from '../store/mail-folder'
import { SelectedFolder } from './selected-folder'
import type { Wire } from './wire'

type Row = { uid: number; flags: string }

/** A client that knows only what it is told, and asks for the UIDs of new numbers. */
function hear(rows: Row[], news: Wire[], folder: MailFolder): void {
  for (const line of news.map((wire) => wire.join(''))) {
    const [number = '', word] = line.split(' ')
    if (word === 'EXPUNGE') rows.splice(Number(number) - 1, 1)
    if (word === 'EXISTS') {
      const added = [...folder.messages.values()].slice(rows.length - Number(number) || folder.messages.size)
      rows.push(...added.map(({ uid, flags }) => ({ uid, flags: flags.join(' ') })))
    }
    const flags = /^(\d+) FETCH \(UID (\d+) FLAGS \((.*)\)\)$/.exec(line)
    const row = rows[Number(flags?.[1]) - 1]
    if (flags && row) {
      expect(row.uid).toBe(Number(flags[2]))
      row.flags = flags[3] ?? ''
    }
  }
}

const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const) }),
  fc.record({ do: fc.constant('remove' as const), at: fc.nat(20) }),
  fc.record({
    do: fc.constant('flag' as const),
    at: fc.nat(20),
    flag: fc.constantFrom('\\Seen', '\\Flagged', 'x'),
  }),
  fc.record({ do: fc.constant('tell' as const), keepsNumbers: fc.boolean() }),
)

test('a client that follows the news knows the folder, whatever others do in between', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const folders: MailFolders = new Map()
      const path = 'INBOX'
      const start = {
        t: 'folder',
        path,
        uidValidity: 1,
        uidNext: 1,
        modseq: 1,
        use: null,
        subscribed: true,
      } as const
      applyRecord(folders, start)
      const folder = folders.get(path)
      if (!folder) throw new Error('no folder')
      const selected = new SelectedFolder(folder, false)
      const rows: Row[] = []
      for (const each of [...steps, { do: 'tell' as const, keepsNumbers: false }]) {
        const modseq = folder.modseq + 1
        const uid = 'at' in each ? [...folder.messages.keys()][each.at % folder.messages.size] : undefined
        if (each.do === 'tell') hear(rows, selected.takeNews(each.keepsNumbers, false), folder)
        if (each.do === 'add') {
          const message = { uid: folder.uidNext, file: 'f', flags: [], date: 0, size: 1, modseq }
          applyRecord(folders, { t: 'add', path, message })
        }
        if (each.do === 'remove' && uid) applyRecord(folders, { t: 'remove', path, uid, modseq })
        if (each.do === 'flag' && uid)
          applyRecord(folders, { t: 'flags', path, uid, flags: [each.flag], modseq })
      }
      const real = [...folder.messages.values()].map((each) => ({
        uid: each.uid,
        flags: each.flags.join(' '),
      }))
      expect(rows).toEqual(real)
    }),
  )
})
