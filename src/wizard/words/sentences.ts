import type { Say } from '#core/rules/said.ts'
import { localized } from '#i18n/language.ts'
import { plainMessages } from './sentence-messages.ts'

/** What policies do, in the language of the page. */
export const sayPlain: Say = (sentence, entry) => localized(plainMessages).say(sentence, entry)
