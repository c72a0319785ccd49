import { startTransition } from 'react'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { chosenLanguage } from './i18n/chosen-language.ts'
import { currentLanguage, onLanguageChange, setLanguage } from './i18n/language.ts'
import { languages } from './i18n/languages.ts'
import { Page } from './page.tsx'
import { isOneFile } from './ui/browser/one-file.ts'
import { keepInputBeforeHydration } from './wizard/account/account-draft.ts'
import { requestParts } from './wizard/account/account-parts.ts'
import { loadVendor } from './wizard/api/vendor.ts'
import { pageOptions } from './wizard/app/page-options.ts'
import { startEmbedding, startSession } from './wizard/shell/start.ts'

const isDemo = isOneFile || new URLSearchParams(window.location.search).has('demo')

startEmbedding()

const container = document.getElementById('root')
if (container === null) throw new Error('index.html has no element #root')

let root: Root | null = null

/** A browser that translates puts elements of its own around every text. */
const isTranslated = (place: HTMLElement): boolean => place.querySelector('font') !== null

/** The script in index.html has found out whether the address means the first screen, which the server may have put there. */
function firstRoot(place: HTMLElement, code: string): Root {
  const { lang, dataset } = document.documentElement
  const isFirstScreen = place.hasChildNodes() && dataset['shown'] === 'first-screen'
  const page = <Page isDemo={isDemo} />
  if (isFirstScreen) keepInputBeforeHydration(place)
  if (isFirstScreen && lang === code && !isTranslated(place)) return hydrateRoot(place, page)
  place.replaceChildren()
  const anew = createRoot(place)
  anew.render(page)
  return anew
}

/** Renders the page again in another language; input stays, since nothing is remounted. */
function show(place: HTMLElement): void {
  const { code } = currentLanguage()
  if (root === null) root = firstRoot(place, code)
  else root.render(<Page isDemo={isDemo} />)
  document.documentElement.lang = code
  document.documentElement.dir = languages[code].direction
}

function start(place: HTMLElement): void {
  if (!isDemo) void loadVendor()
  // In slices, so that typing works on a slow machine.
  onLanguageChange(() => startTransition(() => show(place)))
  // In English if the texts fail to load.
  void setLanguage(chosenLanguage([pageOptions.locale ?? '', ...navigator.languages])).catch(() => show(place))
}

// Each in a task of its own, for the same reason: one to have the program, one to read the config and begin, one to fetch what comes next.
setTimeout(() => start(container))
setTimeout(() => void requestParts())
if (!isDemo) setTimeout(() => void startSession())
