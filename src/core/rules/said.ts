/** A sentence with its values apart, so that another language can say it with the same values: `{0}` stands for the first. */
export type Said = { readonly template: string; readonly values: readonly (string | Said)[] }

/** Puts a sentence into the words of a language. The entry is the rule or the ailment that says it. */
export type Say = (sentence: Said, entry: string) => string

/** said`The role trusts account ${account}.` */
export function said(texts: TemplateStringsArray, ...values: readonly (string | number | Said)[]): Said {
  const template = texts.map((text, index) => (index === 0 ? text : `{${index - 1}}${text}`)).join('')
  return { template, values: values.map((value) => (typeof value === 'number' ? String(value) : value)) }
}

/** A text without values, as a sentence. */
export const asSaid = (text: string): Said => ({ template: text, values: [] })

export function filled(template: string, values: readonly string[]): string {
  return template.replace(/\{(\d+)\}/g, (place, index: string) => values[Number(index)] ?? place)
}

export const inEnglish: Say = ({ template, values }, entry) =>
  filled(
    template,
    values.map((value) => (typeof value === 'string' ? value : inEnglish(value, entry))),
  )
