/** Is in the page from the start, so that a change of its text is announced. */
export function LiveRegion({ text }: { text: string }) {
  return (
    <div className="visually-hidden" role="status">
      {text}
    </div>
  )
}

export type FaviconState = 'plain' | 'waiting' | 'success' | 'danger'

const badges: Record<FaviconState, string> = {
  plain: '',
  waiting:
    '<circle cx="23" cy="23" r="8" fill="#f0b429" stroke="#fff" stroke-width="2"/><path d="M23 19v4h3" stroke="#171a21" stroke-width="2" fill="none"/>',
  success:
    '<circle cx="23" cy="23" r="8" fill="#0a6b45" stroke="#fff" stroke-width="2"/><path d="M19.5 23l2.5 2.5 4.5-5" stroke="#fff" stroke-width="2" fill="none"/>',
  danger:
    '<circle cx="23" cy="23" r="8" fill="#b3261e" stroke="#fff" stroke-width="2"/><path d="M23 18.5v5m0 2.5v1.5" stroke="#fff" stroke-width="2.4"/>',
}

/** Shows the status while another tab is in front. */
export function Favicon({ state, color = '#3454d1' }: { state: FaviconState; color?: string | undefined }) {
  const bridge = `<rect width="32" height="32" rx="8" fill="${color}"/><path d="M5 21h22M8 21v-3a8 8 0 0 1 16 0v3" stroke="#fff" stroke-width="2.5" fill="none"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${bridge}${badges[state]}</svg>`
  return <link key={state} rel="icon" type="image/svg+xml" href={`data:image/svg+xml,${encodeURIComponent(svg)}`} />
}

/** For an element that replaces the button that was clicked. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus()
