/** A post horn in one line of tube, drawn for the sign-in page; the colour is that of the text around it. */
export function PostHorn({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 420 320" fill="none" className={className} aria-hidden="true">
      <g stroke="currentColor" strokeLinecap="round" strokeLinejoin="round">
        {/* the tube: mouthpiece, once round, and on into the bell */}
        <path strokeWidth="13" d="M58 96 H176 a84 84 0 1 1 -0.1 0 H268" />
        <path strokeWidth="13" d="M268 96 C306 94 336 74 352 34" />
        <path strokeWidth="13" d="M268 96 C306 98 336 118 352 158" />
        <ellipse strokeWidth="9" cx="353" cy="96" rx="15" ry="63" />
        <path strokeWidth="11" d="M58 96 L34 84 V108 Z" fill="currentColor" />
      </g>
      {/* the cord and its tassels */}
      <g stroke="currentColor" strokeLinecap="round" strokeWidth="4" opacity="0.55">
        <path d="M112 104 C96 168 96 216 128 250 C150 274 206 276 232 248 C262 214 262 160 246 104" />
        <path d="M128 250 l-10 34 M128 250 l0 36 M128 250 l10 34" />
        <path d="M232 248 l-10 34 M232 248 l0 36 M232 248 l10 34" />
      </g>
    </svg>
  )
}
