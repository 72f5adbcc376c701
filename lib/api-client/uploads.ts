import type { Upload } from '../contract/outbox'
import { apiUrl } from './api'
import { ApiUnreachable, toProblem } from './problem'

export type UploadProgress = { sent: number; total: number }

/**
 * Uploads one file as the raw body. XMLHttpRequest, since fetch does not tell how much has been sent.
 * Rejects with ApiProblem, ApiUnreachable, or the signal's reason when it is aborted.
 */
export function uploadFile(
  file: File,
  onProgress: (progress: UploadProgress) => void,
  signal?: AbortSignal,
): Promise<Upload> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const xhr = new XMLHttpRequest()
    xhr.open('POST', apiUrl('/uploads'))
    xhr.setRequestHeader('content-type', file.type || 'application/octet-stream')
    // RFC 8187: names beyond ASCII travel percent-encoded
    xhr.setRequestHeader('content-disposition', `attachment; filename*=UTF-8''${encodeFileName(file.name)}`)
    xhr.upload.onprogress = (event) => onProgress({ sent: event.loaded, total: event.total || file.size })
    xhr.onload = () => {
      if (xhr.status >= 200 && xhr.status < 300) resolve(JSON.parse(xhr.responseText) as Upload)
      else reject(toProblem(xhr.status, xhr.statusText, xhr.responseText))
    }
    xhr.onerror = () => reject(new ApiUnreachable('upload broken off'))
    xhr.onabort = () => reject(signal?.reason ?? new DOMException('Aborted', 'AbortError'))
    signal?.addEventListener('abort', () => xhr.abort(), { once: true })
    xhr.send(file)
  })
}

/** encodeURIComponent leaves ' ( ) * as they are; they are not attr-char (RFC 8187 section 3.2.1). */
export function encodeFileName(name: string): string {
  const isWellFormed = name.isWellFormed?.() ?? true
  return encodeURIComponent(isWellFormed ? name : name.replace(/[\ud800-\udfff]/g, '\ufffd')).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
