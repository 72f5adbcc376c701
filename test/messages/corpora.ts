// The message corpora that lie beside the project on some machines. Tests that read them find an empty list elsewhere.
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(process.env.POSTHORN_CORPORA ?? '../shared/corpora')

export type CorpusMessage = { name: string; raw: Buffer; expected: Record<string, unknown> }

/** All messages with what is expected of them (`truth`, `parsers`; see the README there). */
export function corpusMessages(): CorpusMessage[] {
  return folders().flatMap((folder) => {
    const list = path.join(root, folder, 'expected.json')
    if (!fs.existsSync(list)) return []
    const all = JSON.parse(fs.readFileSync(list, 'utf8')) as Record<string, Record<string, unknown>>
    return Object.entries(all)
      .filter(([file]) => file.endsWith('.eml') && fs.existsSync(path.join(root, folder, file)))
      .map(([file, expected]) => ({
        name: `${folder}/${file}`,
        raw: fs.readFileSync(path.join(root, folder, file)),
        expected,
      }))
  })
}

/** The lines of one folder's cases.jsonl. */
export function corpusCases(folder: string): Record<string, unknown>[] {
  const file = path.join(root, folder, 'cases.jsonl')
  if (!fs.existsSync(file)) return []
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>)
}

function folders(): string[] {
  return fs.existsSync(root) ? fs.readdirSync(root).sort() : []
}
