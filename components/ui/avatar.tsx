type AvatarProps = {
  /** one or two letters */
  initials: string
  /** 0 to 359; the same person always gets the same */
  hue: number
  /** pixels */
  size?: number
}

/** Initials on a quiet colour. Decorative: the name stands beside it. */
export function Avatar({ initials, hue, size = 32 }: AvatarProps) {
  return (
    <span
      aria-hidden
      className="inline-flex shrink-0 select-none items-center justify-center rounded-full font-medium"
      style={{
        width: size,
        height: size,
        fontSize: Math.round(size * 0.38),
        background: `light-dark(oklch(0.91 0.055 ${hue}), oklch(0.4 0.06 ${hue}))`,
        color: `light-dark(oklch(0.36 0.09 ${hue}), oklch(0.93 0.04 ${hue}))`,
      }}
    >
      {initials}
    </span>
  )
}
