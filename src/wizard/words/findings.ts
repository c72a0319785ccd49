import type { Say } from '#core/rules/said.ts'
import { localized } from '#i18n/language.ts'
import { findingMessages } from './sentence-messages.ts'

/** What the linter and the denial doctor find, in the language of the page. */
export const say: Say = (sentence, entry) => localized(findingMessages).say(sentence, entry)
