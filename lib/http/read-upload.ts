import { AppError, badField } from '../platform/errors'
import { fileNameIn } from './content-disposition'

/** The largest file taken. A message as a whole has its own, smaller limit when it is sent. */
const LARGEST_UPLOAD = 50 * 1024 * 1024

const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,80}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,80}$/

/**
 * A posted file as name, type and bytes. A body that is longer than announced or allowed fails while it is read,
 * one that is shorter at its end. Throws AppError bad-input or too-large.
 */
export function readUpload(request: Request, largest = LARGEST_UPLOAD) {
  const name = fileNameIn(request.headers.get('content-disposition'))
  const declared = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  const type = MEDIA_TYPE.test(declared) ? declared : 'application/octet-stream'
  const announced = request.headers.get('content-length')
  const length = announced === null ? null : Number(announced)
  if (length !== null && length > largest) throw tooLarge(largest)
  return { name, type, stream: counted(request.body ?? empty(), length, largest) }
}

async function* counted(body: AsyncIterable<Uint8Array>, announced: number | null, largest: number) {
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > largest) throw tooLarge(largest)
    yield chunk
  }
  if (announced !== null && announced !== size) throw badField('Content-Length', 'is not what arrived')
}

async function* empty(): AsyncGenerator<Uint8Array> {}

const tooLarge = (largest: number) =>
  new AppError('too-large', 'too-large', `A file may have ${largest / 1024 / 1024} MB at most.`)
