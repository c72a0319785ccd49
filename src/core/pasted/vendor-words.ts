import { callsOfAssumedRole } from './assumed-role.ts'
import { bucketCause } from './bucket-cause.ts'
import { isEitherCause } from './either-cause.ts'
import { isRejection, type RejectedField, rejectedField } from './entered-value.ts'
import { failedResource } from './failed-resource.ts'
import type { VendorFailure } from './failure-kind.ts'
import { lacksPermissionsElsewhere } from './other-languages.ts'
import type { CommandFact, VendorWordsFact } from './pasted-fact.ts'
import { serviceCaller } from './service-callers.ts'
import { resources } from './source-faults.ts'
import { isOfRole, tellsOfTrouble, withoutAssurance } from './vendor-assurance.ts'
import { namedBuckets, vendorFailure } from './vendor-failure.ts'
import { clausesOf, failedClauses, programErrorLine } from './vendor-sentence.ts'

/** Other forms in which products report that they couldn't use a role. */
const failures: readonly RegExp[] = [/"eventName"\s*:\s*"AssumeRole"[\s\S]{0,4000}"errorCode"/]

const advice = /\b(?:check|verify|make sure|ensure|please)\b[^\n]{0,80}\b(?:trust (?:policy|relationship)|external[ _-]?id)/i

/** An account may be left out by mistake, and the name tells the role then. */
const roleArn = /arn:[\w-]+:iam::(?:\d{12})?:role\/[\w+=,.@/-]*\w/

/** Shows the form of an ARN, and names no role. */
const exampleArn = /\b(?:like|such as|e\.g\.|for example|example|pattern|format)\b[^\w\n]{0,6}arn:[\w-]+:iam::\S*/gi

/** The values of a storage integration, as its table, a configuration or a program shows them. */
const values = /(?:STORAGE|API|GLUE|SF)_AWS_(?:ROLE_ARN|EXTERNAL_ID|IAM_USER_ARN)\b|(?<![A-Za-z])IAM_USER_ARN\b/i

