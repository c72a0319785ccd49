import { sentencesIn } from './said-to-work.ts'

/** In one of the two places that must have the same one. */
const idChanged =
  /\b(?:rotated|changed|regenerated|replaced|updated|re-?created|renewed|reset)\b[^.\n]{0,30}\bexternal[ _-]?id\b|\bexternal[ _-]?id\b[^.\n]{0,20}\b(?:was|has been|got|is) (?!never\b|not\b)(?:\w+ )?(?:rotated|changed|regenerated|replaced|updated|renewed|reset)\b|\b(?:got|received|generated|shows?|has|have|with) (?:me |us )?(?:a|another|some) (?:new|different|fresh) external[ _-]?id\b/i

const connected = '(?:integration|connector|connection|credential|data source|(?:aws|cloud|linked) account)s?'

/** Most products give each integration an external ID of its own. */
const recreated: readonly RegExp[] = [
  new RegExp(`\\b(?:re-?created|replaced|re-?added|re-?connected|re-?onboarded)\\b[^.\\n]{0,40}${connected}\\b`, 'i'),
  new RegExp(`${connected}\\b[^.\\n]{0,30}\\b(?:was|were|got|has been|have been) (?:\\w+ )?(?:re-?created|replaced|re-?added)\\b`, 'i'),
  /\b(?:delet|dropp?|remov|disconnect)(?:e|ed|ing)?\b[^.\n]{0,40}\b(?:re-?(?:added|created|connected)|(?:add|creat|connect|ma)\w* (?:it |them )?(?:again|new|anew))\b/i,
]

const perhaps =
  /\b(?:if|whether|when|may|might|(?:could|can)(?! ?n[o'’]t|['’]t)|either|or|unless|make sure|ensure|check|same error|because no)\b/i

/** A person's own words about the external ID, or the integration that it belongs to. */
export function changedId(pasted: string) {
  // In SQL, the word that tells of two cases elsewhere.
  const text = pasted.replace(/\bcreate or replace\b/gi, 'recreated')
  const said = sentencesIn(text).filter((sentence) => !perhaps.test(sentence))
  return {
    isIdChanged: said.some((sentence) => idChanged.test(sentence)),
    isRecreated: said.some((sentence) => recreated.some((form) => form.test(sentence))) && new RegExp(connected, 'i').test(text),
    isStorageIntegration: /\bstorage[ _]integration\b|\bAWS_ROLE\b|\bSTORAGE_AWS_\w+/i.test(text),
  }
}
