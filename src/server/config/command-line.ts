import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type AwsIdentity, ownAws, type Settings } from './environment.ts'
import { hostingPolicyReport, type Report } from './hosting-command.ts'
import { readVendorFile } from './vendor-file.ts'

export type Command =
  | { readonly kind: 'start'; readonly isNewRegistryAllowed: boolean }
  | { readonly kind: 'migrate' }
  | { readonly kind: 'check-due' }
  | { readonly kind: 'webhook-test' }
  | { readonly kind: 'backup'; readonly file: string }
  /** Reads its own words. */
  | { readonly kind: 'check' | 'hosting'; readonly words: readonly string[] }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly fault: string }

export const usage: readonly string[] = [
  'Commands:',
  '  start                 Starts the server (default)',
  '    --new-registry      Creates an empty registry if there is none',
  '  migrate               Creates the registry, or brings it up to date, without starting',
  '  check-due             Checks every connection whose scheduled check is due, and sends events, without starting',
  '  webhook test          Sends a signed test event, and says what came back',
  '  backup FILE           Copies the registry to FILE, even while the server runs',
  '  check [FILE]          Checks the vendor’s config without starting',
  '    --hosting-policy F  Checks the policy of your application role in the file F too',
  '  hosting [FILE]        Prints the role that your application runs as',
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
  return rest.length > 0 ? refused(`start doesn't accept "${rest.join(' ')}"`) : { kind: 'start', isNewRegistryAllowed }
}

function plainCommand(kind: 'migrate' | 'check-due', rest: readonly string[], isNewRegistryAllowed: boolean): Command {
  if (isNewRegistryAllowed) return refused('--new-registry is an option of start')
  return rest.length > 0 ? refused(`${kind} doesn't accept "${rest.join(' ')}"`) : { kind }
}

function backupCommand(files: readonly string[], isNewRegistryAllowed: boolean): Command {
  const [file] = files
  if (isNewRegistryAllowed) return refused('--new-registry is an option of start')
  return file === undefined || file === '' || files.length > 1 ? refused('backup requires one FILE') : { kind: 'backup', file }
}

const webhookCommand = ([word, ...rest]: readonly string[]): Command =>
  word === 'test' && rest.length === 0 ? { kind: 'webhook-test' } : refused('webhook requires the word test: webhook test')

/** Reads the words after the program's name. */
export function readCommand(given: readonly string[]): Command {
  const [first, ...words] = given
  if (first === 'check' || first === 'hosting') return { kind: first, words }
  const reading = parsed(given)
  if (reading === null) {
    const known = Object.keys(options).map((name) => `--${name}`)
    const unknown = given.find((word) => word.startsWith('-') && !known.includes(word)) ?? given.join(' ')
    return refused(`Unknown option ${unknown}`)
  }
  const [name = 'start', ...rest] = reading.positionals
  if (reading.values.help) return { kind: 'help' }
  if (name === 'start') return startCommand(rest, reading.values['new-registry'])
  if (name === 'migrate' || name === 'check-due') return plainCommand(name, rest, reading.values['new-registry'])
  if (name === 'webhook') return webhookCommand(rest)
  if (name === 'backup') return backupCommand(rest, reading.values['new-registry'])
  return refused(`Unknown command ${name}`)
}

const checkUsage = `Checks the vendor's config as the server does when it starts.

  node dist/server/main.js check [FILE] [--hosting-policy POLICY.json]

Without FILE it checks the file that ROLEBRIDGE_VENDOR names, or the config of the build. With --hosting-policy it also
checks the permissions policy of your application role. Exits with 1 if there are errors.
`

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

const group = (title: string, sentences: readonly string[]): readonly string[] =>
  sentences.length === 0 ? [] : [`${title}:`, ...sentences.map((sentence) => `  ${sentence}`), '']

function configReport(path: string, hostingPolicyPath: string | undefined): Report {
  const reading = readVendorFile(path)
  const config = vendorReport(path, reading)
  if (hostingPolicyPath === undefined) return config
  const hosting = hostingPolicyReport(hostingPolicyPath, reading.kind === 'vendor' ? reading.vendor : null)
  return { text: `${config.text}\n${hosting.text}`, exitCode: config.exitCode === 0 ? hosting.exitCode : 1 }
}

function vendorReport(path: string, reading: ReturnType<typeof readVendorFile>): Report {
  const errors = reading.kind === 'faults' ? reading.faults : []
  const { warnings } = reading
  const [verdict, exitCode] =
    errors.length > 0 ? (['The server does not start with it', 1] as const) : (['The server starts with it', 0] as const)
  const vendor = reading.kind === 'vendor' ? ` (${reading.vendor.name})` : ''
  const summary = `${path}${vendor}: ${counted(errors.length, 'error')}, ${counted(warnings.length, 'warning')}. ${verdict}.`
  return { text: [...group('Errors', errors), ...group('Warnings', warnings), summary, ''].join('\n'), exitCode }
}

const checkOptions = { 'hosting-policy': { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } } as const

function readArguments(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: checkOptions, allowPositionals: true })
  } catch {
    return null
  }
}

/** `rolebridge check [FILE]`. Answers with the exit code. */
export function checkConfig(words: readonly string[], defaultPaths: readonly string[]): number {
  const given = readArguments(words)
  if (given === null || given.positionals.length > 1) {
    process.stderr.write(checkUsage)
    return 1
  }
  if (given.values.help) {
    process.stdout.write(checkUsage)
    return 0
  }
  const path = given.positionals[0] ?? defaultPaths.find((each) => existsSync(each)) ?? defaultPaths[0] ?? ''
  const { text, exitCode } = configReport(path, given.values['hosting-policy'])
  process.stdout.write(text)
  return exitCode
}

export type Started = {
  readonly settings: Settings
  readonly port: number
  readonly aws: AwsIdentity
  /** Null with live AWS. */
  readonly simulatorEndpoint: string | null
}

function awsLines({ aws, simulatorEndpoint }: Started): readonly string[] {
  if (simulatorEndpoint !== null)
    return [
      `AWS: simulated, on ${simulatorEndpoint} (no AWS account is needed or touched)`,
      'Type the account 444455556666 in the wizard and create the role in the simulated console that opens, or use any AWS client:',
      `  AWS_ENDPOINT_URL=${simulatorEndpoint} AWS_ACCESS_KEY_ID=SIM444455556666 AWS_SECRET_ACCESS_KEY=any AWS_DEFAULT_REGION=us-east-1 aws sts get-caller-identity`,
    ]
  if (aws === ownAws) return ['AWS: live']
  return [`AWS: ${aws}, which is not an endpoint of AWS. Every verdict and receipt is marked as simulated.`]
}

/** The lines that are printed once the server listens. */
export function announcement(started: Started): readonly string[] {
  const { settings, port } = started
  const host = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(settings.host) ? 'localhost' : settings.host
  return [`Rolebridge: http://${host}:${port}`, ...awsLines(started)]
}
