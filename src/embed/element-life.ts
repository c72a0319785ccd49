import { frameAddress } from './frame-address.ts'
import { themeOf } from './host-theme.ts'
import { type GivenToken, launchTokens } from './launch-tokens.ts'
import { type MountedWizard, mountedWizard } from './mounted-wizard.ts'
import { stateAtFirst, tellPage } from './wizard-state.ts'
import { embedWords } from './words.ts'

export const elementName = 'rolebridge-wizard'

function addressOf(element: HTMLElement, home: string, launchToken: string | null): string | null {
  const source = element.getAttribute('src') ?? home
  return frameAddress({
    source: URL.canParse(source, document.baseURI) ? new URL(source, document.baseURI).href : '',
    theme: themeOf(element),
    view: element.getAttribute('view'),
    locale: element.getAttribute('locale'),
    accountId: element.getAttribute('account-id'),
    region: element.getAttribute('region'),
    review: element.getAttribute('review'),
    connection: element.getAttribute('connection'),
    wantsReceipt: element.hasAttribute('receipt'),
    slot: Math.max(0, [...document.querySelectorAll(elementName)].indexOf(element)),
    launchToken,
  })
}

/** Nothing can be shown until the page that uses the element is fixed. */
function showNoSource(element: HTMLElement, root: ShadowRoot): null {
  root.replaceChildren(embedWords(element).noSource)
  tellPage(element, { type: 'error', code: 'source-missing' })
  return null
}

/** From the time the element is put into the page until it is taken out. `home` is where the script came from. */
export function elementLife(element: HTMLElement, root: ShadowRoot, home: string) {
  const tokens = launchTokens()
  let mounted: MountedWizard | null = null
  let [isLive, isRemountDue] = [false, false]

  function mount(): void {
    mounted?.unmount()
    const address = addressOf(element, home, element.getAttribute('launch-token'))
    const addressWithToken = tokens.source() && (async () => addressOf(element, home, await tokens.fresh()) ?? '')
    const onExpired = () => tokens.isRenewalDue() && remountSoon()
    mounted = address === null ? showNoSource(element, root) : mountedWizard({ element, root, address, addressWithToken, onExpired })
  }

  /** Frameworks set several attributes at once; this remounts only once. */
  function remountSoon(): void {
    if (isRemountDue || !isLive) return
    isRemountDue = true
    queueMicrotask(() => {
      isRemountDue = false
      if (isLive) mount()
    })
  }

  function end(): void {
    mounted?.unmount()
    mounted = null
    isLive = false
  }

  return {
    begin: () => {
      mount()
      isLive = true
    },
    end,
    remountSoon,
    sendAppearance: () => mounted?.sendAppearance(),
    reset: () => mounted?.tell({ type: 'reset' }),
    state: () => mounted?.state() ?? stateAtFirst,
    launchToken: (): GivenToken => tokens.source() ?? element.getAttribute('launch-token'),
    takeLaunchToken: (given: GivenToken) => {
      tokens.use(given)
      if (typeof given === 'string') element.setAttribute('launch-token', given)
      else element.removeAttribute('launch-token')
      remountSoon()
    },
  }
}
