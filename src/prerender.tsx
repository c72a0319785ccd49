import { prerender } from 'react-dom/static'
import type { ServedVendor } from './core/connection/vendor.ts'
import { chosenLanguage } from './i18n/chosen-language.ts'
import { speak, spokenLanguage } from './i18n/language.ts'
import { isLanguageCode, type LanguageCode, languages } from './i18n/languages.ts'
import { linkCardWords } from './i18n/link-card-words.ts'
import { spokenText } from './i18n/spoken-text.ts'
import { Page } from './page.tsx'
import type { LinkCard } from './server/pages/link-card.ts'
import { takeVendor } from './wizard/api/vendor.ts'
import { noScriptWords } from './wizard/words/no-script.ts'

export type FirstScreen = {
  readonly code: LanguageCode
  readonly direction: 'ltr' | 'rtl'
  readonly markup: string
  /** What is said where no script runs. */
  readonly noScript: string
  readonly card: LinkCard
}

function linkCard({ name, purpose }: ServedVendor, code: LanguageCode): LinkCard {
  const { title, description, picture } = linkCardWords
  return { code, title: title(name), description: description(name, spokenText(purpose)), picture }
}

async function firstScreen(vendor: ServedVendor, code: LanguageCode): Promise<FirstScreen> {
  await speak({ code, locale: code })
  // React would put what is long at the end, for a script to move to its place.
  const { prelude } = await prerender(<Page isDemo={false} />, { progressiveChunkSize: Number.POSITIVE_INFINITY })
  const markup = await new Response(prelude).text()
  return { code, direction: languages[code].direction, markup, noScript: noScriptWords.text, card: linkCard(vendor, code) }
}

/** The first screen as markup in each language, for everybody who opens the page of this vendor: it holds nothing of anybody. */
export async function prerenderedFirstScreens(vendor: ServedVendor): Promise<readonly FirstScreen[]> {
  takeVendor(vendor)
  const spokenBefore = spokenLanguage()
  const screens: FirstScreen[] = []
  // One after the other: the program speaks one language at a time.
  for (const code of Object.keys(languages).filter(isLanguageCode)) screens.push(await firstScreen(vendor, code))
  await speak(spokenBefore)
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
