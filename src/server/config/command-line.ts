import { parseArgs } from 'node:util'

export type Command =
  | { readonly kind: 'start'; readonly isNewRegistryAllowed: boolean }
  | { readonly kind: 'backup'; readonly file: string }
  /** Reads its own words. */
  | { readonly kind: 'check'; readonly words: readonly string[] }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly fault: string }

export const usage: readonly string[] = [
  'Commands:',
  '  start                 Starts the server (default)',
  '    --new-registry      Creates an empty registry if there is none',
  '  backup FILE           Copies the registry to FILE, even while the server runs',
  '  check [FILE]          Checks the vendor’s config without starting',
  '  --help                Shows this list',
]

const options = { 'new-registry': { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } } as const

function parsed(given: readonly string[]) {
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true })
  } catch {
    return null
  }
}

const refused = (fault: string): Command => ({ kind: 'refused', fault })

function startCommand(rest: readonly string[], isNewRegistryAllowed: boolean): Command {
  return rest.length > 0 ? refused(`start takes no "${rest.join(' ')}"`) : { kind: 'start', isNewRegistryAllowed }
}

function backupCommand(files: readonly string[], isNewRegistryAllowed: boolean): Command {
  const [file] = files
  if (isNewRegistryAllowed) return refused('--new-registry belongs to start')
  return file === undefined || file === '' || files.length > 1 ? refused('backup takes one FILE') : { kind: 'backup', file }
}

/** Reads the words after the program's name. */
export function readCommand(given: readonly string[]): Command {
  const [first, ...words] = given
  if (first === 'check') return { kind: 'check', words }
  const reading = parsed(given)
  if (reading === null) {
    const known = Object.keys(options).map((name) => `--${name}`)
    const unknown = given.find((word) => word.startsWith('-') && !known.includes(word)) ?? given.join(' ')
    return refused(`There is no option ${unknown}`)
  }
  const [name = 'start', ...rest] = reading.positionals
  if (reading.values.help) return { kind: 'help' }
  if (name === 'start') return startCommand(rest, reading.values['new-registry'])
  if (name === 'backup') return backupCommand(rest, reading.values['new-registry'])
  return refused(`There is no command ${name}`)
}
