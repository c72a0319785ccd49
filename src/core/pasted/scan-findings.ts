import type { ScanFact, ScanTopic } from './finding-fact.ts'
import { failedChecks } from './scan-json.ts'

/** Names of checks. */
const checkNames: readonly RegExp[] = [
  /\bCKV2?_AWS_\d{1,4}\b/,
  /\bAVD-AWS-0\d{3}\b|\baws-iam-(?:no|block|enforce|require|set|limit)-[a-z-]{3,60}/,
  /^\|?[ \t]*(?:WARN|FAIL)[ \t]+[WF]\d{1,3}\b|"id"\s*:\s*"[WF]\d{1,3}"/m,
  /\b(?:AwsSolutions|NIST\.800\.53\.R[45]|HIPAA\.Security|PCI\.DSS\.321|Serverless)-IAM\w{1,60}/,
  /\b(?:iam|accessanalyzer)_(?:role|policy|inline_policy|customer|aws|no)_[a-z_]{5,80}\b/,
  /"SchemaVersion"\s*:\s*"2018-10-08"|\[IAM\.\d{1,2}\]|\bsecurity-control\/IAM\.\d/,
  /\biam-(?:no-inline-policy-check|policy-no-statements-with-[a-z-]{3,40}|role-managed-policy-check|policy-in-use|inline-policy-blocked-[a-z-]{3,20}|customer-policy-blocked-[a-z-]{3,20}|external-access-[a-z-]{3,40})\b/,
  /\bcrossAccountMfaExternalId\b|\btrustedCrossAccountRoles\b|\biamRolePolicies\b|\bSNYK-CC-[\w-]{2,30}|\bAC_AWS_\d{3,5}\b/,
]

/** In the words of parliament. https://github.com/duo-labs/parliament */
const lint = /\bUnknown AWS principal\b|\bneither Resource nor NotResource\b|\bPolicy does not contain a required element\b/

