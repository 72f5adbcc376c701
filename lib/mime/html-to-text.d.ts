// html-to-text 10 ships no types; only what we use.
declare module 'html-to-text' {
  type Selector = { selector: string; format?: string; options?: Record<string, unknown> }
  type Options = {
    wordwrap?: number | false
    preserveNewlines?: boolean
    limits?: Record<string, number>
    selectors?: Selector[]
  }
  export function compile(options: Options): (html: string) => string
}
