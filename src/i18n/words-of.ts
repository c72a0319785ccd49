/**
 * The type of a catalogue of words, made from the English one: texts are any text, functions keep their parameters, lists may have
 * another length. Another language that lacks a key, or has one too many, does not compile.
 */
export type WordsOf<English> = English extends string
  ? string
  : English extends (...facts: infer Facts) => infer Said
    ? (...facts: Facts) => WordsOf<Said>
    : English extends readonly (infer Item)[]
      ? readonly WordsOf<Item>[]
      : English extends object
        ? { readonly [Key in keyof English]: WordsOf<English[Key]> }
        : English
