import { currentLanguage } from '#i18n/language.ts'

/** The language of the linter and the doctor. */
export const findingsLanguage = (): string => currentLanguage().code
