import { sentencesIn } from './said-to-work.ts'

export const externalId = '["\'`“]?\\w{0,30}external[ _-]?ids?\\w{0,30}["\'`”]?'
const not = "(?:not|never|n['’]t)"

/** The call lacks the external ID, and not the trust policy. */
const unsentId: readonly RegExp[] = [
  new RegExp(`\\bno ${externalId}[^.\\n]{0,40}\\b(?:calls?|requests?|requestParameters|events?)\\b`, 'i'),
  new RegExp(`\\b(?:calls?|requests?|requestParameters|events?)\\b[^.\\n]{0,40}\\bno ${externalId}`, 'i'),
  new RegExp(
    `${externalId}(?: (?:parameter|value|field|option|argument|variable|header|property|input))?[^.\\n]{0,30}(?: |(?<=is|was|does|did))${not} (?:\\w+ ){0,2}(?:passed|sent|included|provided|supplied|forwarded|propagated|transmitted|honou?red|respected|picked up)\\b`,
    'i',
  ),
  new RegExp(
    `${externalId}[^.\\n]{0,20}\\b(?:is|was|as|being|evaluat\\w+ to|resolv\\w+ to) (?!not\\b)(?:\\w+ )?["'\`]?(?:None|null|nil|empty|undefined|blank|omitted|ignored|dropped)\\b`,
    'i',
  ),
  new RegExp(`${externalId}[^.\\n]{0,20}\\bmissing (?:from|in) (?:the |its |our |your )?(?:\\w+ ){0,3}\\w*(?:request|call)`, 'i'),
  new RegExp(
    `\\b(?:does not|do not|did not|will not|is not|are not|never|fails? to|failed to|without|no (?:way|option) to|not|(?:do|does|did|is|are|was)n['’]t)(?: (?:actually|even|currently|yet))? (?:pass|send|includ|provid|supply|supplie|forward|transmit)\\w*(?: [\\w-]+){0,4} ${externalId}`,
    'i',
  ),
]

const give = '(?:pass|set|give|send|specify|supply|provide|configure|define|enter|add|include|use|inject|forward)'

/** The program that calls can't send an external ID. */
const unsendableId: readonly RegExp[] = [
  new RegExp(
    `\\bno (?:(?:\\w+ )?(?:way|means|possibility|option|field|setting|parameter|input|place|support|box|argument|property|attribute|flag))\\b(?: (?:to|for|of)\\b[^.\\n]{0,40})? ${externalId}`,
    'i',
  ),
  new RegExp(`\\b(?:nothing|nowhere)\\b[^.\\n]{0,30}\\b(?:for|to|about)\\b[^.\\n]{0,20} ${externalId}`, 'i'),
  new RegExp(
    `\\b(?:do|does|did|can|could)(?: not|n['’]?t|not) (?:see|find|have|offer|show|provide|expose|contain)\\b[^.\\n]{0,20} ${externalId} (?:\\w+ )?(?:field|option|setting|parameter|input|box|argument|property|attribute)\\b`,
    'i',
  ),
  new RegExp(
    `${externalId}[^.\\n]{0,40}\\b(?:missing|absent|not (?:there|offered|shown))\\b[^.\\n]{0,30}\\b(?:dialog|form|UI|screen|step|page|settings|plug-?in|connector|schema|configuration)\\b`,
    'i',
  ),
  /\b(?:kein\w* (?:Feld|Option|Möglichkeit|Einstellung|Parameter)|(?:pas de|aucun\w*) (?:champ|paramètre|option)|(?:sin|ning[uú]n|nenhum|nessun) (?:campo|opci[oó]n|parámetro))\b[^.\n]{0,40}(?:extern\w* ID\b|\bID (?:externe|externo|esterno)\b|\bidentifi\w+ extern\w\b)/i,
  new RegExp(
    `\\b(?:can(?:not|['’]?t)|could(?: not|n['’]?t)|(?:unable|not able|not possible|impossible) to|(?:does|do|did)(?: not|n['’]?t) (?:support|allow|let (?:me|us|you))) [^.\\n]{0,20}?\\b${give}(?:ting|ing)? (?:(?:a|an|the|any|that|custom|our|my|its|field|option|setting|parameter|input|for|to) )*${externalId}`,
    'i',
  ),
  new RegExp(
    `\\b(?:(?:does|do|did)(?: not|n['’]?t) (?:support|accept|offer|expose)|no support for|without (?:any )?support for) (?:(?:a|an|the|any|custom|field|option|setting|parameter|input|for|to|set|using|use|support) )*${externalId}`,
    'i',
  ),
  new RegExp(
    `${externalId}s?[^.\\n]{0,30}(?: |(?<=is|are|was|does))${not} (?:be )?(?:\\w+ )?(?:supported|configurable|settable|possible|accepted|available|exposed|implemented)\\b`,
    'i',
  ),
]

/** Looks for the external ID itself, and not for a field to enter it. */
const soughtId = /\b(?:find|see|locate|know|view|copy|edit|change|generate|create|remember|where)\b/i
const fieldNoun = /\b(?:field|option|setting|parameter|input|box|place|property|attribute|argument|flag|nothing|nowhere)\b/i

const isSought = (clause: string): boolean => soughtId.test(clause) && !fieldNoun.test(clause)

/** A place of the program that has other values only. */
const onlyOthers =
  /\b(?:only|just)\b[^.\n]{0,50}\b(?:role[ _-]?arn|role name|access keys?)\b|\b(?:role[ _-]?arn|access keys?)\b[^.\n]{0,20}\bonly\b/i
const ofPlace = /\b(?:asks?|takes?|accepts?|offers?|supports?|has|have|shows?|see|fields?|box(?:es)?|form|there (?:is|are)|lists?)\b/i

/** Speaks of the role, gives advice, or says what would happen. */
const notOfCall =
  /\b(?:trust (?:policy|relationship)|in (?:the|your|my|our) (?:iam )?(?:role|policy)|condition block|if|unless|should|must|make sure|ensure|secret|share)\b|^\W*(?:do not|don['’]t|never)\b/i

const namesId = new RegExp(externalId, 'i')

const offersOthers = (sentence: string): boolean =>
  onlyOthers.test(sentence) && ofPlace.test(sentence) && !namesId.test(sentence) && !notOfCall.test(sentence)

const clausesIn = (text: string): readonly string[] =>
  sentencesIn(text).flatMap((sentence) => sentence.split(/,? (?:and|because|while|since|whereas)\b/))

/** A person's own words about the external ID that a call sends. */
export function sentId(text: string): { readonly isIdUnsent: boolean; readonly isIdUnsendable: boolean } {
  const clauses = clausesIn(text).filter((clause) => !notOfCall.test(clause))
  const isIdUnsendable =
    (namesId.test(text) && sentencesIn(text).some(offersOthers)) ||
    clauses.some((clause) => !isSought(clause) && unsendableId.some((form) => form.test(clause)))
  return { isIdUnsent: isIdUnsendable || clauses.some((clause) => unsentId.some((form) => form.test(clause))), isIdUnsendable }
}
