import { useSyncExternalStore } from 'react'

/** The fragment of the address as the browser gives it: empty or with its `#`. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash, noHash)
}

/** Adds an entry to the history; `#` in front is optional. */
export function navigate(hash: string): void {
  window.location.hash = hash
}

function subscribe(onChange: () => void) {
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}

const noHash = () => ''
