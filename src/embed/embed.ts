import { defineWizard } from './wizard-element.ts'

/**
 * The folder that this script came from, where the wizard is too. A script that was started as a module is looked for by its name. A pinned
 * one is in a folder of its version.
 */
function home(): string {
  const current = document.currentScript
  const script = current instanceof HTMLScriptElement ? current : document.querySelector<HTMLScriptElement>('script[src*="/embed.js"]')
  return script === null ? '' : new URL('.', script.src.replace(/embed\/\d[^/]+-\w{8}\/e/, 'e')).href
}

defineWizard(home)
