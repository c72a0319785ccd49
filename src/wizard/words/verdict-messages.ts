import { inEnglish } from '#core/rules/said.ts'
import { messages } from '#core/text/messages.ts'
import { causeWords } from '#core/verify/cause-words.ts'
import { type DiagnosisWords, explanations, verdictWords } from '#core/verify/explanations.ts'

const diagnoses: DiagnosisWords = explanations

export const verdictMessages = messages('verdict', { causes: causeWords, diagnoses, verdicts: verdictWords, say: inEnglish })
