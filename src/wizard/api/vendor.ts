import { useSyncExternalStore } from 'react'
import { ServedVendor } from '#core/vendor.ts'
import { type Answer, request } from './request.ts'

export type VendorReading = { readonly kind: 'waiting' } | Answer<ServedVendor>

const waiting: VendorReading = { kind: 'waiting' }

/** The server writes the config into the page; where there is no server the page has none. */
function vendorInPage(): VendorReading {
  const text = document.getElementById('vendor')?.textContent ?? ''
  if (text.trim() === '') return waiting
  const vendor = ServedVendor.safeParse(JSON.parse(text))
  return vendor.success ? { kind: 'answer', value: vendor.data } : waiting
}

let reading: VendorReading = vendorInPage()
const listeners = new Set<() => void>()

function publish(next: VendorReading): void {
  reading = next
  for (const onChange of listeners) onChange()
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

/** Reads the vendor's config, once for the life of the page; again only when that failed. */
export async function loadVendor(): Promise<void> {
  if (reading.kind === 'answer') return
  publish(waiting)
  publish(await request({ method: 'GET', path: 'vendor.json', schema: ServedVendor }))
}

/** Outside the query cache, which is not needed before the second step and comes with it. */
export function useVendor(): VendorReading {
  return useSyncExternalStore(
    subscribe,
    () => reading,
    () => waiting,
  )
}
