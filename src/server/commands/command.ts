import type { Environment } from '#server/config/environment.ts'

type Option = {
  /** The placeholder of its value in the help, such as FILE. Null: it has none. */
  readonly value: string | null
  readonly text: string
  readonly isRepeatable?: boolean
}

/** The words after the name of a command. */
export type Given<Name extends string> = {
  readonly file: string | undefined
  readonly has: (name: Name) => boolean
  readonly value: (name: Name) => string | undefined
  readonly values: (name: Name) => readonly string[]
}

export type Output = {
  readonly exitCode: 0 | 1
  /** To standard output. */
  readonly text?: string
  /** To standard error, so that the output can go to a file. */
  readonly errors?: string
}

export type Command<Name extends string = string> = {
  /** One word, or two. */
  readonly name: string
  readonly summary: string
  readonly file: 'none' | 'optional' | 'required'
  readonly options: Readonly<Record<Name, Option>>
  /** Shown below the options in its help. */
  readonly details?: () => Promise<string>
  /** Follows "Rolebridge" if it fails. */
  readonly failure: string
  readonly run: (given: Given<Name>, environment: Environment) => Promise<Output>
}

export const lines = (...texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('')

export const said = (...texts: readonly string[]): Output => ({ exitCode: 0, text: lines(...texts) })

export const failed = (what: string, reasons: readonly string[]): Output => ({
  exitCode: 1,
  errors: lines(`Rolebridge ${what}.`, ...reasons.map((reason) => `  ${reason}`)),
})

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
