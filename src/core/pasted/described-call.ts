import { changedId } from './changed-id.ts'
import { circumstancesIn } from './circumstances.ts'
import { hasEmptyIdElsewhere } from './other-languages.ts'
import type { DescriptionFact } from './pasted-fact.ts'
import { sentencesIn, worksElsewhere, worksLater } from './said-to-work.ts'
import { externalId, sentId } from './sent-id.ts'
import { isName, type StatedValues, statedValues } from './stated-values.ts'

/** Longer texts are logs. */
const longestText = 20_000

/** The program made its calls with other credentials than the role's. */
const roleUnused: readonly RegExp[] = [
  /\binstead of (?:the |using |assuming |with |in )?(?:the |my |our )?(?:assum\w+[ -]?role|assumed|(?:iam |target |configured |specified |provided |cross-account |customer )?role)\b/i,
  /\b(?:doesn['’]t|does not|isn['’]t|is not|didn['’]t|did not|never) (?:actually |even |really |seem to )?(?:assum(?:e|es|ing)|us(?:e|es|ing)) the (?:\w+ )?role\b/i,
  /\b(?:resource|object|bucket|queue|secret|key|table|rule|cluster|it)\b[^.\n]{0,60}\b(?:is|are|lives?|exists?|belongs?) (?:actually )?(?:in|to) (?:a |an |the )?(?:different|another|other) account than\b/i,
  /\b(?:looks?|looking|calls?|calling|queries|querying|runs?|running|made|makes|goes|sent|sends) [^.\n]{0,40}\b(?:in|to|against|from) (?:the )?(?:wrong|source|original|caller['’]?s?|controller['’]?s?|provider['’]?s?) account\b/i,
  /\b(?:still|always|keeps?|only) (?:using|uses?|running (?:as|with|under)|runs? (?:as|with|under)) (?:the |my |its |our )?(?:\w+ ){0,3}(?:instance|node|worker|pod|default|environment|source|original|base|host)\b[^.\n]{0,30}\b(?:role|profile|credentials|account|identity)\b/i,
]

/** The person, and not the call: in the product or in the role. */
const emptyId: readonly RegExp[] = [
  new RegExp(`\\b(?:left|leave|leaving|kept|keep|keeping)\\b[^.\\n]{0,30}${externalId}[^.\\n]{0,40}\\b(?:empty|blank|out|unset)\\b`, 'i'),
  new RegExp(`${externalId}[^.\\n]{0,30}\\b(?:left|kept|remains?|stays?) (?:\\w+ )?(?:empty|blank|unset|out)\\b`, 'i'),
  new RegExp(
    `\\b(?:have|had|did)(?:n['’]t| not) (?:set|enter|entered|fill(?:ed)? in|configured?|specified|specify|used?) (?:\\w+ ){0,2}${externalId}`,
    'i',
  ),
]

/** Another account or environment has a role that works. */
const someWork =
  /\b(?:master|management|payer|main|root|parent|prod\w*|dev\w*|staging|test|first|other|one|old\w*|another)\b[^.\n,;]{0,40}\b(?:is|are|shows?|stays?|turns?|works?|worked)\b[^.\n,;]{0,20}?(?:\b(?:green|ok(?:ay)?|fine|connected|healthy|active|successful\w*)\b|(?<=works?|worked)(?=[.,;\s]|$))/i

/** The name that AWS gives the account, and older ones. */
const managementWorks = new RegExp(
  `\\b(?:management|payer|master|root|parent) account\\b${someWork.source.slice(someWork.source.indexOf('[^.\\n,;]{0,40}'))}`,
  'i',
)

const notWorking = /\b(?:not|never|no longer|stopped|should|must|if|until)\b|n['’]t\b|\bin(?:active|valid)\b/i

/** Placeholders for an account are in ARNs that stand for several. */
const anyRole =
  /\barn:[\w-]{3,10}:iam::(?:\d{12}|[<{$[(][\w -]{1,40}[>}\])]|[xX*]{4,14}|[A-Z_]{4,30}):role\/([\w+=,.@-]{1,64}(?:\/[\w+=,.@-]{1,64}){0,5})/g

function pathIn(text: string): string | null {
  const paths = [...text.matchAll(anyRole)].map(([, named = '']) => named.slice(0, Math.max(0, named.lastIndexOf('/'))))
  const [first] = paths
  return paths.length > 1 && first !== undefined && first !== '' && paths.every((path) => path === first) ? first : null
}

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

/** The caller has policies, and sts:AssumeRole isn't in them. */
const withoutAssume: readonly RegExp[] = [
  /\bpolicy\b[^.\n]{0,60}\bsts:AssumeRole\b[^.\n]{0,100}(?:\bnot\b|n['’]t\b|\bnever\b)[^.\n]{0,20}\battached\b/i,
  /\bnone of (?:them|these|those|(?:the|its|their|those|these) (?:\w+ )?(?:policies|permissions|statements|roles))\b[^.\n]{0,60}\bsts\b/i,
  /\b(?:no|without (?:a|any)) (?:\w+ )?(?:polic(?:y|ies)|statements?|permissions?)\b[^.\n]{0,60}\bsts(?::AssumeRole)?\b/i,
  /\b(?:polic(?:y|ies)|permissions?|role|user|caller|application|app|service account)\b[^.\n]{0,60}(?:\b(?:does|do|did) not\b|\b(?:does|do|did)n['’]?t\b|\bnever\b|\blacks?\b|\bmissing\b)(?: (?:have|has|include|includes|contain|contains|allow|grant|mention|get|got))?[^.\n]{0,20}\bsts(?::AssumeRole|:\*)?(?![\w.:])/i,
  /\b(?:polic(?:y|ies)|permissions?)\b[^.\n]{0,30}\b(?:only|just) (?:allows?|grants?|has|have|contains?|includes?)\b[^.\n]{0,60}\b(?:no|not|without)\b[^.\n]{0,20}\bsts\b/i,
]

const notOfCaller =
  /\b(?:trust\w*|if|whether|may|might|perhaps|probably|maybe|seems?|think|guess|suspect|make sure|ensure|should|because no|error|says?|action)\b/i

/** Said of new roles by someone who may create them only in this way. */
const boundaryRequired: readonly RegExp[] = [
  /\broles?\b[^.\n]{0,80}\b(?:without|unless)\b[^.\n]{0,40}\bboundar(?:y|ies)\b|\bwithout\b[^.\n]{0,40}\bboundar(?:y|ies)\b[^.\n]{0,80}\b(?:roles?|den(?:y|ied)|blocked|forbidden|not allowed|rejected)\b/i,
  /\b(?:requir(?:es?|ed|ing)|must|need(?:s|ed)? to|ha(?:s|ve) to|mandat\w+|enforc\w+|obligatory|only (?:let|lets|allow|allows|allowed)|insists?)\b[^.\n]{0,100}\bboundar(?:y|ies)\b/i,
  /\bboundar(?:y|ies)\b[^.\n]{0,60}\b(?:(?:is|are|being) (?:\w+ )?(?:required|mandatory|enforced|needed|obligatory)|must be|ha(?:s|ve) to be|needs? to be)\b/i,
  /\b(?:müssen|muss|darf|dürfen|vorgeschrieben|Pflicht|verlangt|nur mit|ohne)\b[^.\n]{0,80}\b(?:Permissions?[- ]Boundary|Boundary|Berechtigungsgrenze)\b/i,
]

/** Words of AWS, and questions. */
const notOfBoundary =
  /\b(?:I|we)(?:['’]ve| have)? (?:already )?(?:attach|set|add|pass|specif|provid|put)\w*\b|\bnot authorized to perform\b|\bno permissions? boundary allows\b|\bexplicit deny in\b|^\W*(?:do|does|is|are|can|could|should|must|how|what|which|why|muss|müssen|soll|brauch\w*)\b|\b(?:if|whether|ob)\b/i

const selfAssume =
  /\bself[- ]assum\w+|\bself[- ]?(?:assume)?role trust|\b(?:role|it)\b[^.\n]{0,40}\b(?:must|needs? to|should|has to|have to|can|may|allowed to|able to) (?:be able to )?assume (?:itself|themselves)\b/i

/** Someone has looked for the role. */
const unseenRole =
  /\b(?:can(?:not|['’]t)|could(?: not|n['’]t)) find (?:any|a|the|that|this) role\b(?! (?:arn|trust))[^.\n]{0,20}\b(?:with that name|in IAM)\b/i

/** Said of the role itself, and not as one of several causes. */
const absentRole: readonly RegExp[] = [
  /\b[A-Z]\w{3,60}Role\b[^.\n]{0,20}\b(?:is|was|are|does) ?n[o'’]t (?:present|there|found|exist\w*|available|deployed|created)\b[^.\n]{0,30}\baccounts?\b/,
  /(?:\b(?:did|do|does) not|\b(?:did|do|does)n['’]?t|\bnever) (?:create|deploy|provision)\b[^.\n]{0,30}\brole\b[^.\n]{0,30}\b(?:in|into|to|for) (?:\w+ ){0,4}accounts?\b/i,
  /\bno (?:(?:aws|iam|such|matching) )*role\b[^.\n]{0,60}\bexists?\b/i,
  /\brole\b[^.\n]{0,60}\b(?:does not|did not|doesn['’]t|didn['’]t) (?:actually )?exists?\b/i,
  /\brole\b[^.\n]{0,30}\b(?:was|has been|got|were) (?:\w+ )?(?:deleted|removed|never created|not created)\b/i,
  /(?:\b(?:did|do|does|can|could) not|\b(?:did|do|does|can|could)n?['’]?t|\bcannot|\bnever) (?:see|find|have|get|locate)\b (?:(?:any|the|that|this|such|a|an|our|my|iam|aws|cross-account|target|new) )*["'`“]?[\w+=,.@-]*role["'`”]?(?: (?:created|deployed|provisioned|listed|there|in|on)\b|[\s"'`”]*$)/i,
  /\brole["'`”]?\b[^.\n]{0,60}(?:\b(?:is|was|were|has|had|did|are) (?:\w+ )?not|(?:is|was|were|has|had|did|are)n['’]?t|\bnever)(?: \w+)? (?:there|created|present|deployed|provisioned|rolled out|in (?:the|that|this|those|these|my|our) (?!same\b|other\b)(?:\w+ ){0,3}accounts?)\b(?! (?:by|with|using|via|from|through|manually|correctly|properly|as)\b)/i,
  /\brole["'`”]?\b[^.\n]{0,40}\bmissing (?:in|from|on) (?:the |that |this |those |these |all |my |our )*(?:\w+ ){0,2}accounts?\b/i,
  /\brole["'`”]?\b[^.\n]{0,60}\b(?:only|just)\b[^.\n]{0,30}\bin (?:the |my |our )?(?:management|payer|master|admin\w*|root|main|parent) account\b/i,
]

/** Not said as a fact. */
const notSaid = /\b(?:if|whether|may|might|either|or|unless|make sure|ensure|check|same error|because no)\b/i

const stacks = /\bstack ?sets?\b|\bstacks?\b|\bCloudFormation\b/i

const perhaps =
  /\b(?:if|whether|when|may|might|(?:could|can)(?! ?n[o'’]t|['’]t)|either|or|unless|make sure|ensure|check|same error|because no)\b/i

const roleArns = /\barn:[\w-]{3,10}:iam::\d{12}:role\/[\w+=,.@/-]{0,200}\w/g

const renamed: readonly RegExp[] = [
  /\brole\b(?: (?:that|which|in|it)\b)?[^.\n]{0,80}\b(?:is|was|are|were)(?: actually| now| instead)? (?:named|called) ["'`“]?([\w+=,.@-]{3,64}\w)/i,
  /\b(?:created|named|called|deployed|made) (?:a |an |the |our |my |this |it )?(?:\w+ )?role (?:named |called |as )?["'`“]?([\w+=,.@-]{3,64}\w)/i,
]

/** Other words follow the same verbs. */
const isOfRoleName = (word: string): boolean => isName(word) || /^[a-z]\w*(?:-\w+)+$/.test(word)

const roleNameIn = (text: string): string | null => renamed.flatMap((form) => form.exec(text)?.[1] ?? []).find(isOfRoleName) ?? null

const failedStack =
  /\bROLLBACK|\bCREATE_FAILED\b|\broll(?:ed|s|ing)? ?back\b|\b(?:stack|CloudFormation)\b[^.\n]{0,40}\bfail|\bfail\w*[^.\n]{0,30}\b(?:stack|CloudFormation)\b/i

const missingRole =
  /\brole (?:with (?:the )?name |named )?["'`“]?([\w+=,.@-]{2,63}\w)["'`”]? [^.\n]{0,20}?(?:(?:not|n['’]t) (?:be )?(?:found|exist|located)\b|is missing\b)/i

/** A word of the sentence is no name. */
function absentRoleIn(text: string): string | null {
  const [, name = ''] = missingRole.exec(text) ?? []
  return /[A-Z\d-]/.test(name.slice(1)) && !/^(?:ARN|IAM|AWS)$/i.test(name) ? name : null
}

/** Other operators name what isn't allowed. */
const sessionNames =
  /(?<!\bString(?:Not\w+)["']?\s{0,4}:\s{0,4}\{[^{}]{0,200})["']?\bsts:RoleSessionName["']?\s{0,40}(?:(?:[:=]|is|like|matches)\s{0,4})?(?:\[\s{0,9})?(?:["'“]([^\s"'”][^"'”\n]{0,99})["'”]|(?<=[:=]\s{0,4})([\w+=,.@*?-]{2,64}))/

function sessionNameIn(text: string): string | null {
  const [, quoted, bare] =
    /\b(?:fail\w*|errors?|denied|unable|cannot|can['’]t|could ?n[o'’]t|not (?:able|authorized)|no puede|konnte)\b/i.test(text)
      ? (sessionNames.exec(text) ?? [])
      : []
  return quoted ?? bare ?? null
}

const namesIn = (
  text: string,
  hasError: boolean,
): Pick<DescriptionFact, 'roleName' | 'absentRole' | 'isOfFailedStack' | 'sessionName' | keyof StatedValues> => ({
  ...statedValues(text),
  roleName: roleNameIn(text),
  absentRole: hasError ? null : absentRoleIn(text),
  isOfFailedStack: failedStack.test(text),
  sessionName: sessionNameIn(text),
})

const roleNames = /:role\/(?:[\w+=,.@-]+\/)*([A-Za-z][\w+=,@-]{3,63})/g

/** Says "role" where a person gives only its name. */
function withRoles(text: string): string {
  const names = [...new Set([...text.matchAll(roleNames)].flatMap(([, name = '']) => name))]
    .filter((name) => /[A-Z_\d-]/.test(name))
    .slice(0, 5)
  return names
    .reduce(
      (before, name) => before.replaceAll(new RegExp(`(?<![\\w/:+=,.@-])${name.replace(/[+]/g, '\\+')}(?![\\w/+=@-])`, 'g'), 'role'),
      text,
    )
    .replace(/\brole["'`]? role\b/gi, 'role')
}

/** Documents name roles, too, but not those of a call. */
type Around = { readonly hasError: boolean; readonly isOfCall: boolean }

const isAbsent = (text: string): boolean =>
  unseenRole.test(text) ||
  sentencesIn(withRoles(text)).some((sentence) => !notSaid.test(sentence) && absentRole.some((form) => form.test(sentence)))

/** A person's own words about a call, in addition to its error. Null where nothing of it changes what the error means. */
export function describedCall(pasted: string, { hasError, isOfCall }: Around): DescriptionFact | null {
  const text = pasted.slice(0, longestText)
  const all = sentencesIn(text)
  const isSaid = (forms: readonly RegExp[], except: RegExp): boolean =>
    all.some((sentence) => !except.test(sentence) && forms.some((form) => form.test(sentence)))
  const regions = affectedRegions(text)
  const fact: DescriptionFact = {
    kind: 'description',
    ...sentId(text),
    isCallerWithoutAssume: isSaid(withoutAssume, notOfCaller),
    isOfStack: stacks.test(text),
    isCallWithoutId: !hasError && !worksElsewhere(text) && circumstancesIn(text).includes('no-external-id'),
    worksLater: worksLater(text),
    isOrganizationBlocking: isSaid([organizationBlocks], perhaps),
    isBoundaryRequired: isSaid(boundaryRequired, notOfBoundary),
    isDenied: /\bAccessDenied\b|\b(?:access )?denied\b/i.test(text),
    roleArns: isOfCall ? [...new Set(text.match(roleArns) ?? [])] : [],
    worksElsewhere: worksElsewhere(text),
    isIdEmpty: isSaid(emptyId, /\b(?:if|unless|should|must|never|don['’]t|do not)\b/i) || hasEmptyIdElsewhere(text),
    worksForSome: isSaid([someWork], notWorking),
    worksForManagement: isSaid([managementWorks], notWorking),
    commonPath: pathIn(text),
    isRoleUnused: isSaid(roleUnused, /\bif\b/i),
    regions,
    isRegionOfCall: regions.length > 0 && /\bassume_?role\b/i.test(text) && /\berror\b/i.test(text),
    mustAssumeItself: selfAssume.test(text),
    ...changedId(text),
    isRoleAbsent: isAbsent(text),
    ...namesIn(text, hasError),
  }
  const { kind: _, regions: __, roleArns: named, commonPath: ___, ...said } = fact
  return regions.length > 0 ||
    named.length > 1 ||
    Object.values({ ...said, isDenied: false, isOfStack: false, isOfFailedStack: false, isStorageIntegration: false }).some(
      (value) => value !== false && value !== null,
    )
    ? fact
    : null
}

/** On its own, too. Most descriptions tell of no failure. */
export const tellsOfCall = (description: DescriptionFact): boolean =>
  (description.isOrganizationBlocking && description.isDenied) ||
  description.isIdUnsent ||
  description.isIdEmpty ||
  description.mustAssumeItself ||
  description.isRegionOfCall ||
  description.sessionName !== null ||
  description.uniqueId !== null
