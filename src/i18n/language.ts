import type { ChosenLanguage } from './chosen-language.ts'
import { type LanguageCode, languages, type Translation } from './languages.ts'
import type { WordGroup, WordGroups } from './word-groups.ts'

let current: ChosenLanguage = { code: 'en', locale: 'en' }
/** Asked for last: what was asked for before and takes longer must not come over it. */
let wanted = current
/** The groups that some part of the program that is there takes words from. */
const needed = new Set<WordGroup>()
const arrived = new Map<string, Translation>()
const listeners = new Set<() => void>()

const fileOf = (code: LanguageCode, group: WordGroup) => `${code}/${group}`

async function fetchGroup(code: LanguageCode, group: WordGroup): Promise<void> {
  const { load } = languages[code]
  const file = fileOf(code, group)
  if (load !== null && !arrived.has(file)) arrived.set(file, await load(group))
}

/** A part of the program that arrives meanwhile may need more. */
async function fetchNeeded(code: LanguageCode): Promise<void> {
  const groups = [...needed]
  await Promise.all(groups.map((group) => fetchGroup(code, group)))
  if (needed.size > groups.length) await fetchNeeded(code)
}

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)
const member = (words: unknown, key: PropertyKey): unknown => (isBranch(words) ? Reflect.get(words, key) : undefined)

/** Looks each word up when it is read, so that a part of a catalogue may be taken before the language is known; a text may not. */
function view<Words extends object>(english: Words, translated: () => unknown): Words {
  return new Proxy(english, {
    get(_, key): unknown {
      const own: unknown = Reflect.get(english, key)
      const other = () => member(translated(), key)
      return isBranch(own) ? view(own, other) : (other() ?? own)
    },
  })
}

/** The catalogue of an area in the language of the page. Where its file is not there, in English. */
export function inLanguage<Group extends WordGroup, Area extends keyof WordGroups[Group] & string>(
  group: Group,
  area: Area,
  english: WordGroups[Group][Area] & object,
): WordGroups[Group][Area] {
  needed.add(group)
  return view(english, () => arrived.get(fileOf(current.code, group))?.(area, english))
}

/** A part of the program, once its words are there too. Without them it speaks English. */
export async function withWords<Module>(load: Promise<Module>): Promise<Module> {
  const module = await load
  await fetchNeeded(current.code).catch(() => undefined)
  return module
}

/** Changes the language of the page. Rejects, and changes nothing, where the words cannot be fetched; of several wishes the last one counts. */
export async function speak(language: ChosenLanguage): Promise<void> {
  wanted = language
  await fetchNeeded(language.code)
  if (wanted !== language) return
  current = language
  for (const onChange of listeners) onChange()
}

/** Calls back whenever the page has changed its language. */
export function whenLanguageChanges(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

export const spokenLanguage = (): ChosenLanguage => current
