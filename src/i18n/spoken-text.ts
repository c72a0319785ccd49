import type { VendorText } from '#core/connection/vendor-text.ts'
import { spokenLanguage } from './language.ts'

/** What the vendor says, in the language of the page where the vendor has it. */
export function spokenText(text: VendorText): string {
  const { code, locale } = spokenLanguage()
  return text[locale] ?? text[code] ?? text.en
}
