import { parseArgs } from 'node:util'
import { distance } from '#core/text/nearest.ts'
import type { Command, Given } from './command.ts'

export type CommandReading =
  | { readonly kind: 'run'; readonly command: Command; readonly given: Given<string> }
  /** Null: the list of commands. */
  | { readonly kind: 'help'; readonly command: Command | null }
  | { readonly kind: 'version' }
  | { readonly kind: 'refused'; readonly fault: string; readonly command: Command | null }

type Found = { readonly command: Command; readonly rest: readonly string[] } | { readonly fault: string }

/** Two letters that changed places count as two. */
const lettersMaximum = 2

/** ` Did you mean start?`, or nothing where no name is near. */
function suggestion(typed: string, names: readonly string[]): string {
  const near = names
    .map((name) => ({ name, letters: distance(typed, name) }))
    .filter(({ name, letters }) => letters <= lettersMaximum && letters < name.length)
    .toSorted((one, other) => one.letters - other.letters)
  return near[0] === undefined ? '' : ` Did you mean ${near[0].name}?`
}

const isOption = (word: string | undefined): boolean => word?.startsWith('-') ?? false

/** The second word of commands that have two, such as "webhook test". */
const secondWords = (commands: readonly Command[], first: string): readonly string[] =>
  commands.flatMap(({ name }) => (name.startsWith(`${first} `) ? [name.slice(first.length + 1)] : []))

function commandIn(commands: readonly Command[], words: readonly string[]): Found {
  const [first, second] = words
  const [startsServer] = commands
  if (startsServer !== undefined && (first === undefined || isOption(first))) return { command: startsServer, rest: words }
  const found = commands.find(({ name }) => name === first || name === `${first} ${second}`)
  if (found !== undefined) return { command: found, rest: words.slice(found.name.split(' ').length) }
  const seconds = secondWords(commands, first ?? '')
  if (seconds.length > 0)
    return {
      fault: `${first} needs a second word: ${seconds.map((word) => `${first} ${word}`).join(', ')}.${suggestion(second ?? '', seconds)}`,
    }
  const names = commands.map(({ name }) => name)
  return { fault: `Unknown command ${first}.${suggestion(words.slice(0, 2).join(' '), names) || suggestion(first ?? '', names)}` }
}

const general = { help: { value: null, text: 'Shows this text' }, version: { value: null, text: 'Shows the version' } } as const

const optionsOf = (command: Command): Command['options'] => ({ ...command.options, ...general })

type OptionToken = { readonly name: string; readonly rawName: string; readonly value: string | undefined }

function optionFault(command: Command, { name, rawName, value }: OptionToken): string | null {
  const known = optionsOf(command)
  const option = known[name]
  if (option === undefined) {
    const names = Object.keys(known).map((each) => `--${each}`)
    return `Unknown option ${rawName}.${suggestion(rawName, names)}`
  }
  if (option.value === null) return value === undefined ? null : `${rawName} accepts no value.`
  return value === undefined || value === '' || isOption(value) ? `${rawName} needs a value: ${rawName} ${option.value}` : null
}

const fileFaults: Readonly<Record<Command['file'], (files: readonly string[]) => string | null>> = {
  none: ([file]) => (file === undefined ? null : `accepts no ${JSON.stringify(file)}.`),
  optional: ([, second]) => (second === undefined ? null : `accepts one FILE, and no ${JSON.stringify(second)}.`),
  required: (files) => (files.length === 1 && files[0] !== '' ? null : 'needs one FILE.'),
}

function readRest(command: Command, words: readonly string[]): CommandReading {
  const options = Object.fromEntries(
    Object.entries(optionsOf(command)).map(([name, { value }]) => [name, { type: value === null ? 'boolean' : 'string' } as const]),
  )
  const help = { type: 'boolean', short: 'h' } as const
  const { tokens } = parseArgs({ args: [...words], options: { ...options, help }, strict: false, allowPositionals: true, tokens: true })
  const found = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []))
  const fault = found.flatMap((token) => optionFault(command, token) ?? [])[0]
  if (fault !== undefined) return { kind: 'refused', fault, command }
  if (found.some(({ name }) => name === 'help')) return { kind: 'help', command }
  if (found.some(({ name }) => name === 'version')) return { kind: 'version' }
  const files = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  const fileFault = fileFaults[command.file](files)
  if (fileFault !== null) return { kind: 'refused', fault: `${command.name} ${fileFault}`, command }
  const values = (name: string) => found.flatMap((token) => (token.name === name ? [token.value ?? ''] : []))
  const given = { file: files[0], values, value: (name: string) => values(name).at(-1), has: (name: string) => values(name).length > 0 }
  return { kind: 'run', command, given }
}

/** Reads the words after the program's name. The first command is the default. */
export function readWords(commands: readonly Command[], words: readonly string[]): CommandReading {
  const [first, ...others] = words
  if (words.length === 1 && ['--help', '-h', 'help'].includes(first ?? '')) return { kind: 'help', command: null }
  const found = commandIn(commands, first === 'help' ? others : words)
  if ('fault' in found) return { kind: 'refused', fault: found.fault, command: null }
  return first === 'help' ? { kind: 'help', command: found.command } : readRest(found.command, found.rest)
}
