import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readVendorFile } from './vendor-file.ts'

const usage = `Checks the vendor's config as the server does when it starts.

  node dist/server/main.js check [FILE]

Without FILE it checks the file that ROLEBRIDGE_VENDOR names, or the config of the build. Exits with 1 if there are errors.
`

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

const group = (title: string, sentences: readonly string[]): readonly string[] =>
  sentences.length === 0 ? [] : [`${title}:`, ...sentences.map((sentence) => `  ${sentence}`), '']

/** Everything that there is to say about a config, and the exit code. */
function configReport(path: string): { readonly text: string; readonly exitCode: 0 | 1 } {
  const reading = readVendorFile(path)
  const errors = reading.kind === 'faults' ? reading.faults : []
  const { warnings } = reading
  const [verdict, exitCode] =
    errors.length > 0 ? (['The server does not start with it', 1] as const) : (['The server starts with it', 0] as const)
  const vendor = reading.kind === 'vendor' ? ` (${reading.vendor.name})` : ''
  const summary = `${path}${vendor}: ${counted(errors.length, 'error')}, ${counted(warnings.length, 'warning')}. ${verdict}.`
  return { text: [...group('Errors', errors), ...group('Warnings', warnings), summary, ''].join('\n'), exitCode }
}

function readArguments(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: { help: { type: 'boolean', short: 'h', default: false } }, allowPositionals: true })
  } catch {
    return null
  }
}

/** `rolebridge check [FILE]`. Answers with the exit code. */
export function checkConfig(words: readonly string[], defaultPaths: readonly string[]): number {
  const given = readArguments(words)
  if (given === null || given.positionals.length > 1) {
    process.stderr.write(usage)
    return 1
  }
  if (given.values.help) {
    process.stdout.write(usage)
    return 0
  }
  const { text, exitCode } = configReport(given.positionals[0] ?? defaultPaths.find((path) => existsSync(path)) ?? defaultPaths[0] ?? '')
  process.stdout.write(text)
  return exitCode
}
