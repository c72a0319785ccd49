import type { ServedVendor } from '#core/vendor.ts'

const emptyElement = '<script type="application/json" id="vendor"></script>'

/** No text of the config can end the element that it stands in. https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements */
const inScript = (vendor: ServedVendor): string => JSON.stringify(vendor).replaceAll('<', '\\u003c')

/** The page with the vendor's config in it, which spares the browser a request before it can show anything. */
export function vendorPage(vendor: ServedVendor): (html: string) => string {
  return (html) => {
    if (!html.includes(emptyElement)) throw new Error('index.html has no empty element for the vendor’s config')
    return html.replace(emptyElement, () => emptyElement.replace('></', () => `>${inScript(vendor)}</`))
  }
}
