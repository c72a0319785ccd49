import { defineWizard } from './wizard-element.ts'

/** The folder that this script came from, where the wizard is too. A script that was started as a module is looked for by its name. */
function home(): string {
  const current = document.currentScript
  const script = current instanceof HTMLScriptElement ? current : document.querySelector<HTMLScriptElement>('script[src*="/embed.js"]')
  return script === null ? '' : new URL('.', script.src).href
}

defineWizard(home)
