import { inPhrases } from '#core/rules/phrases.ts'
import type { WordGroups } from '#i18n/word-groups.ts'
import { phrases } from './findings/phrases.ts'
import { severities } from './severities.ts'

export const words: WordGroups['findings'] = { severities, findings: { say: inPhrases(phrases) } }
