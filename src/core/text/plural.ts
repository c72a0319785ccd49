/** A text per plural category of CLDR; `#` is the number, as the language writes it. https://cldr.unicode.org/index/cldr-spec/plural-rules */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

const rules = new Map<string, Intl.PluralRules>()

function ruleOf(language: string): Intl.PluralRules {
  const rule = rules.get(language) ?? new Intl.PluralRules(language)
  rules.set(language, rule)
  return rule
}

/** plural('en', 2, { one: '# account', other: '# accounts' }) */
export const plural = (language: string, count: number, forms: PluralForms): string =>
  (forms[ruleOf(language).select(count)] ?? forms.other).replaceAll('#', new Intl.NumberFormat(language).format(count))

/** “A, B, and C” in the language. */
export const inList = (items: readonly string[], language = 'en'): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(items)
