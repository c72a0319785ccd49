import { circumstancesIn } from './circumstances.ts'
import type { DescriptionFact } from './pasted-fact.ts'

/** Longer texts are logs. */
const longestText = 20_000

const externalId = '["\'`“]?\\w*external[ _-]?ids?\\w*["\'`”]?'
const not = "(?:not|never|n['’]t)"

/** The call lacks the external ID, and not the trust policy. */
const unsentId: readonly RegExp[] = [
  new RegExp(
    `${externalId}(?: (?:parameter|value|field|option|argument|variable|header|property|input))?[^.\\n]{0,30}(?: |(?<=is|was|does|did))${not} (?:\\w+ ){0,2}(?:passed|sent|included|provided|supplied|forwarded|propagated|transmitted|honou?red|respected|picked up)\\b`,
    'i',
  ),
  new RegExp(
    `${externalId}[^.\\n]{0,20}\\b(?:is|was|as|being|evaluat\\w+ to|resolv\\w+ to) (?:\\w+ )?["'\`]?(?:None|null|nil|empty|undefined|blank|omitted|ignored|dropped)\\b`,
    'i',
  ),
  new RegExp(`${externalId}[^.\\n]{0,20}\\bmissing (?:from|in) (?:the |its |our |your )?(?:\\w+ ){0,3}\\w*(?:request|call)`, 'i'),
  new RegExp(
    `\\b(?:does not|do not|did not|will not|is not|are not|never|fails? to|failed to|without|no (?:way|option) to|not|(?:do|does|did|is|are|was)n['’]t)(?: (?:actually|even|currently|yet))? (?:pass|send|includ|provid|supply|supplie|forward|transmit)\\w*(?: [\\w-]+){0,4} ${externalId}`,
    'i',
  ),
]

