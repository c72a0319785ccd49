import { percentDecoded } from '#core/text/strings.ts'

const inFragment = /^#launch-token=(.+)$/

/** Taken out of the address, so that it is neither copied along with it nor kept in the history. */
function taken(): string | null {
  const [, text] = inFragment.exec(window.location.hash) ?? []
  if (text === undefined) return null
  window.history.replaceState(null, '', window.location.pathname + window.location.search)
  // The demo has a server of its own, in the page, that no vendor signs for.
  if (/[?&]demo\b/.test(window.location.search)) return null
  return percentDecoded(text) ?? text
}

/** Signed by the vendor's own page, to name the customer. Null: a visit without a token, or a page that is rendered ahead of time. */
export const launchToken = typeof window === 'undefined' ? null : taken()
