import type { CommandFact, VendorWordsFact } from './pasted-fact.ts'
import { isOfRole, tellsOfTrouble, withoutAssurance } from './vendor-assurance.ts'

/** Forms in which products report that they couldn't assume a role. */
const failures: readonly RegExp[] = [
  /\b(?:unable|failed|failure|couldn['’]?t|could not|cannot|can['’]?t|can not|not able|error|problem|denied)\b[^.\n]{0,40}\bassum(?:e|ing|ed|ption)(?!Role[A-Z])/i,
  /\bassum(?:e|ing|ed|ption)\b[^.\n]{0,60}\b(?:failed|fails|denied|rejected|error|unsuccessful|refused|not allowed)\b/i,
  /\b(?:role|iam|aws|external[ _-]?id|credentials?|trust)\b[^.\n]{0,60}\b(?:(?:could|can)(?: ?not|n['’]?t)|is not|isn['’]?t|failed to|unable to)(?: be)? (?:validat|verif|assum|access|authenticat|connect)/i,
  /\b(?:unable|failed|couldn['’]?t|could not|cannot|can['’]?t|not able)(?: to)? (?:validat|verif|access|authenticat|connect)[^.\n]{0,80}\b(?:role|iam|aws account|external[ _-]?id|arn:aws)/i,
  /\bexternal[ _-]?id\b[^.\n]{0,60}\b(?:expired|no longer valid|mismatch(?:ed)?|(?:does not|doesn['’]?t|did not|didn['’]?t) match)\b/i,
  /"eventName"\s*:\s*"AssumeRole"[\s\S]{0,4000}"errorCode"/,
  /\bfailed (?:the )?(?:credentials?|role|iam|permissions?|connection) (?:validation|verification)\b/i,
  /\b(?:credentials?|role|iam|aws)[ \w]{0,30} (?:validation|verification) (?:checks? )?failed\b/i,
]

const advice = /\b(?:check|verify|make sure|ensure|please)\b[^\n]{0,80}\b(?:trust (?:policy|relationship)|external[ _-]?id)/i

const roleArn = /arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]*\w/

/** The values of a storage integration, as its table shows them. */
const values = /\b(?:STORAGE|API|GLUE)_AWS_(?:ROLE_ARN|EXTERNAL_ID|IAM_USER_ARN)\b/

/** Without a digit, the word after "external ID" is part of the sentence. */
const quotedExternalId = /\bexternal[ _-]?id\b(?: (?:is|was|of|value))?\s*[:=(]?\s*["'`“‘](?!\S*external)([\w+=,.@:/-]{2,200})["'`”’]/i

const externalId =
  /external[ _-]?id\b["'`]?(?:\s*\|\s*String\s*\|)?(?: (?:is|was|of|value))?\s*[:=(]?\s*["'`“‘]?((?=[\w+=,.@:/-]*\d)[\w+=,.@:/-]*[\w=])/i

/** As whom a data platform calls AWS, in the table of an integration. */
const callerArn = /\b(?:STORAGE|API|GLUE)_AWS_IAM_USER_ARN\b[^\n]{0,80}?\b(arn:[\w-]+:iam::\d{12}:(?:user|role)\/[\w+=,.@/-]*\w)/

/** How scanners and vendors tell that they don't need the external ID. */
const openRole: readonly RegExp[] = [
  /\b(?:able to|can be|could be|was|is|successfully|succeed\w*)\b[^.\n]{0,120}\b(?:assum|sts:assumerole)[^.\n]{0,120}\bwithout\b[^.\n]{0,30}\bexternal[ _-]?id\b/i,
  /\bexternal[ _-]?id\b[^.\n]{0,30}\b(?:is not|isn['’]?t|not)\b (?:being )?(?:required|enforced|validated)\b(?! to (?!(?:be )?assum))/i,
  /\b(?:does not|doesn['’]?t|do not|don['’]?t) (?:require|enforce|validate)\b[^.\n]{0,30}\bexternal[ _-]?id\b(?![^.\n]{0,60}\bto (?!(?:be )?assum))/i,
]

const notOpen = /\b(?:not|un)able\b|\bfail|\bdenied\b|\bcannot\b|\bcould not\b|\bcouldn['’]?t\b/i

const isOpen = (text: string): boolean =>
  openRole.some((form) => {
    const [said] = form.exec(text) ?? []
    return said !== undefined && !notOpen.test(said) && isOfRole(text, form)
  })

/** How vendors tell that a role lacks permissions, without AWS's words. */
const lacking: readonly RegExp[] = [
  /\b(?:missing|lacks?|lacking|insufficient|required|does not have|doesn['’]?t have)\b[^.\n]{0,60}\bpermissions?\b/i,
  /\b(?:add|grant|attach)\b[^.\n]{0,60}\bpermissions?\b(?! polic)/i,
  /\bpermissions?\b[^.\n]{0,30}\b(?:missing|insufficient|not granted)\b/i,
  /\bvalidation checks?: (?:[A-Z][a-z]+ [\w ]{1,40}, ){2}/,
]

const isAboutAws = /\b(?:iam|aws|role|arn:aws|credentials?)\b/i

function missingActions(text: string): readonly string[] | null {
  const isLacking = isAboutAws.test(text) && lacking.some((form) => form.test(text))
  return isLacking ? [...new Set(text.match(/(?<![\w:/-])[a-z][a-z0-9-]{1,30}:[A-Z][A-Za-z]{2,60}(?![\w:/-])/g) ?? [])] : null
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

/** What a text with an error of AWS also says of the call. */
export function callValues(text: string): VendorWordsFact | null {
  const [externalId, role] = [callExternalId.exec(text)?.[1], callRole.exec(text)?.[1]].map((value) =>
    value === undefined ? null : decoded(value),
  )
  if (externalId == null && role == null) return null
  const arn = roleArn.exec(role ?? '')?.[0] ?? null
  return {
    kind: 'vendor-words',
    roleArn: arn,
    externalId: externalId ?? null,
    callerArn: null,
    hasFailed: false,
    missingActions: null,
    isOpen: false,
  }
}

export function vendorWords(pasted: string): VendorWordsFact | null {
  const text = withoutAssurance(pasted)
  const hasFailed = failures.some((failure) => failure.test(text)) || (advice.test(text) && tellsOfTrouble(text))
  const named = {
    roleArn: roleArn.exec(text)?.[0] ?? null,
    externalId: externalId.exec(text)?.[1] ?? quotedExternalId.exec(text)?.[1] ?? null,
    callerArn: callerArn.exec(text)?.[1] ?? null,
  }
  const isNamed = values.test(text) && Object.values(named).some((value) => value !== null)
  const missing = missingActions(text)
  if (!hasFailed && !isNamed && !isOpen(text) && missing === null) return null
  return { kind: 'vendor-words', ...named, hasFailed, missingActions: missing, isOpen: isOpen(text) }
}

const policyOption = /--(?:assume-role-)?policy-document[ =]+(?:\\[ \t]*\n[ \t]*)?("[^"\n]*"|'[^'\n]*'|[^\s"'$`<{]\S*)/g

/** Anything that isn't JSON, a file or a substitution of the shell is sent as it is. */
export function commandFault(text: string): CommandFact | null {
  for (const [, written = ''] of text.matchAll(policyOption)) {
    const argument = written.replace(/^["']|["']$/g, '')
    if (/^[\w./~\\: -]+$/.test(argument) && !/^(?:file|fileb|https?):\/\//.test(argument) && /[./\\]/.test(argument))
      return { kind: 'command', argument }
  }
  return null
}
