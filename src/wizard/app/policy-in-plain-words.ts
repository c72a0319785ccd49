import type { PolicyDocument } from '#core/policy/document.ts'
import { policyInPlainWords as inPlainWords, type PlainWords } from '#core/policy/plain-words.ts'
import { sayPlain } from '#wizard/words/sentences.ts'

/** In the language of the page. Apart from its words, of which the first screen has a use without it. */
export const policyInPlainWords = (document: PolicyDocument): PlainWords => inPlainWords(document, sayPlain)
