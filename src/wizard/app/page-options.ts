/** Options in the address, from the embedding page or a link. Null: missing or invalid. */
export type PageOptions = {
  /** One artifact instead of the wizard. */
  readonly view: string | null
  /** The language, and how dates and numbers are written. https://www.rfc-editor.org/info/bcp47 */
  readonly locale: string | null
  /** Initial values of the first screen. Parsed there like typed input. */
  readonly accountId: string | null
  readonly region: string | null
  /** The page around this one wants the receipt of a verified connection. */
  readonly wantsReceipt: boolean
  /** Which of several wizards of one page this is. */
  readonly slot: string
}

function knownLocale(tag: string | null): string | null {
  try {
    return tag === null ? null : (Intl.getCanonicalLocales(tag)[0] ?? null)
  } catch {
    return null
  }
}

/** Never throws. */
function readPageOptions(search: string): PageOptions {
  const query = new URLSearchParams(search)
  const view = query.get('view') ?? 'wizard'
  return {
    view: view === 'wizard' ? null : view,
    locale: knownLocale(query.get('locale')),
    accountId: query.get('account'),
    region: query.get('region'),
    wantsReceipt: query.get('receipt') === '1',
    slot: /^\d{1,3}$/.exec(query.get('slot') ?? '')?.[0] ?? '',
  }
}

/** There is none where the first screen is made ahead of time. */
const here = typeof window === 'undefined' ? null : window

export const pageOptions = readPageOptions(here?.location.search ?? '')

export const isFramed = here !== null && here.parent !== here