/** Tools, and the words of reports. */
const reportWords: readonly RegExp[] = [
  lint,
  /\bcfn[_-]nag(?:_scan)?\b|\b(?:prowler|scout ?suite|cloudsploit|terrascan|KICS|tfsec|trivy|checkov|snyk|semgrep|cdk-nag|cloudsplaining|parliament|steampipe|powerpipe)\b/i,
  /"GeneratorId"\s*:|\bSecurity ?Hub\b|\bAWS-0\d{3}\b/,
  /\b(?:security|compliance|audit|posture|CSPM|vulnerability)\b[^\n]{0,40}\b(?:findings?|scan(?:ner)?|alert|recommendation)\b/i,
  /\b(?:Wiz|Orca|Lacework|Prisma Cloud|Conformity|Dome9|Vanta|Drata|GuardDuty)\b|\b(?:OPA|Sentinel|conftest)\b[^\n]{0,40}\b(?:polic|check|fail|deny|Result)|\bFAILED rules\b|\.guard\/[A-Z]/,
  /\b(?:untrusted|unknown|unapproved|unrecognized|third[- ]party|external) (?:aws )?account\b(?:[^\n]{0,80}\b(?:trust|allow list|allowlist)|(?<=\btrust[^\n]{0,120}))/i,
  /\bPrincipal\.AWS\b|\b(?:trust policy|principal)\b[^\n]{0,60}\b(?:overly broad|overly permissive|too broad|too permissive)\b|\boverly (?:broad|permissive)\b[^\n]{0,60}\btrust policy\b/i,
  /^[^\w\n]{0,40}(?:Status: FAIL(?:ED)?|ALARM)\b[^\n]*/im,
  /\b(?:iam )?role\b[^\n]{0,80}\b(?:lacks?|lacking|without|missing|does not|doesn['’]t|no)\b[^\n]{0,30}\b(?:sts:)?external[ _-]?id\b(?=[^\n]{0,60}\b(?:third[- ]party|cross[- ]account|severity)\b)/i,
  /\bcross[- ]account\b[^\n]{0,120}\b(?:lacks?|lacking|without|does not|doesn['’]t|missing|no)\b[^\n]{0,40}\bexternal[ _-]?id\b/i,
]

export const hasCheckName = (text: string): boolean => checkNames.some((name) => name.test(text))

type Check = { readonly topic: ScanTopic; readonly pattern: RegExp }

/** Says it of permissions where nothing more exact is said. */
const tooMuch = /\boverly (?:permissive|broad)\b|\bleast privilege\b/i

/** Checks by their IDs and by the words that tools share. */
const checks: readonly Check[] = [
  {
    topic: 'no-external-id',
    pattern:
      /\bcrossAccountMfaExternalId\b|\b(?:lacks?|lacking|without|does not|doesn['’]t|missing|no|not)\b[^\n]{0,60}\bexternal[ _-]?ids?\b|\bexternal[ _-]?ids?\b[^\n]{0,40}\b(?:not (?:required|enforced|used|configured|set)|missing|(?:is|are) (?:required|used)|or MFA|and MFA)\b|\bshould (?:require|enforce|use|have)\b[^\n]{0,30}\bexternal[ _-]?id|\b(?:MFA|condition)s? or external[ _-]?ids?\b/i,
  },
  {
    topic: 'any-principal',
    pattern:
      /\bCKV_AWS_60\b|\bSNYK-CC-TF-52\b|\bassum\w{1,4}\b[^\n]{0,60}\b(?:by anyone|by any (?:aws )?(?:principal|account|user|entity)|publicly)\b|\b(?:publicly|anyone)\b[^\n]{0,40}\bassum|\b(?:trust|assume role) polic(?:y|ies)\b[^\n]{0,80}\b(?:wildcard|any principal|everyone|public(?:ly)?)\b|\bany principal\b|\bwildcard (?:in )?(?:the )?principal\b|\bprincipal\b[^\n]{0,20}["'`]\*["'`]/i,
  },
  {
    topic: 'full-access',
    pattern:
      /\bCKV2?_AWS_(?:1|62|63|274|40|56)\b|\bfull (?:["'`]\*:\*["'`] )?(?:administrative|admin|administrator|IAM|S3|access)\b[^\n]{0,20}\b(?:privileges?|permissions?|access)?|\b\*-\* administrative\b|\bAdministratorAccess\b|\bno_administrative_privileges\b|\bcrossaccount_administrat|\bIAM\.1\b|\bIamRoleAdministratorAccess|\bprivilege[ _-]escalation\b|\badministrator(?:access)?_policy\b|\bF[34]\b(?=[^\n]{0,20}(?:\n|$)|")|\bno S3 full access\b|\bAVD-AWS-0345\b/i,
  },
  {
    topic: 'wildcard',
    pattern:
      /\b(?:AVD-)?AWS-0057\b|\baws-iam-no-policy-wildcards\b|\bIAM5\b|\bwild ?card|\bIAM\.21\b|\b(?:W11|W12|W13|F2)\b|\bCKV_AWS_(?:107|108|109|110|111|286|287|288|289|290|355|356)\b|["'`]?\*["'`]? (?:resource|action)s?\b|\bwithout constraints\b|\b(?:data )?exfiltration\b|\bcredentials exposure\b|\bexcessive (?:permissions?|privileges?)\b|\bover-?privileged\b/i,
  },
  { topic: 'managed-policy', pattern: /\bIAM4\b|\bAWS managed polic(?:y|ies)\b|\bReadOnlyAccess\b|\breadonlyaccess_policy\b/i },
  {
    topic: 'service-trust',
    pattern:
      /(?<![a-z])cross[_ -]service[_ -]confused[_ -]deputy(?![a-z])|\bservice role\b[^\n]{0,80}\bconfused deputy\b|\bconfused deputy\b[^\n]{0,80}\bservice\b/i,
  },
  {
    topic: 'cross-account',
    pattern:
      /\bCKV_AWS_61\b|\btrustedCrossAccountRoles\b|\b(?:cross[- _]?account|third[- ]party|(?:external|untrusted|unknown|unapproved|unrecognized) (?:aws )?(?:accounts?|access|principal|entity)|vendor access|another (?:aws )?account|account root|(?:approved|allowed) (?:aws )?accounts?)/i,
  },
  { topic: 'inline-policy', pattern: /\binline[- ]polic(?:y|ies)\b|\biam-no-inline-policy-check\b|\bIAMNoInlinePolicy\b/i },
  { topic: 'boundary', pattern: /\bpermissions? boundar(?:y|ies)\b/i },
  { topic: 'policy-lint', pattern: lint },
  { topic: 'role-name', pattern: /\bW28\b|\bexplicit name\b|\bcustom(?:ized)? (?:role )?name\b/i },
  {
    topic: 'credentials-use',
    pattern: /\b[A-Z][A-Za-z]{2,30}:IAM(?:User|Role)\/[A-Z]\w{3,60}/,
  },
  { topic: 'unused', pattern: /\b(?:unused|inactive|dormant|stale|not (?:been )?used)\b/i },
]

const passed = /\b(?:PASS(?:ED)?|COMPLIANT|SUCCESS)\b/
const failed =
  /\b(?:FAIL(?:ED|URE)?|NON_COMPLIANT|WARN(?:ING)?|HIGH|CRITICAL|MEDIUM|LOW|ERROR|ACTIVE|ALARM|alarm|error)\b|\[(?:Error|Warning) at/

/** The place at which a check with its result begins. */
const checkStart = /(?=^Check: )|(?=^\|?[ \t]*(?:WARN|FAIL)[ \t]+[WF]\d)/m

/** A part of a report that tells only of a success. */
const isPassed = (part: string): boolean =>
  passed.test(part) && !failed.test(part.replace(/\b(?:failed|passed|skipped) checks?: \d+/gi, ''))

/** Rows of a table of checks that tell of a success, unless all do. */
const withoutPassed = (report: string): string =>
  report
    .split('\n')
    .filter((line) => !/^\W*(?:PASS(?:ED)?|OK|COMPLIANT)\b/.test(line))
    .join('\n')

/** An account can be masked, or mistyped by the person who asks. */
const roleArns = /arn:[\w-]+:iam::(?:\d{6,14}|[xX*]{4,14}):role\/[\w+=.@/-]{0,512}[\w+=@-]/g

const roleName =
  /\b(?:IAM )?[Rr]ole(?:[ _]?[Nn]ame)?["']?(?:[:=]\s*["'`]?([\w+=,.@-]{3,63}\w)["'`]?(?=\s|[,;.]|$)| ["'`“]([\w+=,.@-]{3,63}\w)["'`”])|(?:^|\W)([\w+=,.@-]{3,63}\w) trust policy grants\b/gm

const namesOf = (report: string): readonly string[] => [
  ...new Set([...report.matchAll(roleName)].flatMap(([, labelled, quoted, ofTrust]) => labelled ?? quoted ?? ofTrust ?? [])),
]

const accountId = /(?<![\d.])\d{12}(?![\d.])/g

const oneAccount =
  /(?<!\b(?:not|isn['’]t|aren['’]t) (?:in|from|of|within) (?:the )?)\bsame (?:aws )?account\b|\b(?:the|my|our) own account\b|\b(?:not|no|isn['’]t) (?:really |actually |a )?cross[- ]account\b(?! MFA)/i

/** The words of tfsec and Trivy, and those of cdk-nag. */
const patterns: readonly RegExp[] = [
  /\bsensitive action '([\w-]{1,40}:[\w*]{1,60})' on wildcarded resource '([^'\n]{1,300})'/,
  /\[(?:Action::([\w-]{1,40}:[\w*]{1,60})|Resource::([^\]\n]{1,300}))\]/,
]

function patternIn(text: string): ScanFact['pattern'] {
  const found = patterns.map((form) => form.exec(text)).find((match) => match !== null)
  return found == null ? null : { action: found[1] ?? null, resource: found[2] ?? null }
}

const none: ScanFact = {
  kind: 'scan',
  topics: [],
  roleArns: [],
  roleNames: [],
  accountIds: [],
  isOneAccount: false,
  pattern: null,
}

/** More is the report about a whole account. */
const longestReport = 50_000

/** The report of a scanner of code or of an account, about an IAM role. */
export function scanFindings(pasted: string): readonly ScanFact[] {
  const text = pasted.slice(0, longestReport)
  if (
    ![...checkNames, ...reportWords].some((sign) => sign.test(text)) ||
    !/\b(?:iam|role|policy|sts|external[ _-]?id)\b|IAM|Role/i.test(text)
  )
    return []
  const ofJson = failedChecks(text)
  const open = (ofJson ?? text).split(checkStart).filter((part) => !isPassed(part))
  if (open.length === 0 || ofJson === '') return [{ ...none, topics: ['passed'] }]
  const report = withoutPassed(open.join('\n'))
  const topics = checks.filter(({ pattern }) => pattern.test(report)).map(({ topic }) => topic)
  const arns = [...new Set(report.match(roleArns) ?? [])]
  const unnamed: ScanTopic = tooMuch.test(report) ? 'wildcard' : 'other'
  return [
    {
      ...none,
      topics: topics.length > 0 ? topics : [unnamed],
      roleArns: arns,
      roleNames: namesOf(report),
      accountIds: [...new Set(report.match(accountId) ?? [])],
      isOneAccount: oneAccount.test(text),
      pattern: patternIn(report),
    },
  ]
}
