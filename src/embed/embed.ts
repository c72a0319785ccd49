import { frameAddress } from './frame-address.ts'
import { type MountedWizard, mountedWizard, tellPage, themeOf } from './mounted-wizard.ts'
import { embedWords } from './words.ts'

/** The folder that this script came from, where the wizard is too. A module script is no current script and is looked for by its name. */
function home(): string {
  const current = document.currentScript
  const script = current instanceof HTMLScriptElement ? current : document.querySelector<HTMLScriptElement>('script[src*="/embed.js"]')
  return script === null ? '' : new URL('.', script.src).href
}

const elementName = 'rolebridge-wizard'

const frameAttributes = ['src', 'launch-token', 'view', 'account-id', 'region', 'review', 'receipt'] as const

function addressOf(element: HTMLElement, home: string): string | null {
  const source = element.getAttribute('src') ?? home
  return frameAddress({
    source: URL.canParse(source, document.baseURI) ? new URL(source, document.baseURI).href : '',
    theme: themeOf(element),
    view: element.getAttribute('view'),
    locale: element.getAttribute('locale'),
    accountId: element.getAttribute('account-id'),
    region: element.getAttribute('region'),
    review: element.getAttribute('review'),
    wantsReceipt: element.hasAttribute('receipt'),
    slot: Math.max(0, [...document.querySelectorAll(elementName)].indexOf(element)),
    launchToken: element.getAttribute('launch-token'),
  })
}

/** Nothing can be shown until the page that uses the element is fixed. */
function showNoSource(element: HTMLElement, root: ShadowRoot): null {
  root.replaceChildren(embedWords(element).noSource)
  tellPage(element, { type: 'error', code: 'source-missing' })
  return null
}

/** `home` is where the script came from. A class, since the platform asks for one; everything it does is in functions. */
function wizardElement(home: string): CustomElementConstructor {
  return class extends HTMLElement {
    static readonly observedAttributes = [...frameAttributes, 'theme', 'locale']
    readonly #root = this.attachShadow({ mode: 'open' })
    #mounted: MountedWizard | null = null
    #isRemountDue = false

    connectedCallback(): void {
      this.#root.adoptedStyleSheets = [elementStyle()]
      this.#mount()
    }

    disconnectedCallback(): void {
      this.#mounted?.unmount()
      this.#mounted = null
    }

    attributeChangedCallback(name: string, before: string | null, after: string | null): void {
      if (!this.isConnected || before === after) return
      if (name === 'theme' || name === 'locale') this.#mounted?.sendAppearance()
      else this.#remountSoon()
    }

    /** Clears the form for another account. */
    reset(): void {
      this.#mounted?.tell({ type: 'reset' })
    }

    #mount(): void {
      this.#mounted?.unmount()
      const address = addressOf(this, home)
      this.#mounted = address === null ? showNoSource(this, this.#root) : mountedWizard(this, this.#root, address)
    }

    /** Frameworks set several attributes at once; this remounts only once. */
    #remountSoon(): void {
      if (this.#isRemountDue) return
      this.#isRemountDue = true
      queueMicrotask(() => {
        this.#isRemountDue = false
        if (this.isConnected) this.#mount()
      })
    }
  }
}

/** Made by script, so that no `style-src` of the page is asked for it. https://www.w3.org/TR/cssom-1/#dom-cssstylesheet-replacesync */
function elementStyle(): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
:host { display: block; position: relative }
:host([hidden]), [hidden] { display: none !important }
iframe { display: block; width: 100%; border: 0; color-scheme: normal }
iframe.waiting { opacity: 0 }
p { position: absolute; inset: 0; margin: 0; padding: 16px; font: 1rem/1.5 system-ui, sans-serif; text-align: center }
iframe[hidden] + p { position: static; border: 1px solid; border-radius: 8px }
a { color: inherit }
`)
  return sheet
}

// Prerendering has no custom elements; if the script loads twice, the first definition stays.
if (typeof customElements !== 'undefined' && customElements.get(elementName) === undefined)
  customElements.define(elementName, wizardElement(home()))
