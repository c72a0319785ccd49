import type { ComponentType } from 'react'
import * as z from 'zod/mini'
import { servedConfig, withoutServedFields } from '#core/connection/served-config.ts'
import { readVendorConfig, Vendor } from '#core/connection/vendor.ts'
import { findingText } from '#core/connection/vendor-config/config-finding.ts'
import { parseJson } from '#core/text/strings.ts'
import { localized } from '#i18n/language.ts'
import { createReceipts, newReceiptKey } from '#server/http/receipts.ts'
import { replaceServerClock } from '#ui/browser/clock.ts'
import { isOneFile } from '#ui/browser/one-file.ts'
import { replaceTransport } from '#ui/browser/transport.ts'
import { navigate } from '#ui/browser/use-hash.ts'
import { Callout } from '#ui/controls/callout.tsx'
import { takeVendor } from '#wizard/api/vendor.ts'
import { keepStorageApart } from '#wizard/app/browser-storage.ts'
import { whenRevealed } from '#wizard/app/host-page.ts'
import { isFramed } from '#wizard/app/page-options.ts'
import { readRoute, routeHash } from '#wizard/app/routes.ts'
import { listenForBranding } from './branding-files.ts'
import { type DemoAddress, keptPanelHash, readDemoAddress, readPanel } from './demo-address.ts'
import { createDemoStage, type DemoStage } from './demo-layout.ts'
import { demoMessages } from './demo-messages.ts'
import { openAsLinked, openedBranding } from './demo-navigation.ts'
import { DemoPage } from './demo-page.tsx'
import { isOwn } from './demo-vendor.ts'
import { loadForOffline } from './load-for-offline.ts'
import { passTime, toggleNotes, togglePresenter } from './presenter-actions.ts'
import { isPreview, startPreview } from './preview.tsx'

/** `live-server`: the page's server uses the real AWS, so there is no demo. */
export type DemoConfig = { readonly kind: 'config'; readonly vendor: Vendor } | { readonly kind: 'live-server' }

/** A static file doesn't say it. */
const Said = z.looseObject({ simulated: z.optional(z.boolean()) })

function read(text: string): DemoConfig | null {
  const said = Said.safeParse(parseJson(text))
  if (!said.success) return null
  const { vendor, findings } = readVendorConfig(withoutServedFields(said.data))
  if (vendor !== null) return said.data.simulated === false ? { kind: 'live-server' } : { kind: 'config', vendor }
  console.warn(['The demo shows its own vendor, because this config has errors:', ...findings.map(findingText)].join('\n'))
  return null
}

async function servedText(): Promise<string> {
  if (isOneFile) return ''
  try {
    const response = await fetch('vendor.json')
    return response.ok ? await response.text() : ''
  } catch {
    return ''
  }
}

async function ownConfig(): Promise<DemoConfig> {
  const { default: vendor } = await import('#public/vendor.json')
  return { kind: 'config', vendor: Vendor.parse(vendor) }
}

/** The vendor's config in the page, else in `vendor.json` next to it, else the demo vendor. */
export async function demoConfig(): Promise<DemoConfig> {
  const inPage = document.getElementById('vendor')?.textContent ?? ''
  return read(inPage) ?? read(await servedText()) ?? ownConfig()
}

const shortcuts: Readonly<Record<string, (stage: DemoStage) => void>> = {
  KeyD: togglePresenter,
  Comma: toggleNotes,
  Period: passTime,
}

/** By physical key, so that the shortcuts work in every keyboard layout. */
function listenToKeys(stage: DemoStage): void {
  window.addEventListener('keydown', (event) => {
    const act = event.ctrlKey && event.shiftKey ? shortcuts[event.code] : undefined
    if (act === undefined) return
    event.preventDefault()
    act(stage)
  })
}

function keepPanelWhenWizardGoesOn(): void {
  window.addEventListener('hashchange', ({ oldURL, newURL }) => {
    // There the panel is over the page, and would hide what the wizard has to say.
    if (!isFramed && window.matchMedia('(max-width: 1079px)').matches) return
    const kept = keptPanelHash(new URL(oldURL).hash, new URL(newURL).hash)
    if (kept === null) return
    window.history.replaceState(null, '', kept)
    window.dispatchEvent(new HashChangeEvent('hashchange', { oldURL: newURL, newURL: window.location.href }))
  })
}

/** In a frame the panel lies over the wizard, so it makes way for what appears there. */
function closePanelForNews(): void {
  whenRevealed(() => {
    if (readPanel(window.location.hash) !== null) navigate(routeHash(readRoute(window.location.hash)))
  })
}

/** Screens that show the config alone, and have addresses of their own. */
const withoutConnection = ['hosting', 'explained']

/** After a reload the world no longer has the connection in the hash. */
function leaveLostConnection(): void {
  if (!withoutConnection.includes(readRoute(window.location.hash).kind)) window.history.replaceState(null, '', '#/')
}

/** Drops a logo that can't be loaded. */
async function withLoadableLogo(address: DemoAddress): Promise<DemoAddress> {
  const { prospect } = address
  if (prospect.logo === null || !isOwn(prospect.logo)) return address
  const picture = new Image()
  picture.src = prospect.logo
  return picture.decode().then(
    () => address,
    () => ({ ...address, prospect: { ...prospect, logo: null } }),
  )
}

/** Installs a server and AWS in the page. From here on the page requests only its own files. */
export async function startDemo(): Promise<ComponentType> {
  if (isPreview()) return startPreview()
  const found = await demoConfig()
  if (found.kind === 'live-server') return NoDemo
  const address = await withLoadableLogo(readDemoAddress(window.location.search))
  keepStorageApart('demo')
  const branding = openedBranding()
  const stage = createDemoStage({ config: found.vendor, address, branding, receipts: await createReceipts(await newReceiptKey()) })
  replaceTransport(stage.transport)
  replaceServerClock(stage.clock.now)
  takeVendor(servedConfig(stage.state().vendor, { simulated: true, launch: 'optional' }))
  leaveLostConnection()
  await openAsLinked(stage)
  listenToKeys(stage)
  if (isFramed) closePanelForNews()
  else keepPanelWhenWizardGoesOn()
  listenForBranding(stage)
  void loadForOffline(found.vendor).then(
    () => stage.change({ isLoaded: true }),
    () => undefined,
  )
  return () => <DemoPage stage={stage} />
}

/** A demo on a server with the real AWS could be mistaken for the real thing, and vice versa. */
function NoDemo() {
  const words = localized(demoMessages)
  return (
    <main className="page">
      <Callout tone="note" title={words.notHere}>
        <p>{words.notHereWhy}</p>
        <p>
          <a href="?">{words.toWizard}</a>
        </p>
      </Callout>
    </main>
  )
}
