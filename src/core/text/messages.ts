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

/**
 * Texts go through here once, in English, beside the code that uses them. Read them with `in` where they are shown, not into a constant:
 * the language can change.
 */
export function messages<English extends object>(id: string, english: English & Translated<English>): Messages<Translated<English>> {
  const byLanguage = new Map<string, Translated<English>>()
  return {
    id,
    in: (language) => byLanguage.get(language) ?? english,
    translate: (language, texts) => {
      byLanguage.set(language, texts)
    },
  }
}
