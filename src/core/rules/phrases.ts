import { filled, type Say } from './said.ts'

/** The sentences of another language by rule or ailment, each under the English one; what several share, under `general`. */
export type Phrases = Readonly<Record<string, Readonly<Record<string, string>>>>

/** A sentence that has no words there is said in English. */
export const inPhrases =
  (phrases: Phrases): Say =>
  ({ template, values }, entry) =>
    filled(
      phrases[entry]?.[template] ?? phrases['general']?.[template] ?? template,
      values.map((value) => (typeof value === 'string' ? value : inPhrases(phrases)(value, entry))),
    )
