/** Around the name of what a template or a program leaves open; no policy may have these characters. */
const [opening, closing] = ['\ue000', '\ue001']
const marks = new RegExp(`${opening}([^${closing}]*)${closing}`, 'g')

export const mark = (name: string): string => `${opening}${name}${closing}`

export const markedNames = (text: string): readonly string[] => [...new Set([...text.matchAll(marks)].map(([, name = '']) => name))]

/** Each with what it is to be. */
export const withoutMarks = (text: string, meaning: (name: string) => string): string =>
  text.replace(marks, (_, name: string) => meaning(name))

/** Quotes within `${…}` would end the text around it. */
export const withoutInnerQuotes = (text: string): string =>
  text.replace(/\$\{(?!aws:)[^{}\n]{1,200}\}/g, (expression) => expression.replaceAll('"', "'"))

/** A block of Terraform that is there once for each value of a list. https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks */
export const dynamicBlock = (name: string): string => `dynamic "${name}"`

export const isDynamicBlock = (name: string): boolean => name.startsWith('dynamic "')
