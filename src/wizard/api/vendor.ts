import { useSyncExternalStore } from 'react'
import { ServedVendor } from '#core/connection/served-vendor.ts'
import { overrideMessages } from '#core/text/messages.ts'
import type { Answer } from './request.ts'

export type VendorReading = { readonly kind: 'waiting' } | Answer<ServedVendor>

const waiting: VendorReading = { kind: 'waiting' }

/** The server writes the config into the page; where there is no server the page has none. */
function vendorInPage(): VendorReading {
  const text = document.getElementById('vendor')?.textContent ?? ''
  if (text.trim() === '') return waiting
  const vendor = ServedVendor.safeParse(JSON.parse(text))
  return vendor.success ? { kind: 'answer', value: vendor.data } : waiting
}

let reading: VendorReading = waiting
const listeners = new Set<() => void>()

function publish(next: VendorReading): void {
  reading = next
  if (next.kind === 'answer') overrideMessages(next.value.words)
  for (const onChange of listeners) onChange()
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

/** Where the page holds the config nothing is asked, so what asks comes only then. */
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
  if (reading.kind === 'answer') return
  publish(vendorInPage())
  if (reading.kind === 'waiting') publish(await askForVendor())
}

/** For who has the config from elsewhere than the page or the server. */
export function takeVendor(vendor: ServedVendor): void {
  publish({ kind: 'answer', value: vendor })
}

/** Calls back once, when the config is there. */
export function whenVendorIsKnown(take: (vendor: ServedVendor) => void): void {
  if (reading.kind === 'answer') {
    take(reading.value)
    return
  }
  const forget = subscribe(() => {
    if (reading.kind !== 'answer') return
    forget()
    take(reading.value)
  })
}

/** Outside the query cache, which is not needed before the second step and comes with it. */
export function useVendor(): VendorReading {
  const now = () => reading
  return useSyncExternalStore(subscribe, now, now)
}
