/** The horn of the product, in the colour of the text around it. */
export function PosthornMark({ size = 20 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <circle cx="10.6" cy="14" r="4.6" />
      <path d="M2.6 9.4h14.2c1.6 0 3-1.3 3.6-3.5v8c-.6-2.2-2-3.5-3.6-3.5" />
    </svg>
  )
}
