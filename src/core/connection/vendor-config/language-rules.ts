import type { ConfigRule, ConfigSpot } from './config-finding.ts'
import { shownTexts } from './shown-texts.ts'
import { found, oneOf } from './spelling.ts'

/** Languages of the wizard. A test compares this list with the catalogs. */
export const spokenLanguages: readonly string[] = ['en', 'de']

/** https://www.rfc-editor.org/info/bcp47 */
const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

const brokenTag: ConfigRule = {
  severity: 'error',
  check: (vendor) =>
    shownTexts(vendor).flatMap(({ path, language }): readonly ConfigSpot[] =>
      language === null || languageTag.test(language)
        ? []
        : [{ path, message: `${found(language)} is not a language tag. Use one such as "de".` }],
    ),
}

const unspoken: ConfigRule = {
  severity: 'warning',
  check: (vendor) =>
    shownTexts(vendor).flatMap(({ path, language }): readonly ConfigSpot[] =>
      language === null || !languageTag.test(language) || spokenLanguages.includes(language)
        ? []
        : [
            {
              path,
              message: `The wizard does not speak ${found(language)}, so customers never see this text. Allowed here: ${oneOf(spokenLanguages)}.`,
            },
          ],
    ),
}

const untranslated: ConfigRule = {
  severity: 'warning',
  check: (vendor) => {
    const texts = shownTexts(vendor).filter(({ language }) => language !== null)
    const used = spokenLanguages.filter((spoken) => spoken !== 'en' && texts.some(({ language }) => language === spoken))
    const translated = new Set(texts.map(({ path }) => JSON.stringify(path)))
    return texts
      .filter(({ language }) => language === 'en')
      .flatMap(({ path }) =>
        used
          .map((language) => ({ path: [...path.slice(0, -1), language], language }))
          .filter((other) => !translated.has(JSON.stringify(other.path)))
          .map(
            (other): ConfigSpot => ({
              path: other.path,
              message: `Other texts are in "${other.language}", and this one is in English only. Add it, for example { "en": "…", "${other.language}": "…" }.`,
            }),
          ),
      )
  },
}

export const languageRules: readonly ConfigRule[] = [brokenTag, unspoken, untranslated]
