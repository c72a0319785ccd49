import { percentDecoded } from '#core/text/strings.ts'
import { createStore } from '#ui/browser/store.ts'

/** Null: no token, which is enough where the vendor's proxy adds one to each request. */
const token = createStore<string | null>(null)

const inFragment = /^#\/support\?token=([^&]+)$/

/** Taken out of the address at once, so that it is neither copied along with it nor kept in the history. */
function takeFromAddress(): void {
  const [, text] = inFragment.exec(window.location.hash) ?? []
  if (text === undefined) return
  window.history.replaceState(window.history.state, '', `${window.location.pathname}${window.location.search}#/support`)
  token.replace(percentDecoded(text) ?? text)
}

if (typeof window !== 'undefined') {
  takeFromAddress()
  window.addEventListener('hashchange', takeFromAddress)
}

/** In the memory of this page alone: a reload forgets it. */
export const vendorToken = token
