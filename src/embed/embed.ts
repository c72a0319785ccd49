import { elementName, wizardElement } from './wizard-element.ts'

/** The folder that this script came from, where the wizard is too. A module script is no current script and is looked for by its name. */
function home(): string {
  const current = document.currentScript
  const script = current instanceof HTMLScriptElement ? current : document.querySelector<HTMLScriptElement>('script[src*="/embed.js"]')
  return script === null ? '' : new URL('.', script.src).href
}

// Prerendering has no custom elements; if the script loads twice, the first definition stays.
if (typeof customElements !== 'undefined' && customElements.get(elementName) === undefined)
  customElements.define(elementName, wizardElement(home()))
