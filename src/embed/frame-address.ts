import type { Theme } from './messages.ts'

/** Attributes of the element; null for one that is not set. */
export type FrameOptions = {
  /** Absolute URL of the wizard. */
  readonly source: string
  readonly theme: Theme
  readonly view: string | null
  readonly locale: string | null
  readonly accountId: string | null
  readonly region: string | null
  /** The link to the page for a security review, or its last part. Shown by the view `review` alone. */
  readonly review: string | null
  /** The ID of a connection to go on with. */
  readonly connection: string | null
  /** The page asks for the receipt, which names the account and the role. */
  readonly wantsReceipt: boolean
  /** Tells the wizards of one page apart, so that each keeps what was typed in it. */
  readonly slot: number
  readonly launchToken: string | null
}

const isWebAddress = (address: string): boolean => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)

function query({ theme, view, locale, accountId, region, wantsReceipt, slot }: FrameOptions): Readonly<Record<string, string | null>> {
  const isWizard = view === null || view === 'wizard'
  return {
    view: isWizard ? null : view,
    theme: theme === 'auto' ? null : theme,
    locale,
    account: accountId,
    region,
    receipt: isWizard && wantsReceipt ? '1' : null,
    slot: isWizard && slot > 0 ? String(slot) : null,
  }
}

/** A shared review keeps the address of its link. It needs no session, so it gets no launch token. */
function fragment({ view, review, connection, launchToken }: FrameOptions, ofSource: string): string {
  if (view === 'review' && review) return `#/review/${review.split('#/review/').at(-1)}`
  const screen = connection ? `#/connections/${encodeURIComponent(connection)}/role` : ofSource
  return launchToken ? `#launch-token=${encodeURIComponent(launchToken)}${screen}` : screen
}

/**
 * The address of the frame; null where the source is none. Launch token, screen and review go into the fragment, which no server and no
 * log sees. The wizard takes the token out at once.
 */
export function frameAddress(options: FrameOptions): string | null {
  if (!isWebAddress(options.source)) return null
  const address = new URL(options.source)
  for (const [name, value] of Object.entries(query(options))) if (value) address.searchParams.set(name, value)
  address.hash = fragment(options, address.hash)
  return address.href
}
