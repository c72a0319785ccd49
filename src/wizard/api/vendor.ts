import { useSyncExternalStore } from 'react'
import { ServedVendor } from '#core/connection/vendor-fields.ts'
import { overrideMessages } from '#core/text/messages.ts'
import { createStore } from '#ui/browser/store.ts'
import type { Answer } from './request.ts'

export type VendorReading = { readonly kind: 'waiting' } | Answer<ServedVendor>

const waiting: VendorReading = { kind: 'waiting' }

/** The server writes the config into the page; where there is no server the page has none. */
function vendorInPage(): VendorReading {
  const text = document.getElementById('vendor')?.textContent ?? ''
  if (text.trim() === '') return waiting
  const parsed = ServedVendor.safeParse(JSON.parse(text))
  return parsed.success ? { kind: 'answer', value: parsed.data } : waiting
}

const vendor = createStore<VendorReading>(waiting)

function publish(next: VendorReading): void {
  if (next.kind === 'answer') overrideMessages(next.value.words)
  vendor.replace(next)
}

/** Loaded only when the page does not already contain the config. */
async function askForVendor(): Promise<Answer<ServedVendor>> {
  try {
    const { request } = await import('./request.ts')
    return await request({ method: 'GET', path: 'vendor.json', schema: ServedVendor })
  } catch {
    return { kind: 'unreachable' }
  }
}

/** Reads the vendor's config, once for the life of the page; again only when that failed. */
export async function loadVendor(): Promise<void> {
  if (vendor.state().kind === 'answer') return
  publish(vendorInPage())
  if (vendor.state().kind === 'waiting') publish(await askForVendor())
}

/** Used by the demo, which has its own config. */
export function takeVendor(value: ServedVendor): void {
  publish({ kind: 'answer', value })
}

/** Calls back once, when the config is there. */
export function whenVendorIsKnown(take: (vendor: ServedVendor) => void): void {
  const known = vendor.state()
  if (known.kind === 'answer') {
    take(known.value)
    return
  }
  const forget = vendor.subscribe(() => {
    const reading = vendor.state()
    if (reading.kind !== 'answer') return
    forget()
    take(reading.value)
  })
}

/** Outside the query cache, which is not needed before the second step and comes with it. */
export function useVendor(): VendorReading {
  return useSyncExternalStore(vendor.subscribe, vendor.state, vendor.state)
}
