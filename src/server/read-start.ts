import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { type Environment, readEnvironment, type Settings } from './config/environment.ts'
import { createLog, type LogOutput } from './config/log.ts'
import { StartRefusal } from './config/start-refusal.ts'
import { demoAccounts, demoAccountsSentence, readVendorFile, usedVendorPath } from './config/vendor-file.ts'
import type { Pages } from './http/app-dependencies.ts'
import { demoAnswers } from './pages/demo-answers.ts'
import { type LinkCard, withLinkCard } from './pages/link-card.ts'
import { inlineScriptHashes, servedPage } from './pages/served-page.ts'
import { staticFiles } from './pages/static-files.ts'

const clientFolder = join(import.meta.dirname, '../client')
/** Absent before the build: in the source, the folder of that name is the client of the vendor API. */
const firstPage = join(clientFolder, 'index.html')

const pagesOf =
  ({ origin }: Settings) =>
  async (vendor: ServedVendor): Promise<Pages> => {
    const { asksForDemo, linkTitles, prerenderedFirstScreens, requestedLanguage } = await import('../prerender.tsx')
    const html = readFileSync(firstPage, 'utf8')
    const screens = await prerenderedFirstScreens(vendor)
    type Screen = (typeof screens)[number]
    const pageIn = (screen: Screen, card: LinkCard) => servedPage(withLinkCard(vendor, origin, card)(html), vendor, screen)
    // A server that uses the real AWS has no demo, so its links promise none.
    const hasDemo = vendor.simulated === true
    const demoKey = (code: string): string => `demo ${code}`
    const inLanguages = new Map(
      screens.flatMap((screen) => [
        [screen.code, pageIn(screen, screen.card)] as const,
        ...(hasDemo ? [[demoKey(screen.code), pageIn(screen, screen.demoCard)] as const] : []),
      ]),
    )
    const languageOf = (request: Request): string => {
      const code = requestedLanguage(request)
      return hasDemo && asksForDemo(request) ? demoKey(code) : code
    }
    const files = staticFiles(clientFolder, { inLanguages, languageOf })
    const screenOf = (request: Request) => screens.find(({ code }) => code === requestedLanguage(request))
    const branded = demoAnswers(vendor, files, (request, ofProspect) => {
      const screen = screenOf(request)
      return screen === undefined || !asksForDemo(request) ? null : pageIn(screen, ofProspect(screen.demoCard))
    })
    return {
      answer: async (request) => (hasDemo ? await branded(request) : null) ?? files(request),
      scriptHashes: inlineScriptHashes(html),
      titleFor: linkTitles(screens),
    }
  }

/** Environment and vendor's config, with their warnings in the log. Throws `StartRefusal` where something is wrong with them. */
export function readStart(output?: LogOutput, environment: Environment = process.env) {
  const reading = readEnvironment(environment)
  if (reading.kind === 'faults') throw new StartRefusal(reading.faults)
  const { settings } = reading
  const file = readVendorFile(usedVendorPath(settings.vendorPath))
  if (file.kind === 'faults') throw new StartRefusal(file.faults.map((fault) => `${file.path}: ${fault}`))
  const log = createLog(settings.logLevel, output, { isAuditKept: settings.aws === 'live' })
  const accounts = settings.aws === 'live' ? demoAccounts(file.vendor) : []
  const ofDemo = accounts.length === 0 ? [] : [demoAccountsSentence(file.path, accounts)]
  if (environment['NODE_ENV'] === 'production' && ofDemo.length > 0) throw new StartRefusal(ofDemo)
  for (const warning of [...reading.warnings, ...ofDemo]) log.warn({}, warning)
  for (const warning of file.warnings) log.warn({}, `${file.path}: ${warning}`)
  return { settings, vendor: file.vendor, log, pages: existsSync(firstPage) ? pagesOf(settings) : null }
}
