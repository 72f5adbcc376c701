import type { ParseArgsConfig } from 'node:util'
import type { z } from 'zod'

/** What a command answers with, for a person and for a script. */
export type Answer = {
  text: string
  json: unknown
  /** 0 when left out */
  exitCode?: number
}

export type Command = {
  /** as typed: `user create` */
  name: string
  usage: string
  options: NonNullable<ParseArgsConfig['options']>
  /** option name under which the one word without dashes is handed in */
  operand?: string
  /** Parses the options (a ZodError names the wrong one) and answers the work, to be done with the database open. */
  prepare(values: Record<string, unknown>): () => Promise<Answer>
}

type Definition<T> = Omit<Command, 'prepare'> & { input: z.ZodType<T>; run(input: T): Promise<Answer> }

/** A command with the schema of its options. `run` throws AppError for what a person can mend. */
export function defineCommand<T>({ input, run, ...rest }: Definition<T>): Command {
  return {
    ...rest,
    prepare: (values) => {
      const parsed = input.parse(values)
      return () => run(parsed)
    },
  }
}
