import 'react'

// style={{ '--depth': 2 }}: custom properties are fine as numbers or text
declare module 'react' {
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined
  }
}
