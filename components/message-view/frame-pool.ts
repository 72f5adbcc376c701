/**
 * Frames of bodies that are likely to be opened next, loaded out of sight. Where the browser can move a frame without
 * reloading it (moveBefore), opening the message only has to show it; elsewhere a new frame is made.
 */
const MOST = 3
const waiting = new Map<string, HTMLIFrameElement>()
let room: HTMLElement | undefined

const canMove = () => 'moveBefore' in Element.prototype

/** Never `allow-scripts` beside `allow-same-origin`, which is there so that the page can measure the document. */
function createFrame(src: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-same-origin allow-popups allow-popups-to-escape-sandbox')
  frame.referrerPolicy = 'no-referrer'
  frame.src = src
  return frame
}

export function preloadFrame(src: string): void {
  if (!canMove() || waiting.has(src)) return
  if (!room) {
    room = document.createElement('div')
    room.setAttribute('aria-hidden', 'true')
    room.inert = true
    room.className = 'pointer-events-none invisible fixed top-0 -left-[2000px] h-px w-[712px] overflow-hidden'
    document.body.append(room)
  }
  const frame = createFrame(src)
  frame.className = 'w-full'
  room.append(frame)
  waiting.set(src, frame)
  const oldest = waiting.keys().next().value
  if (waiting.size > MOST && oldest !== undefined) {
    waiting.get(oldest)?.remove()
    waiting.delete(oldest)
  }
}

/** Puts the frame for this address into the place given, loaded already when it was expected. */
export function placeFrame(src: string, place: HTMLElement): HTMLIFrameElement {
  const ready = waiting.get(src)
  waiting.delete(src)
  if (ready?.isConnected && canMove()) {
    place.moveBefore(ready, null)
    return ready
  }
  const frame = createFrame(src)
  place.append(frame)
  return frame
}
