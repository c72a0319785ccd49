import { listOf, type PolicyDocument } from '#core/policy/document.ts'
import type { PastedFact } from './pasted-fact.ts'

/** Says of what follows that it isn't there yet. */
const wanted: readonly RegExp[] = [
  /\b(?:should|must|needs? to|has to|ought to) (?:\w+ ){0,2}(?:be|look|read|say|become|have been|have looked)\b(?![^.\n]{0,30}\b(?:correct|right|fine|ok(?:ay)?|enough|valid)\b)/i,
  /^\W*(?:\w+ ){0,2}(?:expected|corrected|desired|intended|wanted|proposed|recommended|fixed|target|correct)\b[^.\n]{0,60}$/i,
  /\b(?:expect(?:ed)?|want(?:ed)?) (?:\w+ ){0,6}(?:to (?:be|look|have)|like|this)\b[^.\n]{0,40}$/i,
  /\b(?:soll(?:te)?|muss|müsste)\b[^.\n]{0,40}\b(?:aussehen|lauten|sein|heißen)\b|^\W*(?:\w+ ){0,2}(?:erwartet|korrigiert|gewünscht|richtig)\w*\b[^.\n]{0,60}$/i,
]

const earlier = /^\W*(?:(?:the|my|our) )?(?:before|old|previous(?:ly)?|original(?:ly)?|vorher|alte?)\b[^.\n]{0,40}$/i
const later = /^\W*(?:(?:the|my|our) )?(?:after|new|now|current(?:ly)?|nachher|neue?|jetzt|aktuelle?)\b[^.\n]{0,40}$/i

const isWanted = (line: string): boolean => wanted.some((form) => form.test(line))

/** The last line of words before a policy. The mark of a code block has none. */
const lineBefore = (lead: string): string =>
  lead.split('\n').findLast((line) => /[a-z]{3}/i.test(line) && !/^\s*(?:```|~~~)/.test(line)) ?? ''

/** The values in a text, without those of a policy as it was or is to be, where the text also has one as it is, among them or elsewhere. */
export function withoutWanted(values: readonly unknown[], leads: readonly string[], isElsewhere = false): readonly unknown[] {
  const lines = leads.map(lineBefore)
  const isChanged = lines.some((line) => later.test(line))
  const asIs = values.filter((_, at) => !isWanted(lines[at] ?? '') && !(isChanged && earlier.test(lines[at] ?? '')))
  return asIs.length === 0 && !isElsewhere ? values : asIs
}

/** Nobody writes such a policy: IAM shows the unique ID of a principal that was deleted. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles */
export const isStored = ({ Statement }: PolicyDocument): boolean =>
  listOf(Statement).some(
    ({ Principal }) =>
      typeof Principal === 'object' &&
      Principal !== null &&
      'AWS' in Principal &&
      listOf(Principal['AWS']).some((each) => /^A(?:ROA|IDA)\w{8,}/.test(each)),
  )

const hasTrust = (fact: PastedFact): boolean => fact.kind === 'trust-policy' || (fact.kind === 'role' && fact.trustPolicy !== null)

/** The role as AWS shows it decides, and not the template that it was made from. */
export function withStored(ofTemplate: readonly PastedFact[], shown: readonly PastedFact[]): readonly PastedFact[] {
  if (!shown.some(hasTrust) || ofTemplate.filter(hasTrust).length > 1) return [...ofTemplate, ...shown.filter((fact) => !hasTrust(fact))]
  const others = ofTemplate.filter(({ kind }) => kind !== 'trust-policy')
  return [...others.map((fact) => (fact.kind === 'role' ? { ...fact, trustPolicy: null, proviso: undefined } : fact)), ...shown]
}
