import { useSyncExternalStore } from 'react'

/** The fragment of the address as the browser gives it: empty or with its `#`. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash, noHash)
}

/** Adds an entry to the history; `#` in front is optional. */
export function navigate(hash: string): void {
  window.location.hash = hash
}

/** Takes the place of the entry of the history that is there. */
export function replaceHash(hash: string): void {
  const oldURL = window.location.href
  window.history.replaceState(null, '', hash)
  window.dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: window.location.href }))
}

function subscribe(onChange: () => void) {
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}

const noHash = () => ''
