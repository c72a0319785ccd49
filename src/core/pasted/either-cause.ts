import { isAdvice } from './vendor-sentence.ts'

const role =
  '(?:assum\\w+|trust (?:policy|relationship)|external[ _-]?id|(?:role|arn)\\b[^\\n.]{0,40}\\b(?:invalid|incorrect|not found|missing|not exist)|(?:in|not )?valid (?:[\\w-]+ ){0,3}(?:role|arn)|(?:find|access|use) (?:the |your |this )?(?:\\w+ ){0,2}role)'
const permissions = '(?:permissions?|privileges?)'

/** The role can't be used or lacks permissions, in one sentence. */
const eitherOr: readonly RegExp[] = [
  new RegExp(`\\b${role}\\b[^\\n.]{0,100}\\bor\\b[^\\n.]{0,60}\\b${permissions}\\b`, 'i'),
  new RegExp(`\\b${permissions}\\b[^\\n.]{0,80}\\bor\\b[^\\n.]{0,60}\\b${role}\\b`, 'i'),
]

/** A product that checks the role as a whole asks for one that passes. */
const wholeRole = /\bvalid (?:[\w-]+ ){0,3}role with (?:\w+ ){0,4}permissions\b/i

/** True for a message that blames the role or its permissions, and doesn't say which of the two. */
export const isEitherCause = (text: string): boolean =>
  wholeRole.test(text) ||
  text.split(/[.!?](?=\s|$)|\n/).some((sentence) => !isAdvice(sentence) && eitherOr.some((form) => form.test(sentence)))
