/**
 * The type of a catalog in any language, made from the English one: texts are any text, functions keep their parameters, lists may have
 * another length. A translation that lacks a key, or has one too many, does not compile.
 */
export type Translated<English> = English extends string
  ? string
  : English extends (...values: infer Values) => infer Text
    ? (...values: Values) => Translated<Text>
    : English extends readonly (infer Item)[]
      ? readonly Translated<Item>[]
      : English extends object
        ? { readonly [Key in keyof English]: Translated<English[Key]> }
        : English

/** The texts of one owner (a screen, a rule, a diagnosis) in every language that has been loaded. */
export type Messages<Texts> = {
  /** Unique. Vendors name it in the words they override. */
  readonly id: string
  /** The texts in a language, by its BCP 47 tag; in English if there is no translation. */
  readonly in: (language: string) => Texts
  /** Adds a translation, or replaces the one before. */
  readonly translate: (language: string, texts: Texts) => void
}

/** The texts of a catalog. */
export type TextsOf<Catalog> = Catalog extends Messages<infer Texts> ? Texts : never

/** Turns an English text into another one. The values are those that a function of the catalog got. */
export type ChangeText = (text: string, values: readonly unknown[], keyPath: string) => string

/** Texts by language, catalog and key path (`accountId.hint`). `{0}` is the first value of a text, `{name}` a field of a value. */
export type Overrides = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>

/** A catalog of which no text is known by name. */
type Catalog = Pick<Messages<object>, 'id' | 'in'>

type LoadedCatalog = Catalog & { readonly forget: () => void }

const catalogs = new Map<string, LoadedCatalog>()
const derivations = new Map<string, ChangeText>()
let overrides: Overrides = {}

/** Every catalog of the modules loaded so far. */
export const loadedCatalogs = (): readonly Catalog[] => [...catalogs.values()]

function forgetChangedTexts(): void {
  for (const { forget } of catalogs.values()) forget()
}

/** A language that is derived from English, text by text, instead of being translated. */
export function deriveLanguage(language: string, change: ChangeText): void {
  derivations.set(language, change)
  forgetChangedTexts()
}

/** Texts that go before those of every catalog, in place of the overrides before. */
export function overrideMessages(texts: Overrides): void {
  overrides = texts
  forgetChangedTexts()
}

function changedValue(value: unknown, change: ChangeText, values: readonly unknown[], keyPath: string): unknown {
  if (typeof value === 'string') return change(value, values, keyPath)
  if (typeof value === 'function')
    return (...given: readonly unknown[]) => changedValue(Reflect.apply(value, undefined, given), change, given, keyPath)
  if (Array.isArray(value)) return value.map((item, index) => changedValue(item, change, values, `${keyPath}.${index}`))
  return typeof value === 'object' && value !== null ? changedTexts(value, change, values, `${keyPath}.`) : value
}

function changedTexts<Texts extends object>(texts: Texts, change: ChangeText, values: readonly unknown[] = [], prefix = ''): Texts {
  const changed = { ...texts }
  for (const [key, value] of Object.entries(texts)) Reflect.set(changed, key, changedValue(value, change, values, prefix + key))
  return changed
}

function field(values: readonly unknown[], name: string): unknown {
  const owner = values.find((value) => typeof value === 'object' && value !== null && Object.hasOwn(value, name))
  return owner === undefined ? undefined : Reflect.get(Object(owner), name)
}

const filled = (template: string, values: readonly unknown[]): string =>
  template.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[Number(name)] ?? field(values, name) ?? placeholder))

/**
 * Texts are declared here once, in English, next to the code that uses them. Read them with `in` where they are shown, not into a constant:
 * the language can change.
 */
export function messages<English extends object>(id: string, english: English & Translated<English>): Messages<Translated<English>> {
  const byLanguage = new Map<string, Translated<English>>()
  const changed = new Map<string, Translated<English>>()

  function read(language: string): Translated<English> {
    const derivation = derivations.get(language)
    const texts = byLanguage.get(language) ?? (derivation === undefined ? english : changedTexts<Translated<English>>(english, derivation))
    const own = overrides[language]?.[id]
    if (own === undefined) return texts
    return changedTexts(texts, (text, values, keyPath) => (Object.hasOwn(own, keyPath) ? filled(own[keyPath] ?? text, values) : text))
  }

  const catalog = {
    id,
    in: (language: string): Translated<English> => {
      const texts = changed.get(language) ?? read(language)
      changed.set(language, texts)
      return texts
    },
  }
  catalogs.set(id, { ...catalog, forget: () => changed.clear() })
  return {
    ...catalog,
    translate: (language, texts) => {
      byLanguage.set(language, texts)
      changed.delete(language)
    },
  }
}

/** A text in the language that is asked for, by its BCP 47 tag. */
export type Text = (language: string) => string

/** A text that is the same in every language. */
export const verbatim =
  (text: string): Text =>
  () =>
    text
