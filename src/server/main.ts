import { existsSync, mkdirSync } from 'node:fs'
import * as z from 'zod/mini'
import { assembleApp } from './assembled-app.ts'
import { checkAllDue } from './aws/scheduled-checks.ts'
import { announcement, type Command, checkConfig, counted, readCommand, usage } from './config/command-line.ts'
import { dataFolderOf, readEnvironment, registryUrlOf } from './config/environment.ts'
import { printHosting } from './config/hosting-command.ts'
import { receiptKeyName, sessionSecretName } from './config/kept-secrets.ts'
import { createLog, linesTogether } from './config/log.ts'
import { StartRefusal } from './config/start-refusal.ts'
import { listen } from './listen.ts'
import { readStart, vendorPath } from './read-start.ts'
import { backUpRegistry } from './registry/libsql/backup.ts'
import { registryPath, restoreSteps } from './registry/libsql/registry-file.ts'
import { openRegistry } from './registry/open-registry.ts'
import { testReport } from './webhooks/webhook-command.ts'

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

function refuse(what: string, lines: readonly string[]): never {
  process.stderr.write(`Rolebridge ${what}.\n${lines.map((line) => `  ${line}`).join('\n')}\n`)
  process.exit(1)
}

function refuseToStart(lines: readonly string[]): never {
  return refuse('cannot start', lines)
}

const ListenFault = z.object({ code: z.enum(['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL']), port: z.optional(z.number()) })

const listenFaults: Readonly<Record<z.infer<typeof ListenFault>['code'], string>> = {
  EADDRINUSE: 'is in use: stop the program that listens there, or set PORT (and ROLEBRIDGE_SIMULATOR_PORT) to other ports',
  EACCES: 'requires more permissions: set PORT to a port above 1023',
  EADDRNOTAVAIL: 'is not available at this HOST: use an address of this machine',
}

function faultLines(error: unknown): readonly string[] {
  if (error instanceof StartRefusal) return error.lines
  const fault = ListenFault.safeParse(error)
  if (fault.success) return [`Port ${fault.data.port ?? ''} ${listenFaults[fault.data.code]}`]
  return [error instanceof Error ? error.message : 'No reason was given.']
}

async function start(isNewRegistryAllowed: boolean): Promise<void> {
  const { settings, vendor, log, pages } = readStart(linesTogether())
  let { port } = settings
  const { app, aws, simulatorEndpoint, beginStop, stop } = await assembleApp({
    settings,
    vendor,
    log,
    pages,
    isNewRegistryAllowed,
    port: () => port,
  })
  const listener = await listen({ fetch: app.fetch, host: settings.host, port })
  port = listener.port
  say(announcement({ settings, port, aws, simulatorEndpoint }))
  stopOnSignal(async (isHurried) => {
    beginStop()
    await Promise.race([pause(settings.stopDelayMs), isHurried])
    await listener.stop()
    await stop()
  })
}

const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms))

/** SIGTERM comes from a program, which can wait. SIGINT, and any second signal, comes from a person. */
function stopOnSignal(stop: (isHurried: Promise<unknown>) => Promise<void>): void {
  let hurry = () => {}
  const isHurried = new Promise<void>((resolve) => {
    hurry = resolve
  })
  let isStopping = false
  const handle = (signal: NodeJS.Signals) => {
    if (isStopping || signal === 'SIGINT') hurry()
    if (isStopping) return
    isStopping = true
    stop(isHurried).then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', handle)
  process.on('SIGINT', handle)
}

/** Until nothing is due, or until the rest has to wait. */
async function checkDue(): Promise<void> {
  const { settings, vendor, log } = readStart()
  const parts = { settings: { ...settings, scheduledChecks: 'off' as const }, vendor, log, pages: null, port: () => settings.port }
  const { checkDue: checkSome, deliverAllDue, stop } = await assembleApp(parts)
  const { checked, delayed } = await checkAllDue(checkSome, () => true)
  await deliverAllDue(() => true)
  await stop()
  say([`Checked ${counted(checked, 'connection')}.${delayed > 0 ? ' More are due and have to wait.' : ''}`])
}

/** Sends a test event with the settings of the server, which needn't run. */
async function testWebhook(): Promise<void> {
  const reading = readEnvironment(process.env)
  if (reading.kind === 'faults') refuse('cannot send a test event', reading.faults)
  const { isAccepted, lines } = await testReport(reading.settings)
  say(lines)
  process.exitCode = isAccepted ? 0 : 1
}

/** A server whose AWS is not known yet: the registry gets its owner when it is first used. */
async function migrate(): Promise<void> {
  const reading = readEnvironment(process.env)
  if (reading.kind === 'faults') refuse('cannot migrate the registry', reading.faults)
  const { registryUrl: url, dataFolder, logLevel } = reading.settings
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const log = createLog(logLevel)
  const registry = await openRegistry({ url, dataFolder, isNewAllowed: false, isMigration: true, aws: null, log })
  await registry.close()
  say(['The registry is up to date.'])
}

function backUp(file: string): void {
  const dataFolder = dataFolderOf(process.env)
  const [scheme] = registryUrlOf(process.env).split(':')
  if (scheme !== 'file')
    refuse('cannot back up the registry', [
      'The command backup copies a registry in a file.',
      'Use the backups of the database: point-in-time recovery in DynamoDB, pg_dump or continuous archiving in PostgreSQL.',
    ])
  try {
    const count = backUpRegistry(dataFolder, file)
    say([
      `Backed up ${count === 1 ? '1 connection' : `${count} connections`} to ${file}.`,
      `To restore it: ${restoreSteps(registryPath(dataFolder), file).join(' ')}`,
      `The keys in ${dataFolder} (${sessionSecretName}, ${receiptKeyName}) are not in the backup. Keep copies of them in your secret store.`,
    ])
  } catch (error) {
    refuse('cannot back up the registry', faultLines(error))
  }
}

function check(words: readonly string[]): void {
  process.exitCode = checkConfig(words, defaultVendorPaths())
}

const defaultVendorPaths = (): readonly string[] => {
  const named = process.env['ROLEBRIDGE_VENDOR'] ?? ''
  return named === '' ? [vendorPath({ vendorPath: null }), 'public/vendor.json'] : [named]
}

function hosting(words: readonly string[]): void {
  const paths = defaultVendorPaths()
  process.exitCode = printHosting(words, paths.find((path) => existsSync(path)) ?? paths[0] ?? '')
}

function run(command: Command): void {
  switch (command.kind) {
    case 'start':
      start(command.isNewRegistryAllowed).catch((error: unknown) => refuseToStart(faultLines(error)))
      return
    case 'check-due':
      checkDue().catch((error: unknown) => refuse('cannot check the connections that are due', faultLines(error)))
      return
    case 'migrate':
      migrate().catch((error: unknown) => refuse('cannot migrate the registry', faultLines(error)))
      return
    case 'webhook-test':
      testWebhook().catch((error: unknown) => refuse('cannot send a test event', faultLines(error)))
      return
    case 'backup':
      backUp(command.file)
      return
    case 'check':
      check(command.words)
      return
    case 'hosting':
      hosting(command.words)
      return
    case 'help':
      say(usage)
      return
    case 'refused':
      refuse('cannot run this command', [command.fault, ...usage])
      return
    default:
      command satisfies never
  }
}

// Silences a warning of the SDK about Node versions. package.json has ours.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
run(readCommand(process.argv.slice(2)))
