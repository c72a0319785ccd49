import { elementLife, elementName } from './element-life.ts'
import type { GivenToken } from './launch-tokens.ts'
import type { WizardState } from './wizard-state.ts'

const frameAttributes = ['src', 'launch-token', 'view', 'account-id', 'region', 'review', 'receipt', 'connection'] as const

/** A class, since the platform asks for one; everything it does is in functions. */
function wizardElement(home: string): CustomElementConstructor {
  return class extends HTMLElement {
    static readonly observedAttributes = [...frameAttributes, 'theme', 'locale']
    readonly #root = this.attachShadow({ mode: 'open' })
    readonly #life = elementLife(this, this.#root, home)

    connectedCallback(): void {
      this.#root.adoptedStyleSheets = [elementStyle()]
      this.#takeEarlyToken()
      this.#life.begin()
    }

    disconnectedCallback(): void {
      this.#life.end()
    }

    attributeChangedCallback(name: string, before: string | null, after: string | null): void {
      if (before === after) return
      if (name === 'theme' || name === 'locale') this.#life.sendAppearance()
      else this.#life.remountSoon()
    }

    /** Clears the form for another account. */
    reset(): void {
      this.#life.reset()
    }

    get state(): WizardState {
      return this.#life.state()
    }

    get launchToken(): GivenToken {
      return this.#life.launchToken()
    }

    set launchToken(given: GivenToken) {
      this.#life.takeLaunchToken(given)
    }

    /** A property that a framework has set before this script defined the element hides the one of the class. */
    #takeEarlyToken(): void {
      if (!Object.hasOwn(this, 'launchToken')) return
      const given = this.launchToken
      Reflect.deleteProperty(this, 'launchToken')
      this.launchToken = given
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
i { position: absolute; width: 1px; scroll-margin: inherit; pointer-events: none }
`)
  return sheet
}

/** Prerendering has no custom elements; if the script loads twice, the first definition stays. */
export function defineWizard(home: () => string): void {
  if (typeof customElements !== 'undefined' && customElements.get(elementName) === undefined)
    customElements.define(elementName, wizardElement(home()))
}
