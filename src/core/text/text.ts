/** A text in the language that is asked for, by its BCP 47 tag. */
export type Text = (language: string) => string

/** A text that is the same in every language. */
export const verbatim =
  (text: string): Text =>
  () =>
    text
