/** A post horn, drawn for the sign-in page: the brass in the colour of the text around it, its call in the signal's. */
export function PostHorn({ className }: { className?: string }) {
  return (
    <svg viewBox="14 14 436 268" fill="none" className={className} aria-hidden="true">
      <g className="stroke-mark" strokeLinecap="round" strokeWidth="7">
        <path d="M392 70 Q399 92 392 114" />
        <path d="M414 54 Q426 92 414 130" />
        <path d="M436 38 Q453 92 436 146" />
      </g>
      <g stroke="currentColor" strokeLinecap="round">
        <path strokeWidth="14" d="M52 92 H280" />
        <circle strokeWidth="14" cx="175" cy="180" r="88" />
      </g>
      <g fill="currentColor">
        <path d="M22 78 C22 72 28 70 33 74 L56 86 V98 L33 110 C28 114 22 112 22 106 Z" />
        <path d="M262 85 C306 83 336 64 350 28 A15 64 0 0 1 350 156 C336 120 306 101 262 99 Z" />
      </g>
      <ellipse cx="351" cy="92" rx="9" ry="55" className="fill-paper" />
    </svg>
  )
}
