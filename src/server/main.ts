import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { ServedVendor } from '#core/vendor.ts'
import type { Pages } from './app-dependencies.ts'
import { assembleApp } from './assembled-app.ts'
import { readEnvironment, type Settings } from './environment.ts'
import { withLinkCard } from './link-card.ts'
import { listen } from './listen.ts'
import { createLog } from './log.ts'
import { inlineScriptHashes, servedPage } from './served-page.ts'
import { staticFiles } from './static-files.ts'
import { readVendorFile } from './vendor-file.ts'

const clientFolder = join(import.meta.dirname, '../client')

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

function refuseToStart(lines: readonly string[]): never {
  process.stderr.write(`Rolebridge cannot start.\n${lines.map((line) => `  ${line}`).join('\n')}\n`)
  process.exit(1)
}

const ListenFault = z.object({ code: z.enum(['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL']), port: z.optional(z.number()) })

const listenFaults: Readonly<Record<z.infer<typeof ListenFault>['code'], string>> = {
  EADDRINUSE: 'is in use: stop what listens there, or set PORT (and ROLEBRIDGE_SIMULATOR_PORT) to others',
  EACCES: 'may not be used by this user: set PORT to one above 1023',
  EADDRNOTAVAIL: 'cannot be had at this HOST: it is no address of this machine',
}

function startFault(error: unknown): readonly string[] {
  const fault = ListenFault.safeParse(error)
  if (fault.success) return [`Port ${fault.data.port ?? ''} ${listenFaults[fault.data.code]}`]
  return [error instanceof Error ? error.message : 'For a reason that was not given']
}

function announcement(settings: Settings, port: number, simulatorEndpoint: string | null): readonly string[] {
  const host = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(settings.host) ? 'localhost' : settings.host
  const address = `Rolebridge: http://${host}:${port}`
  if (simulatorEndpoint === null) return [address, 'AWS: live']
  return [
    address,
    `AWS: simulated, on ${simulatorEndpoint} (no AWS account is needed or touched)`,
    'Type the account 444455556666 in the wizard and create the role in the simulated console that opens, or use any AWS client:',
    `  AWS_ENDPOINT_URL=${simulatorEndpoint} AWS_ACCESS_KEY_ID=SIM444455556666 AWS_SECRET_ACCESS_KEY=any AWS_DEFAULT_REGION=us-east-1 aws sts get-caller-identity`,
  ]
}

const pagesOf =
  ({ origin }: Settings) =>
  async (vendor: ServedVendor): Promise<Pages> => {
    const { linkTitles, prerenderedFirstScreens, requestedLanguage } = await import('../prerender.tsx')
    const html = readFileSync(join(clientFolder, 'index.html'), 'utf8')
    const screens = await prerenderedFirstScreens(vendor)
    const pageIn = (screen: (typeof screens)[number]) => servedPage(withLinkCard(vendor, origin, screen.card)(html), vendor, screen)
    const inLanguages = new Map(screens.map((screen) => [screen.code, pageIn(screen)]))
    return {
      answer: staticFiles(clientFolder, { inLanguages, languageOf: requestedLanguage }),
      scriptHashes: inlineScriptHashes(html),
      titleFor: linkTitles(screens),
    }
  }

async function start(): Promise<void> {
  const reading = readEnvironment(process.env)
  if (reading.kind === 'faults') refuseToStart(reading.faults)
  const { settings } = reading
  const file = readVendorFile([settings.vendorPath ?? join(clientFolder, 'vendor.json')])
  if (file.kind === 'faults') refuseToStart(file.faults.map((fault) => `${file.path}: ${fault}`))
  const log = createLog(settings.logLevel)
  const pages = existsSync(clientFolder) ? pagesOf(settings) : null
  let { port } = settings
  const { app, simulatorEndpoint, stop } = await assembleApp({ settings, vendor: file.vendor, log, pages, port: () => port })
  const listener = await listen({ fetch: app.fetch, host: settings.host, port })
  port = listener.port
  say(announcement(settings, port, simulatorEndpoint))
  stopOnSignal(async () => {
    await listener.stop()
    await stop()
  })
}

function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false
  const handle = () => {
    if (isStopping) return
    isStopping = true
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', handle)
  process.on('SIGINT', handle)
}

// Silences one warning of the SDK about versions of Node, see package.json for ours.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
start().catch((error: unknown) => refuseToStart(startFault(error)))
