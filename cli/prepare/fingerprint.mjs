import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/**
 * A hash over the names and contents of all files below `places` (files or folders, missing ones are skipped).
 * Tests and hidden files are left out: they are not built.
 * @param {string[]} places
 */
export function fingerprint(places) {
  const hash = createHash('sha256').update(process.version)
  for (const file of places.flatMap(filesBelow).sort()) {
    hash.update(`\0${file}\0`).update(fs.readFileSync(file))
  }
  return hash.digest('hex')
}

function filesBelow(place) {
  const found = fs.statSync(place, { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return /\.(test|spec)\.tsx?$/.test(place) ? [] : [place]
  const names = fs.readdirSync(place).filter((name) => !name.startsWith('.'))
  return names.flatMap((name) => filesBelow(path.join(place, name)))
}
