import type { ComponentType } from 'react'
import { createReceipts, newReceiptKey } from '#server/http/receipts.ts'
import { replaceServerClock } from '#ui/browser/server-clock.ts'
import { replaceTransport } from '#ui/browser/transport.ts'
import { takeVendor } from '#wizard/api/vendor.ts'
import { keepStorageApart } from '#wizard/app/browser-storage.ts'
import { keptBeside } from './beside.ts'
import { type DemoAddress, readDemoAddress } from './demo-address.ts'
import { demoConfig } from './demo-config.ts'
import { createDemoStage, type DemoStage } from './demo-layout.ts'
import { openAsLinked } from './demo-navigation.ts'
import { DemoPage } from './demo-page.tsx'
import { isOwn } from './demo-vendor.ts'
import { NoDemo } from './no-demo.tsx'
import { loadWholeFlow } from './preload.ts'
import { passTime, togglePresenter } from './presenter-actions.ts'

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
