import { type MouseEvent, useState } from 'react'
import { chosenLanguage } from '#i18n/chosen-language.ts'
import { currentLanguage, localized, setLanguage } from '#i18n/language.ts'
import { type LanguageCode, offeredLanguages } from '#i18n/languages.ts'
import { useHydrated } from '#ui/browser/use-hydrated.ts'
import { shellMessages } from '#wizard/app/shell-messages.ts'

/** This page in another language, for who opens the address again. */
function addressIn(code: LanguageCode): string {
  const { search, hash } = window.location
  const query = new URLSearchParams(search)
  query.set('locale', code)
  return `?${query}${hash}`
}

/** The form of the language that the browser asks for, such as `de-AT`. */
const localeOf = (code: LanguageCode): string =>
  navigator.languages.find((tag) => chosenLanguage([tag]).code === code && tag.startsWith(code)) ?? code

/** Changes the words where they stand: nothing is loaded anew, so nothing that was typed or seen is lost. */
export function LanguageChoice() {
  const words = localized(shellMessages)
  const [isFailed, setFailed] = useState(false)
  const isHydrated = useHydrated()

  async function choose(event: MouseEvent, code: LanguageCode): Promise<void> {
    const isForAnotherTab = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    if (isForAnotherTab) return
    event.preventDefault()
    try {
      await setLanguage({ code, locale: localeOf(code) })
      window.history.replaceState(window.history.state, '', addressIn(currentLanguage().code))
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }

  return (
    <nav className="languages" aria-label={words.language}>
      {/* The one that is spoken is a link too, so that the focus stays on what was pressed. */}
      {offeredLanguages.map(({ code, name }) => (
        <a
          key={code}
          lang={code}
          hrefLang={code}
          aria-current={code === currentLanguage().code ? 'true' : undefined}
          translate="no"
          href={isHydrated ? addressIn(code) : `?locale=${code}`}
          onClick={(event) => void choose(event, code)}
        >
          {name}
        </a>
      ))}
      {isFailed && <span role="alert">{words.broken.title}</span>}
    </nav>
  )
}
