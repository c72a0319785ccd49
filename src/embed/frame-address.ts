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
  /** Tells the wizards of one page apart, so that each keeps what was typed in it. */
  readonly slot: number
  readonly launchToken: string | null
}

const isWebAddress = (address: string): boolean => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)

/**
 * The address of the frame; null where the source is none. The launch token goes into the fragment, which no server and no log sees.
 * The wizard takes it out at once.
 */
export function frameAddress({ source, theme, view, locale, accountId, region, slot, launchToken }: FrameOptions): string | null {
  if (!isWebAddress(source)) return null
  const isWizard = view === null || view === 'wizard'
  const given = {
    view: isWizard ? null : view,
    theme: theme === 'auto' ? null : theme,
    locale,
    account: accountId,
    region,
    slot: isWizard && slot > 0 ? String(slot) : null,
  }
  const address = new URL(source)
  for (const [name, value] of Object.entries(given)) if (value) address.searchParams.set(name, value)
  address.hash = launchToken ? `launch-token=${encodeURIComponent(launchToken)}` : ''
  return address.href
}
