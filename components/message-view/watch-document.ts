import { forwardKeys } from './forward-keys'

/** Tells how tall a frame's document is, whenever it has loaded or changed. Answers how to stop. */
export function watchDocument(frame: HTMLIFrameElement, onHeight: (height: number) => void): () => void {
  let stop: (() => void) | undefined
  const watch = () => {
    stop?.()
    stop = measure(frame, onHeight)
  }
  // one from the pool has loaded already
  const { contentDocument } = frame
  if (contentDocument?.readyState === 'complete' && contentDocument.URL !== 'about:blank') watch()
  frame.addEventListener('load', watch)
  return () => {
    frame.removeEventListener('load', watch)
    stop?.()
  }
}

function measure(frame: HTMLIFrameElement, onHeight: (height: number) => void): () => void {
  const page = frame.contentDocument
  // a proxy in between answered something that may not be read: room for its words, and a scroll bar
  if (!page?.body) {
    onHeight(240)
    return () => undefined
  }
  const tell = () => {
    const scrollbar = page.documentElement.scrollWidth > frame.clientWidth ? 16 : 0
    onHeight(Math.ceil(page.body.getBoundingClientRect().height) + scrollbar)
  }
  const observer = new ResizeObserver(tell)
  observer.observe(page.body)
  const stopForwarding = forwardKeys(page)
  tell()
  return () => {
    observer.disconnect()
    stopForwarding()
  }
}
