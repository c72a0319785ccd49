import type { VendorText } from '#core/connection/vendor-text.ts'
import { currentLanguage } from './language.ts'

/** As the page writes numbers: in German `1,5`. */
export const formatNumber = (value: number, maximumFractionDigits: number): string =>
  new Intl.NumberFormat(currentLanguage().locale, { maximumFractionDigits }).format(value)

/** What the vendor says, in the language of the page where the vendor has it. */
export function vendorText(text: VendorText): string {
  const { code, locale } = currentLanguage()
  return text[locale] ?? text[code] ?? text.en
}
