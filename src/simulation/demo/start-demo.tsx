import type { ComponentType } from 'react'
import * as z from 'zod/mini'
import { ServedVendor } from '#core/connection/served-vendor.ts'
import { readVendorConfig, Vendor } from '#core/connection/vendor.ts'
import { findingText } from '#core/connection/vendor-config/config-finding.ts'
import { parseJson } from '#core/text/encodings.ts'
import { localized } from '#i18n/language.ts'
import { createReceipts, newReceiptKey } from '#server/http/receipts.ts'
import { replaceServerClock } from '#ui/browser/server-clock.ts'
import { replaceTransport } from '#ui/browser/transport.ts'
import { Callout } from '#ui/controls/callout.tsx'
import { takeVendor } from '#wizard/api/vendor.ts'
import { keepStorageApart } from '#wizard/app/browser-storage.ts'
import { type DemoAddress, keptBeside, readDemoAddress } from './demo-address.ts'
import { createDemoStage, type DemoStage } from './demo-layout.ts'
import { demoMessages } from './demo-messages.ts'
import { openAsLinked } from './demo-navigation.ts'
import { DemoPage } from './demo-page.tsx'
import { isOwn } from './demo-vendor.ts'
import { passTime, togglePresenter } from './presenter-actions.ts'

/** Where the demo may not be given: behind this page stands the real AWS. */
export type DemoConfig = { readonly kind: 'config'; readonly vendor: Vendor } | { readonly kind: 'live-server' }

/** A server says whether its AWS is simulated and whether a session needs a launch token; a file does not say. */
const Said = z.looseObject({ simulated: z.optional(z.boolean()), launch: z.optional(ServedVendor.shape.launch) })

function read(text: string): DemoConfig | null {
  const said = Said.safeParse(parseJson(text))
  if (!said.success) return null
  const { simulated, launch: _, ...config } = said.data
  const { vendor, findings } = readVendorConfig(config)
  if (vendor !== null) return simulated === false ? { kind: 'live-server' } : { kind: 'config', vendor }
  console.warn(['The demo shows its own vendor, because this config has errors:', ...findings.map(findingText)].join('\n'))
  return null
}

async function servedText(): Promise<string> {
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

/** The vendor's config: of the page, else of the file beside it, else the one that comes with the demo. */
export async function demoConfig(): Promise<DemoConfig> {
  const inPage = document.getElementById('vendor')?.textContent ?? ''
  return read(inPage) ?? read(await servedText()) ?? ownConfig()
}

const shortcuts: Readonly<Record<string, (stage: DemoStage) => void>> = {
  KeyD: togglePresenter,
  Period: passTime,
}

/** Ctrl and Shift with a letter key, wherever that stands on the keyboard. */
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
    const kept = keptBeside(new URL(oldURL).hash, new URL(newURL).hash)
    if (kept === null) return
    window.history.replaceState(null, '', kept)
    window.dispatchEvent(new HashChangeEvent('hashchange', { oldURL: newURL, newURL: window.location.href }))
  })
}

/** A world that was reloaded has forgotten what the address names. */
function startAtFirstScreen(): void {
  window.history.replaceState(null, '', '#/')
}

/** The address without a logo that is not there, or is no picture. */
async function withSeenLogo(address: DemoAddress): Promise<DemoAddress> {
  const { prospect } = address
  if (prospect.logo === null || !isOwn(prospect.logo)) return address
  const picture = new Image()
  picture.src = prospect.logo
  return picture.decode().then(
    () => address,
    () => ({ ...address, prospect: { ...prospect, logo: null } }),
  )
}

/** Puts a server and AWS into the page and answers what to show. From here on the page asks for nothing but its own files. */
export async function startDemo(): Promise<ComponentType> {
  const found = await demoConfig()
  if (found.kind === 'live-server') return NoDemo
  const address = await withSeenLogo(readDemoAddress(window.location.search))
  const stage = createDemoStage({ config: found.vendor, address, receipts: await createReceipts(await newReceiptKey()) })
  keepStorageApart('demo')
  replaceTransport(stage.transport)
  replaceServerClock(stage.clock.now)
  takeVendor({ ...stage.state().vendor, simulated: true, launch: 'optional' })
  startAtFirstScreen()
  await openAsLinked(stage)
  listenToKeys(stage)
  keepPanelWhenWizardGoesOn()
  void loadWholeFlow().then(() => stage.change({ isLoaded: true }))
  return () => <DemoPage stage={stage} />
}

/** For a page whose server works with the real AWS: a demo there could be taken for the real thing, and the other way round. */
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

/** Everything that is otherwise loaded when it is needed, so that the demo goes on without a network. */
async function loadWholeFlow(): Promise<void> {
  await Promise.all([
    import('#wizard/account/role-preview.tsx'),
    import('#wizard/account/account-rules.ts'),
    import('#wizard/shell/connection-step.tsx'),
    import('#wizard/role/role-screen.tsx'),
    import('#wizard/connected/connected-screen.tsx'),
    import('#wizard/review/review-screen.tsx'),
    import('#wizard/receipt/receipt-screen.tsx'),
    import('#wizard/receipt/check-receipt.ts'),
    import('#wizard/many/many-step.tsx'),
    import('#wizard/many/rollout-panel.tsx'),
    import('#ui/editor/highlight.ts'),
    import('#ui/editor/code-editor-dialog.tsx'),
    import('#ui/editor/monaco-view.tsx'),
  ])
}
