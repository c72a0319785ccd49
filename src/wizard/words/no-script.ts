import { inLanguage } from '#i18n/language.ts'
import type { WordsOf } from '#i18n/words-of.ts'

/** What the page says where no script runs. A page without a server has it from index.html. */
const english = {
  text: 'This page needs JavaScript to make the policies for your AWS account. Nothing has been sent anywhere. Switch JavaScript on, or ask the vendor who sent you here for the template and the commands.',
} as const

export type NoScriptWords = WordsOf<typeof english>

export const noScriptWords = inLanguage('later', 'noScript', english)
