import { prerender } from 'react-dom/static'
import type { ServedVendor } from './core/connection/vendor.ts'
import { chosenLanguage } from './i18n/chosen-language.ts'
import { currentLanguage, localized, setLanguage, vendorText } from './i18n/language.ts'
import { isLanguageCode, type LanguageCode, languages } from './i18n/languages.ts'
import { Page } from './page.tsx'
import { type LinkCard, pageMessages } from './server/pages/link-card.ts'
import { takeVendor } from './wizard/api/vendor.ts'

export type FirstScreen = {
  readonly code: LanguageCode
  readonly direction: 'ltr' | 'rtl'
  readonly markup: string
  /** Shown when JavaScript is off. */
  readonly noScript: string
  readonly card: LinkCard
  readonly demoCard: LinkCard
}

function linkCard({ name, purpose }: ServedVendor, code: LanguageCode): LinkCard {
  const { title, description, picture } = localized(pageMessages)
  return { code, title: title(name), description: description(name, vendorText(purpose)), picture, isDemo: false }
}

function demoCard({ name }: ServedVendor, code: LanguageCode): LinkCard {
  const { demoTitle, demoDescription, picture } = localized(pageMessages)
  return { code, title: demoTitle(name), description: demoDescription, picture, isDemo: true }
}

/** The same test as in the page. */
export const asksForDemo = (request: Request): boolean => new URL(request.url).searchParams.has('demo')

async function firstScreen(vendor: ServedVendor, code: LanguageCode): Promise<FirstScreen> {
  await setLanguage({ code, locale: code })
  // React would put what is long at the end, for a script to move to its place.
  const { prelude } = await prerender(<Page isDemo={false} />, { progressiveChunkSize: Number.POSITIVE_INFINITY })
  const markup = await new Response(prelude).text()
  const cards = { card: linkCard(vendor, code), demoCard: demoCard(vendor, code) }
  return { code, direction: languages[code].direction, markup, noScript: localized(pageMessages).noScript, ...cards }
}

/** The first screen as markup in each language. It is the same for every visitor, so it holds no personal data. */
export async function prerenderedFirstScreens(vendor: ServedVendor): Promise<readonly FirstScreen[]> {
  takeVendor(vendor)
  const languageBefore = currentLanguage()
  const screens: FirstScreen[] = []
  // One after the other: the program speaks one language at a time.
  for (const code of Object.keys(languages).filter(isLanguageCode)) screens.push(await firstScreen(vendor, code))
  await setLanguage(languageBefore)
  return screens
}

/** The tags of `Accept-Language`, the most wanted first. https://www.rfc-editor.org/rfc/rfc9110#field.accept-language */
function acceptedLanguages(header: string): string[] {
  const weighted = header.split(',').map((entry) => {
    const [tag = '', weight = ''] = entry.split(';')
    return { tag: tag.trim(), weight: Number(/q=([\d.]+)/.exec(weight)?.[1] ?? 1) }
  })
  return weighted.toSorted((one, other) => other.weight - one.weight).map(({ tag }) => tag)
}

/** The language that the page will choose in the browser which asks for it. */
export function requestedLanguage(request: Request): LanguageCode {
  const locale = new URL(request.url).searchParams.get('locale') ?? ''
  return chosenLanguage([locale, ...acceptedLanguages(request.headers.get('Accept-Language') ?? '')]).code
}

/** The title of a link whose address asks for this language; English where it asks for none. */
export const linkTitles =
  (screens: readonly FirstScreen[]): ((locale: string | null) => string) =>
  (locale) => {
    const { code } = chosenLanguage([locale ?? ''])
    return screens.find((screen) => screen.code === code)?.card.title ?? ''
  }
