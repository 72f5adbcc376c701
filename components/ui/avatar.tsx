import { hueOf, initialsOf } from './avatar-initials'

/** Initials on a colour that follows from the address, so that one person keeps one colour. Decorative. */
export function Avatar({ name, address, size = 32 }: { name: string; address: string; size?: number }) {
  const hue = hueOf(address.toLowerCase())
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
      {initialsOf(name, address)}
    </span>
  )
}
