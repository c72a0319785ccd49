import type { VendorFields } from '#core/connection/vendor-fields.ts'
import type { ConfigPath } from './config-path.ts'

/** The language is null for the name, which is the same in all of them. */
export type ShownText = { readonly path: ConfigPath; readonly text: string; readonly language: string | null }

const byLanguage = (texts: Readonly<Record<string, string>>, path: ConfigPath): readonly ShownText[] =>
  Object.entries(texts).map(([language, text]) => ({ path: [...path, language], text, language }))

/** Texts that customers read. The parser has made every text one by language. */
export const shownTexts = ({ name, purpose, permissionSets }: VendorFields): readonly ShownText[] => [
  { path: ['name'], text: name, language: null },
  ...byLanguage(purpose, ['purpose']),
  ...permissionSets.flatMap(({ title, why, parameters }, index) => [
    ...byLanguage(title, ['permissionSets', index, 'title']),
    ...byLanguage(why, ['permissionSets', index, 'why']),
    ...parameters.flatMap((parameter, position) => byLanguage(parameter.title, ['permissionSets', index, 'parameters', position, 'title'])),
  ]),
]
