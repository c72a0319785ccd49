import { createHash } from 'node:crypto'
import type { ServedVendor } from '#core/connection/vendor.ts'

/** Markup in a language. https://www.rfc-editor.org/info/bcp47 */
type FirstScreen = { readonly code: string; readonly direction: 'ltr' | 'rtl'; readonly markup: string; readonly noScript: string }

const emptyConfig = '<script type="application/json" id="vendor"></script>'
const emptyRoot = '<div id="root"></div>'

/** Escaped, so that no text of the config can end its element. https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements */
const inScript = (vendor: ServedVendor): string => JSON.stringify(vendor).replaceAll('<', '\\u003c')

function filled(html: string, element: string, content: string): string {
  if (!html.includes(element)) throw new Error(`index.html has no empty ${element}`)
  return html.replace(element, () => element.replace('></', () => `>${content}</`))
}

/** The head elements, which React puts before the markup. */
const forTheHead = /^(?:<title>.*?<\/title>|<link [^>]*>)+/s

/**
 * The page with the vendor's config in it, which spares the browser a request, and with the first screen as markup, which is seen before
 * the script has arrived.
 */
export function servedPage(html: string, vendor: ServedVendor, { code, direction, markup, noScript }: FirstScreen): string {
  const [head = ''] = forTheHead.exec(markup) ?? []
  return filled(filled(html, emptyConfig, inScript(vendor)), emptyRoot, markup.slice(head.length))
    .replace('<html lang="en">', `<html lang="${code}" dir="${direction}" data-launch="${vendor.launch}">`)
    .replace(/(<noscript>\s*<p[^>]*>).*?(?=<\/p>)/s, (_, start: string) => start + noScript)
    .replace(/<title>.*?<\/title>/s, (title) => (head === '' ? title : head))
}

/** The hash of each inline script, for the content security policy. https://www.w3.org/TR/CSP3/#grammardef-hash-source */
export function inlineScriptHashes(html: string): readonly string[] {
  return [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
}
