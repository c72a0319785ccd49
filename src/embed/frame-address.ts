import type { Theme } from './messages.ts'

/** What the element was told. Null: nothing. */
export type FrameOptions = {
  /** Where the wizard is, as an absolute address. */
  readonly source: string
  readonly theme: Theme
  readonly view: string | null
  readonly locale: string | null
  readonly accountId: string | null
  readonly region: string | null
  /** Whether the page wants the receipt, which names account and role. */
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

/**
 * The address of the frame; null where the source is none. The launch token goes into the fragment, which no server and no log sees.
 * The wizard takes it out at once.
 */
export function frameAddress(options: FrameOptions): string | null {
  if (!isWebAddress(options.source)) return null
  const address = new URL(options.source)
  for (const [name, value] of Object.entries(query(options))) if (value) address.searchParams.set(name, value)
  address.hash = options.launchToken ? `launch-token=${encodeURIComponent(options.launchToken)}` : ''
  return address.href
}
