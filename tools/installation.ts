import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** One way to install a program. The commands run one after the other. */
export type Installation = { readonly title: string; readonly commands: readonly (readonly string[])[] }

export type Program = {
  readonly name: string
  /** Null if it isn't there. */
  readonly find: () => string | null
  readonly installations: readonly Installation[]
}

const asRoot = (...command: string[]): readonly string[] => (process.getuid?.() === 0 ? command : ['sudo', ...command])

export const ofDistribution = (...packages: string[]): Installation => ({
  title: "the distribution's package",
  commands: [asRoot('apt-get', 'update', '-qq'), asRoot('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages)],
})

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export const onPath = (command: string): string | null =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find(isExecutable) ?? null

function run([program = '', ...words]: readonly string[]): boolean {
  try {
    execFileSync(program, words, { stdio: 'inherit', timeout: 240_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    return true
  } catch {
    return false
  }
}

/** Installs the program where there is none. Null if that fails. */
export function install({ name, find, installations }: Program): string | null {
  for (const { title, commands } of installations) {
    const present = find()
    if (present !== null) return present
    console.log(`No ${name} found: trying ${title} …`)
    commands.every(run)
  }
  return find()
}

export function sayLoudly(text: string): void {
  const line = '='.repeat(80)
  console.warn(['', line, text, line, ''].join('\n'))
}

/** Says what this machine can't test, so that a run that ends well isn't taken for more than it is. */
export const notTested = (what: string): void => sayLoudly(`NOT TESTED HERE: ${what}`)
