import { useSyncExternalStore } from 'react'
import { ServedVendor } from '#core/vendor.ts'
import { type Answer, request } from './request.ts'

export type VendorReading = { readonly kind: 'waiting' } | Answer<ServedVendor>

const waiting: VendorReading = { kind: 'waiting' }

let reading: VendorReading = waiting
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
