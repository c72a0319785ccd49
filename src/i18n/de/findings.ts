import { inPhrases } from '#core/rules/phrases.ts'
import { findingMessages } from '#wizard/words/sentence-messages.ts'
import './severities.ts'
import { phrases } from './findings/phrases.ts'

findingMessages.translate('de', { say: inPhrases(phrases) })
