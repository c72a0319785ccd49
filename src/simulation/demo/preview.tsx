import { type ComponentType, useSyncExternalStore } from 'react'
import { servedConfig } from '#core/connection/served-config.ts'
import { readVendorConfig, type Vendor } from '#core/connection/vendor.ts'
import { createReceipts, newReceiptKey, type Receipts } from '#server/http/receipts.ts'
import { replaceServerClock } from '#ui/browser/clock.ts'
import { createStore } from '#ui/browser/store.ts'
import { replaceTransport } from '#ui/browser/transport.ts'
import { serverState } from '#wizard/api/server-state.tsx'
import { takeVendor } from '#wizard/api/vendor.ts'
import { keepStorageApart } from '#wizard/app/browser-storage.ts'
import { isFramed } from '#wizard/app/page-options.ts'
import { PreviewMessage, previewMode } from '#wizard/hosting/preview-message.ts'
import { showTheme } from '#wizard/shell/embedding.ts'
import { readDemoAddress } from './demo-address.ts'
import { createDemoStage, type DemoStage } from './demo-layout.ts'
import { DemoPage } from './demo-page.tsx'

export const isPreview = (): boolean => isFramed && new URLSearchParams(window.location.search).get('demo') === previewMode

type Shown = { readonly stage: DemoStage; readonly count: number }

/** Gives the page a server with this config, in place of the one before. */
function previewStage(config: Vendor, receipts: Receipts): DemoStage {
  const stage = createDemoStage({ config, address: readDemoAddress(''), receipts })
  replaceTransport(stage.transport)
  replaceServerClock(stage.clock.now)
  serverState.clear()
  takeVendor(servedConfig(stage.state().vendor, { simulated: true, launch: 'optional' }))
  // The connections of the server before are gone. What was typed on the first screen stays.
  window.location.hash = '#/'
  return stage
}

/** Only the config editor around the frame is heard: a page of our own origin. */
function listen(show: (message: PreviewMessage) => void): void {
  window.addEventListener('message', ({ source, origin, data }) => {
    if (source !== window.parent || origin !== window.location.origin) return
    const message = PreviewMessage.safeParse(data)
    if (message.success) show(message.data)
  })
  window.parent.postMessage({ type: 'rolebridge-preview-ready' }, window.location.origin)
}

/** The wizard in the frame of the config editor. It shows each config that the editor sends, and nothing before the first. */
export async function startPreview(): Promise<ComponentType> {
  keepStorageApart('preview')
  const receipts = await createReceipts(await newReceiptKey())
  const store = createStore<Shown | null>(null)
  await new Promise<void>((resolve) => {
    listen(({ config, theme }) => {
      showTheme(theme)
      const { vendor } = readVendorConfig(config)
      if (vendor !== null) store.replace({ stage: previewStage(vendor, receipts), count: (store.state()?.count ?? 0) + 1 })
      resolve()
    })
  })
  return function Preview() {
    const shown = useSyncExternalStore(store.subscribe, store.state)
    return shown === null ? null : <DemoPage key={shown.count} stage={shown.stage} />
  }
}