/** Without a digit, the word after "external ID" is part of the sentence. */
const quotedExternalId = /\bexternal[ _-]?id\b(?: (?:is|was|of|value))?\s*[:=(]?\s*["'`“‘](?!\S*external)([\w+=,.@:/-]{2,200})["'`”’]/i

const externalId =
  /external[ ._-]?id(?:_\w{1,20})?\b["'`]?(?:\s*\|\s*String\s*\|)?(?: (?:is|was|of|value))?\s*[:=(]?\s*["'`“‘]?((?!arn:)(?=[\w+=,.@:/-]*\d)[\w+=,.@:/-]*[\w=])/i

/** One of several values that a vendor or a configuration lists. */
const labelledExternalId =
  /^[ \t>*•-]{0,8}(?:[\w.'’-]{1,30}[ .]){0,4}(?:[a-z]{1,20}_)?external[ _-]?id\b[^\n:=]{0,20}[:=][ \t]*["'`]?((?=\S*\d)[\w+=,.@:/-]{2,200})["'`]?[ \t]*$/im

/** The identity with which a data platform calls AWS, in the table of an integration. */
const callerArn = /IAM_USER_ARN\b(?:(?!arn:)[\s\S]){0,80}?\b(arn:[\w-]+:iam::\d{12}:(?:user|role)\/[\w+=,.@/-]*\w)/i

/** How scanners and vendors tell that they don't need the external ID. */
const openRole: readonly RegExp[] = [
  /\b(?:role|trust policy)\b[^.\n]{0,60}\b(?:allows?|accepts?) (?:any|every|all) external[ _-]?ids?\b/i,
  /\b(?:able to|can be|could be|was|is|successfully|succeed\w*)\b[^.\n]{0,120}\b(?:assum|sts:assumerole)[^.\n]{0,120}\bwithout\b[^.\n]{0,30}\bexternal[ _-]?id\b/i,
  /\bexternal[ _-]?id\b[^.\n]{0,30}\b(?:is not|isn['’]?t|not)\b (?:being )?(?:required|enforced|validated)\b(?! to (?!(?:be )?assum))/i,
  /\b(?:does not|doesn['’]?t|do not|don['’]?t) (?:require|enforce|validate)\b[^.\n]{0,30}\bexternal[ _-]?id\b(?![^.\n]{0,60}\bto (?!(?:be )?assum))/i,
  /\brole\b[^.\n]{0,30}\bwithout an? (?:sts:)?external[ _-]?id (?:restriction|condition|requirement|check)\b|\brole that (?:doesn['’]t|does not) have an? (?:sts:)?external[ _-]?id (?:configured|condition|restriction|set)\b/i,
  /\b(?:any|wrong|random|arbitrary|invalid|bogus) external[ _-]?id\b[^.\n]{0,80}\b(?:works?|succeeds?|accepted|returns credentials)\b/i,
  /\b(?:works|succeeds|accepts|doesn['’]t complain)\b[^.\n]{0,60}\b(?:any|a wrong|a random|an arbitrary|an invalid|an) external[ _-]?id\b/i,
]

const notOpen = /\b(?:not|un)able\b|\bfail|\bdenied\b|\bcannot\b|\bcould not\b|\bcouldn['’]?t\b/i

const isOpen = (text: string): boolean =>
  openRole.some((form) => {
    const [said] = form.exec(text) ?? []
    return said !== undefined && !notOpen.test(said) && isOfRole(text, form)
  })

/** How vendors tell that a role lacks permissions, without AWS's words. */
const lacking: readonly RegExp[] = [
  /\b(?:missing|lacks?|lacking|insufficient|required|does not have|doesn['’]?t have)\b[^.\n]{0,60}\b(?:permissions?|managed polic(?:y|ies))\b/i,
  /\b(?:add|grant|attach)\b[^.\n]{0,60}\bpermissions?\b(?! polic)/i,
  /\bpermissions?\b[^.\n]{0,30}\b(?:missing|insufficient|not granted|required|needed)\b/i,
  /\bnot (?:authorized|allowed|permitted) to (?:perform|call|use|make)\b(?![^.\n]{0,30}\bsts:)/i,
  /\bvalidation checks?: (?:[A-Z][a-z]+ [\w ]{1,40}, ){2}/,
]

const namedAction = /(?<![\w:/-])[a-z][a-z0-9-]{1,30}:[A-Z][A-Za-z]{2,60}(?![\w:/-])/g

const isAboutAws = /(?<![a-z])(?:aws|iam|arn:|credentials?|buckets?|s3|cross-account|the role|external[ _-]?id)(?![a-z])/i

const isOfOtherCloud = /\bgcloud\b|googleapis\.com|\bMicrosoft\.\w+\/\w+\//

/** To be sure of permissions doesn't mean that they are missing. */
const isAssurance = /^\W*(?:please )?(?:ensure|make sure|check|verify|confirm)\b/i

const deniedWords =
  /\bdenied\b|\bfailed\b|\b(?:is|are|was|were) (?:required|missing|needed)\b|\b(?:not|n['’]t) (?:\w+ )?(?:grant|granted|allow|allowed|include|have|permitted|authorized)\b|\b(?:lacks?|missing|unable to|cannot|could not|couldn['’]t|can['’]t)\b/i

/** The call that assumes the role needs no permission of the role, and condition keys are no actions. */
const noPermission = /^(?:sts|aws):|:AssumeRole/

/** Actions in a sentence that tells of a denial. */
function deniedActions(text: string): readonly string[] {
  const said = text.split(/[.!?](?=\s|$)|\n/).filter((sentence) => deniedWords.test(sentence) && !isAssurance.test(sentence))
  return [...new Set(said.flatMap((sentence) => sentence.match(namedAction) ?? []))].filter((action) => !noPermission.test(action))
}

function missingActions(text: string): readonly string[] | null {
  const denied = isOfOtherCloud.test(text) ? [] : deniedActions(text)
  const lacked = lackedActions(text)
  return denied.length > 0 && (lacked === null || lacked.length === 0) ? denied : lacked
}

function lackedActions(text: string): readonly string[] | null {
  if (!lacking.some((form) => form.test(text)) || isOfOtherCloud.test(text)) return null
  const actions = [...new Set(text.match(namedAction) ?? [])]
  if (actions.length === 0 && !isAboutAws.test(text)) return null
  const said = clausesOf(text)
    .filter((clause) => !isAssurance.test(clause))
    .join(': ')
  const isSaid = lacking.some((form) => form.test(said))
  return actions.length > 0 || isSaid ? actions : null
}

/** The parameters of a call, as logs, programs, commands and CloudTrail write them. */
const callExternalId = /(?:\bexternal[-_]?id|--external-id)["']?(?:\s*[:=]\s*|\s+)\\?["']?((?=[\w+=,.@:/%-]*\d)[\w+=,.@:/%-]{2,400})/i
const callRole = /\brole[-_]?arn["']?\s*[:=]\s*\\?["']?(arn(?::|%3A)[\w%:+=,.@/-]{20,400})/i

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Tells only of a failed connection, or of permissions without naming one. */
export const isVague = ({ failure, missingActions, isOpen }: VendorWordsFact): boolean =>
  !isOpen && (failure === 'connection' ? missingActions === null : failure === null && missingActions?.length === 0)

export const noWords: VendorWordsFact = {
  kind: 'vendor-words',
  roleArn: null,
  externalId: null,
  callerArn: null,
  trustedAccount: null,
  failure: null,
  buckets: [],
  missingActions: null,
  isOpen: false,
  tellsOfTrouble: true,
}

/** Facts about the call in a text with an error of AWS. */
export function callValues(text: string): VendorWordsFact | null {
  const [externalId, role] = [callExternalId.exec(text)?.[1], callRole.exec(text)?.[1]].map((value) =>
    value === undefined ? null : decoded(value),
  )
  if (externalId == null && role == null) return null
  const arn = roleArn.exec(role ?? '')?.[0] ?? null
  return { ...noWords, roleArn: arn, externalId: externalId ?? null }
}

const firstOf = (forms: readonly RegExp[], text: string): string | null =>
  forms.map((form) => form.exec(text)?.[1]).find((value) => value !== undefined) ?? null

/** The account in the principal of a trust policy, as vendors show it. */
const trustedAccount = /\b(?:trusted|principal|vendor|third-party) (?:aws )?account(?: id)?["'`]?\s{0,3}[:=]\s{0,3}["'`]?(\d{12})\b/i

/** Values that the text names, and whether it does so on purpose. */
function namedValues(text: string) {
  const hasLabel = /(?<!\d)\d{12}(?!\d)/.test(text) && labelledExternalId.test(text)
  const named = {
    roleArn: roleArn.exec(text.replace(exampleArn, ''))?.[0] ?? null,
    externalId: firstOf([...(hasLabel ? [labelledExternalId] : []), externalId, quotedExternalId], text),
    callerArn: firstOf([callerArn], text),
    trustedAccount: firstOf([/\barn:[\w-]+:iam::(\d{12}):root\b/, trustedAccount], text),
  }
  return { named, isNamed: hasLabel || (values.test(text) && Object.values(named).some((value) => value !== null)) }
}

/** A sentence that blames the role or its permissions tells less than its parts seem to. */
const ofEither: readonly (VendorFailure | null)[] = ['either', 'assume', 'role', 'role-not-found', 'trust', 'value', 'connection', null]

const isEitherOf = (text: string, failure: VendorFailure | null, missing: readonly string[] | null): boolean =>
  ofEither.includes(failure) &&
  (failure !== null || missing !== null) &&
  (missing ?? []).length === 0 &&
  (failure === 'either' || isEitherCause(text))

const missingOf = (text: string, failure: VendorFailure | null): readonly string[] | null =>
  missingActions(text) ?? (failure === null && lacksPermissionsElsewhere(text) ? [] : null)

/** Failures that a value of the wrong form explains. */
const ofValue: readonly (VendorFailure | null)[] = ['value', 'trust', 'role', 'bucket', 'program', 'connection', null]

function failureIn(text: string, rejected: RejectedField | null): VendorFailure | null {
  const failure = otherFailureIn(text)
  return rejected !== null && ofValue.includes(failure) && isRejection(rejected, text) ? 'value' : failure
}

function otherFailureIn(text: string): VendorFailure | null {
  const hasOtherForm = failures.some((form) => form.test(text)) || (advice.test(text) && tellsOfTrouble(text))
  return vendorFailure(text) ?? (hasOtherForm ? 'role' : null)
}

const notReady = /\bnot (?:yet )?(?:ready|available|propagated|consistent)\b|\btoo (?:soon|early)\b|\bpropagat\w+/i

/** Another provider's resource gets the role right when it's created. */
function isSameRun(text: string): boolean {
  const all = resources(text)
  const created = all.filter(({ address }) => address.startsWith('aws_iam_role.'))
  const others = all.filter(({ address }) => !/^(?:aws|time|null)_/.test(address))
  return created.length > 0 && (notReady.test(text) || created.some(({ address }) => others.some(({ block }) => block.includes(address))))
}

/** More about a failure. */
const parts: Partial<Readonly<Record<VendorFailure, (text: string) => Partial<VendorWordsFact>>>> = {
  'service-role': (text) => ({ service: serviceCaller(text) ?? undefined }),
  program: (text) => ({ programError: programErrorLine(text) || undefined }),
  bucket: (text) => ({ bucketCause: bucketCause(text) }),
  resource: (text) => ({ resource: failedResource(failedClauses(text)) ?? undefined }),
  connection: (text) => ({ isSameRun: isSameRun(text) || undefined }),
  assume: (text) => ({ isSameRun: isSameRun(text) || undefined }),
  role: (text) => ({ isSameRun: isSameRun(text) || undefined }),
}

function partsOf(text: string, failure: VendorFailure | null, rejected: RejectedField | null): Partial<VendorWordsFact> {
  if (failure === 'value') return rejected === null ? {} : { rejected }
  return failure === null ? {} : (parts[failure]?.(text) ?? {})
}

export function vendorWords(pasted: string): VendorWordsFact | null {
  const text = withoutAssurance(pasted)
  const rejected = rejectedField(text)
  const failure = failureIn(text, rejected)
  const { named, isNamed } = namedValues(text)
  const calls = callsOfAssumedRole(pasted)
  const missing = calls === null ? missingOf(text, failure) : deniedActions(text)
  if (calls === null && isEitherOf(text, failure, missing)) return { ...noWords, ...named, failure: 'either', isOpen: isOpen(text) }
  if (failure === null && !isNamed && !isOpen(text) && missing === null) return null
  return {
    kind: 'vendor-words',
    ...named,
    ...partsOf(text, failure, rejected),
    failure,
    calls: calls ?? undefined,
    buckets: namedBuckets(text),
    missingActions: missing,
    isOpen: isOpen(text),
    tellsOfTrouble: tellsOfTrouble(text),
  }
}

/** The first version of the AWS CLI accepts the beginning of an option. */
const policyOption = /--(?:assume-role-policy(?:-d\w*)?|policy-document)[ =]+(?:\\[ \t]*\n[ \t]*)?("[^"\n]*"|'[^'\n]*'|[^\s"'$`<{]\S*)/g

/** A text of Python 2 has a `u` before its quotes, which no source needs and no JSON has. */
const pythonObject = /\{\s*u'(?:Version|Statement|Id)'\s*:/
const rejectedJson = /MalformedPolicyDocument|Syntax errors in policy|invalid JSON/i

const windowsPrompt = /^(?:PS )?[A-Z]:\\[^\n>]{0,200}>|^PS [^\n>]{1,200}>/m

const rejectedOption = /\binvalid json\b|Syntax errors? (?:in|at)\b|not valid JSON|Error parsing parameter|Unknown options:/i

/** JSON that is valid as it was typed, and that the AWS CLI or IAM rejected as invalid on Windows. */
function isQuotedPolicy(text: string): boolean {
  if (!windowsPrompt.test(text) || !rejectedOption.test(text)) return false
  const [, written = ''] = /--(?:assume-role-)?policy-document[ =]+'(\{[^']{1,8000}\})'/.exec(text) ?? []
  try {
    JSON.parse(written)
    return true
  } catch {
    return false
  }
}

/** Anything that isn't JSON, a file or a substitution of the shell is sent as it is. */
export function commandFault(text: string): CommandFact | null {
  for (const [, written = ''] of text.matchAll(policyOption)) {
    const argument = written.replace(/^["']|["']$/g, '')
    if (/^[\w./~\\: -]+$/.test(argument) && !/^(?:file|fileb|https?):\/\//.test(argument) && /[./\\]/.test(argument))
      return { kind: 'command', fault: 'file-name', argument }
  }
  if (isQuotedPolicy(text)) return { kind: 'command', fault: 'quoted-json' }
  return rejectedJson.test(text) && pythonObject.test(text) ? { kind: 'command', fault: 'python-object' } : null
}
