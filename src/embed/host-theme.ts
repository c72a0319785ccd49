import { type Theme, themes } from './messages.ts'

const attributes = ['data-theme', 'data-bs-theme', 'data-color-mode'] as const

/** How sites mark their own theme: Docusaurus, Starlight, Bootstrap, Tailwind, VitePress, and Material for MkDocs. */
const marks = (theme: 'light' | 'dark', ofMaterial: string): string =>
  [`.${theme}`, ...attributes.map((name) => `[${name}="${theme}"]`), `[data-md-color-scheme="${ofMaterial}"]`].join()

const [light, dark] = [marks('light', 'default'), marks('dark', 'slate')]
const either = `${light},${dark}`

/** By the property that browsers read, on the element or in the page. A page that says nothing is light, as browsers draw it. */
function declaredTheme(element: HTMLElement): Theme {
  const inStyle = getComputedStyle(element).colorScheme
  const inPage = document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')?.content ?? ''
  const said = inStyle === '' || inStyle === 'normal' ? inPage : inStyle
  if (!said.includes('dark')) return 'light'
  return said.includes('light') ? 'auto' : 'dark'
}

/** The attribute of the element goes first, then what the page around it has. */
export function themeOf(element: HTMLElement): Theme {
  const given = themes.find((theme) => theme === element.getAttribute('theme')) ?? 'auto'
  if (given !== 'auto') return given
  const marked = [element.closest(either), document.body, document.documentElement].find((each) => each?.matches(either))
  if (!marked) return declaredTheme(element)
  return marked.matches(dark) ? 'dark' : 'light'
}

/** Calls back when the page may look different. */
export function followHostTheme(changed: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(changed)
  const attributeFilter = ['class', 'style', 'data-md-color-scheme', ...attributes]
  for (const part of [document.documentElement, document.body]) observer.observe(part, { attributeFilter })
  signal.addEventListener('abort', () => observer.disconnect())
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, { signal })
}