/** Speaks of the role, gives advice, or says what would happen. */
const notOfCall =
  /\b(?:trust (?:policy|relationship)|in (?:the|your|my|our) (?:iam )?(?:role|policy)|condition block|if|unless|should|must|make sure|ensure|secret|share)\b|^\W*(?:do not|don['’]t|never)\b/i

/** A call that works shows that there is a role, and that it trusts some caller. */
const works: readonly RegExp[] = [
  /\b(?:I|we|you) (?:can|could|am able to|are able to|was able to|were able to) (?:successfully |manually |also |still )*(?:assume|switch (?:in)?to)\b/i,
  /\b(?:if|when|once) (?:I|we) (?:manually )?(?:assume|switch|call|use|run)\b[^.\n]{0,120}(?:\b(?:works?|worked|succeeds?|succeeded|fine)\b|\b(?:I|we) can\b|\b(?:I['’]m|we['’]re|am|are) able\b)/i,
  /\b(?:same|that|above|this|the|my|our) (?:\w+ ){0,4}(?:role|arn|role arn|trust policy|credentials|external id)\b[^.\n]{0,120}\b(?:works?|worked|is working)(?: (?:fine|well|perfectly|great|correctly|ok|okay|as expected|without|in|with|from|when|for|via|on))\b/i,
  /\bassum\w+ (?:\w+ ){0,3}role\b[^.\n]{0,80}\b(?:manually|by hand|locally|with the cli|via (?:the )?cli|from (?:the |my )?(?:cli|terminal|console|laptop|machine))\b[^.\n]{0,60}\b(?:works?|worked|fine|succe\w+|no (?:problem|issue|error)s?)\b/i,
  /\b(?:works?|worked|working)(?: \w+)? (?:manually|locally|(?:with|using|via|from|in|on) (?:the |my |a )?(?:aws )?(?:cli|command line|terminal|console|laptop|local machine|boto3?|sdk|postman|other (?:services|tools|accounts|products|stacks)))\b/i,
  /\b(?:I|we) can (?:see|list|read|access|get|fetch|download|query)\b[^.\n]{0,80}\b(?:with|using|via|from|through) (?:the |my |a |an )?(?:same |aws )*(?:role|profile|cli|credentials|console|account)\b/i,
  /\b(?:in|with|from) other (?:services|tools|products|stacks|accounts)[^.\n]{0,40}\b(?:works?|can|able)\b/i,
  /\b(?:not (?:happening|reproducible|occurring)|works?(?: fine)?|worked(?: fine)?) (?:in|with|on|until|before|up to) (?:the )?(?:version |release |tag )?v?\d+\.\d+/i,
]

const worksNot =
  /\b(?:not|never|only|stopped|longer|no)\b[^.\n]{0,12}\bwork|n['’]t (?:\w+ )?work|\b(?:should|might|may|would|will|must|hope\w*|expect\w*|want\w*|need\w*|so that|how|assuming)\b[^.\n]{0,60}\b(?:works?|assume|able|can)\b|\bcan(?:not|['’]t)? (?:I|we) assume\b/i

/** It worked after a while, and nothing else was changed. */
const worksLater: readonly RegExp[] = [
  /\b(?:second time|again|re-?r[ua]n\w*|retry\w*|retried|re-?appl\w+|re-?try\w*)\b[^.\n]{0,60}\b(?:works?|worked|succeeds?|succeeded|went through|fine|is gone|disappears?|disappeared)\b/i,
  /\b(?:works?|worked|succeeds?|succeeded|went through) (?:\w+ ){0,3}(?:(?:a few|some|several|\d+|a couple of) (?:seconds?|minutes?) later|after (?:waiting|a (?:few|couple)|some|several|\d+)[^.\n]{0,20}(?:seconds?|minutes?|retr\w+|tries)?|(?:on|at) (?:the )?(?:second|next|2nd) (?:try|run|attempt|apply))\b/i,
  /\b(?:second|next|2nd) (?:try|run|attempt|apply)\b[^.\n]{0,30}\b(?:works?|worked|succeeds?|succeeded|went through|fine)\b/i,
]

/** The program made its calls with other credentials than the role's. */
const roleUnused: readonly RegExp[] = [
  /\binstead of (?:the |using |assuming |with |in )?(?:the |my |our )?(?:assum\w+[ -]?role|assumed|(?:iam |target |configured |specified |provided |cross-account |customer )?role)\b/i,
  /\b(?:doesn['’]t|does not|isn['’]t|is not|didn['’]t|did not|never) (?:actually |even |really |seem to )?(?:assum(?:e|es|ing)|us(?:e|es|ing)) the (?:\w+ )?role\b/i,
  /\b(?:still|always|keeps?|only) (?:using|uses?|running (?:as|with|under)|runs? (?:as|with|under)) (?:the |my |its |our )?(?:\w+ ){0,3}(?:instance|node|worker|pod|default|environment|source|original|base|host)\b[^.\n]{0,30}\b(?:role|profile|credentials|account|identity)\b/i,
]

const region = '(?:af|ap|ca|cn|eu|il|me|mx|sa|us)(?:-gov|-iso\\w?)?-(?:north|south|east|west|central)?(?:east|west|north|south)?-\\d'
const affected = new RegExp(`\\bregions? affected:?[ \\t]*(${region}(?:(?:,? and |[,;] ?| )${region})*)`, 'i')
const onlyIn = new RegExp(
  `(?:\\b(?:only|just|limited to)\\b|n['’]t work|\\bnot work(?:ing)?|\\bfails?)(?: \\w+){0,3} (?:in |to )?(${region}(?:(?:,? and |,? or |, ?)${region})*)(?! works?)`,
  'i',
)

/** In a form that may name a Region at its end. */
function affectedRegions(text: string): readonly string[] {
  const [, listed] = affected.exec(text) ?? onlyIn.exec(text) ?? []
  return listed === undefined ? [] : [...new Set(listed.toLowerCase().match(new RegExp(region, 'g')) ?? [])]
}

/** The organization's policy is said to be the cause, and not one of several. */
const organizationBlocks =
  /\b(?:SCPs?|RCPs?|service control polic(?:y|ies)|resource control polic(?:y|ies)|guardrails?)\b[^.\n]{0,60}\b(?:prevents?|blocks?|blocked|blocking|den(?:y|ies|ied)|prevented|stops?|forbids?|restricts?)\b|\b(?:blocked|denied|prevented|restricted) by (?:an? |the |our |my )?(?:\w+ ){0,2}(?:SCP|RCP|service control policy|resource control policy|guardrail)\b/i

/** In one of the two places that must have the same one. */
const idChanged =
  /\b(?:rotated|changed|regenerated|replaced|updated|re-?created|renewed|reset)\b[^.\n]{0,30}\bexternal[ _-]?id\b|\bexternal[ _-]?id\b[^.\n]{0,20}\b(?:was|has been|got|is) (?:\w+ )?(?:rotated|changed|regenerated|replaced|updated|renewed|reset)\b|\b(?:re-?created|dropped and created|replaced)\b[^.\n]{0,30}\b(?:storage )?integration\b/i

const selfAssume =
  /\bself[- ]assum\w+|\bself[- ]?(?:assume)?role trust|\b(?:role|it)\b[^.\n]{0,40}\b(?:must|needs? to|should|has to|have to|can|may|allowed to|able to) (?:be able to )?assume (?:itself|themselves)\b/i

/** Said of the role itself, and not as one of several causes. */
const absentRole: readonly RegExp[] = [
  /\bno (?:(?:aws|iam|such|matching) )*role\b[^.\n]{0,60}\bexists?\b/i,
  /\brole\b[^.\n]{0,60}\b(?:does not|did not|doesn['’]t|didn['’]t) (?:actually )?exist\b/i,
  /\brole\b[^.\n]{0,30}\b(?:was|has been|got|were) (?:\w+ )?(?:deleted|removed|never created|not created)\b/i,
]

const perhaps = /\b(?:if|whether|when|may|might|could|can|either|or|unless|make sure|ensure|check|same error|because no)\b/i

const roleArns = /\barn:[\w-]{3,10}:iam::\d{12}:role\/[\w+=,.@/-]{0,200}\w/g

const renamed =
  /\brole\b(?: (?:that|which|in|it)\b)?[^.\n]{0,80}\b(?:is|was|are|were)(?: actually| now| instead)? (?:named|called) ["'`“]?(?=[\w+=,.@-]*[A-Z\d-])([\w+=,.@-]{3,64}\w)/i

/** The parts of sentences too: "works here but not there". A line that goes on with a lowercase letter belongs to the one before. */
const sentences = (text: string): readonly string[] =>
  text.replace(/\n(?=[a-z])/g, ' ').split(/[.!?](?=\s|$)|\n|,? (?:but|however|although|though)\b/)

/** Documents name roles, too, but not those of a call. */
type Around = { readonly hasError: boolean; readonly isOfCall: boolean }

/** What a person says of a call in addition to its error. Null where nothing of it changes what the error means. */
export function describedCall(pasted: string, { hasError, isOfCall }: Around): DescriptionFact | null {
  const text = pasted.slice(0, longestText)
  const all = sentences(text)
  const isSaid = (forms: readonly RegExp[], except: RegExp): boolean =>
    all.some((sentence) => !except.test(sentence) && forms.some((form) => form.test(sentence)))
  const regions = affectedRegions(text)
  const fact: DescriptionFact = {
    kind: 'description',
    isIdUnsent: isSaid(unsentId, notOfCall),
    isCallWithoutId: !hasError && circumstancesIn(text).includes('no-external-id'),
    worksLater: isSaid(worksLater, /\b(?:not|never|no|if|should|hope|will)\b|n['’]t\b/i),
    isOrganizationBlocking: isSaid([organizationBlocks], perhaps),
    isDenied: /\bAccessDenied\b|\b(?:access )?denied\b/i.test(text),
    roleArns: isOfCall ? [...new Set(text.match(roleArns) ?? [])] : [],
    worksElsewhere: isSaid(works, worksNot),
    isRoleUnused: isSaid(roleUnused, /\bif\b/i),
    regions,
    isRegionOfCall: regions.length > 0 && /\bassume_?role\b/i.test(text) && /\berror\b/i.test(text),
    mustAssumeItself: selfAssume.test(text),
    isIdChanged: isSaid([idChanged], perhaps),
    isRoleAbsent: isSaid(absentRole, perhaps),
    roleName: renamed.exec(text)?.[1] ?? null,
  }
  const { kind: _, regions: __, roleArns: named, ...said } = fact
  return regions.length > 0 ||
    named.length > 1 ||
    Object.values({ ...said, isDenied: false }).some((value) => value !== false && value !== null)
    ? fact
    : null
}
