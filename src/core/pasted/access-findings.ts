import * as z from 'zod/mini'
import type { AccessFindingFact, FindingFact } from './finding-fact.ts'

const Names = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
const Conditions = z.optional(z.nullable(z.record(z.string(), z.unknown())))

const Access = z.object({ principal: z.optional(z.nullable(Names)), condition: Conditions, isPublic: z.optional(z.nullable(z.boolean())) })

/** `get-finding`, `list-findings`, their second versions, and the event. https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-eventbridge.html */
const Finding = z.object({
  id: z.optional(z.string()),
  resource: z.string(),
  resourceType: z.string(),
  status: z.optional(z.string()),
  findingType: z.optional(z.string()),
  findingDetails: z.optional(z.array(z.object({ externalAccessDetails: z.optional(Access) }))),
  principal: z.optional(z.nullable(Names)),
  condition: Conditions,
  isPublic: z.optional(z.nullable(z.boolean())),
})
type Finding = z.infer<typeof Finding>

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const conditionsOf = (condition: z.infer<typeof Conditions>): Readonly<Record<string, string>> | null =>
  condition == null ? null : Object.fromEntries(Object.entries(condition).map(([key, value]) => [key.toLowerCase(), textOf(value)]))

function accessFact({ resource, status, findingType, findingDetails, ...own }: Finding): readonly AccessFindingFact[] {
  const about = { kind: 'access-finding', arn: resource, status: status ?? null } as const
  if (findingType?.startsWith('Unused')) return [{ ...about, finding: 'unused', principals: [], conditions: null, isPublic: false }]
  const details = (findingDetails ?? []).flatMap(({ externalAccessDetails }) => externalAccessDetails ?? [])
  return (details.length > 0 ? details : [own]).map(({ principal, condition, isPublic }) => ({
    ...about,
    finding: 'external',
    principals: Object.values(principal ?? {}).flat(),
    conditions: conditionsOf(condition),
    isPublic: isPublic === true,
  }))
}

/** The form in which IAM Access Analyzer sends its findings to AWS Security Hub. https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-securityhub-integration.html */
const SentFinding = z.object({
  Title: z.string(),
  RecordState: z.optional(z.string()),
  Resources: z.array(z.object({ Id: z.string(), Details: z.optional(z.object({ Other: z.record(z.string(), z.string()) })) })),
})

/** Null where the text shows neither an external ID nor that there is no condition. */
function shownConditions(externalId: string | undefined, isWithout: boolean): AccessFindingFact['conditions'] {
  if (externalId !== undefined) return { 'sts:externalid': externalId }
  return isWithout ? {} : null
}

/** The value of a condition is `none`, or its keys in JSON. */
function sentConditions(condition: string | undefined): Readonly<Record<string, string>> | null {
  if (condition === undefined) return null
  const [, externalId] = /sts:ExternalId["']?\s{0,3}[:=]\s{0,3}["'[]{0,3}([\w+=,.@:/-]{2,200})/i.exec(condition) ?? []
  return shownConditions(externalId, condition === 'none')
}

function sentFact({ Resources: [resource], RecordState }: z.infer<typeof SentFinding>): readonly AccessFindingFact[] {
  const other = resource?.Details?.Other
  const principal = other?.['External Principal']
  if (resource === undefined || principal === undefined) return []
  return [
    {
      kind: 'access-finding',
      finding: 'external',
      arn: resource.Id,
      principals: [principal],
      conditions: sentConditions(other?.['Condition']),
      isPublic: principal === '*',
      status: RecordState ?? null,
    },
  ]
}

const Issues = z.array(z.object({ findingType: z.string(), issueCode: z.string(), findingDetails: z.string() })).check(z.minLength(1))

/** https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoNewAccess.html */
const FailedCheck = z.object({ result: z.literal('FAIL'), message: z.string(), reasons: z.optional(z.array(z.unknown())) })

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetails.html */
const LastAccessed = z.object({
  ServicesLastAccessed: z.array(z.object({ TotalAuthenticatedEntities: z.optional(z.number()) })).check(z.minLength(1)),
})

/** Answers about a whole policy or a whole role. */
function otherAnswer(value: unknown): readonly FindingFact[] {
  const failed = FailedCheck.safeParse(value)
  if (failed.success) return [{ kind: 'policy-issues', issues: [{ type: 'WARNING', code: '', details: failed.data.message }] }]
  const accessed = LastAccessed.safeParse(value)
  const isUnused = accessed.success && accessed.data.ServicesLastAccessed.every(({ TotalAuthenticatedEntities: count }) => count === 0)
  return isUnused
    ? [{ kind: 'access-finding', finding: 'unused', arn: null, principals: [], conditions: null, isPublic: false, status: null }]
    : []
}

const listed = (value: unknown): readonly unknown[] => {
  const parsed = z
    .object({
      finding: z.optional(z.unknown()),
      findings: z.optional(z.array(z.unknown())),
      Findings: z.optional(z.array(z.unknown())),
      detail: z.optional(z.unknown()),
    })
    .safeParse(value)
  if (Array.isArray(value)) return value
  if (!parsed.success) return [value]
  const { finding, findings, Findings, detail } = parsed.data
  if (detail !== undefined) return listed(detail)
  return finding === undefined ? (findings ?? Findings ?? [value]) : [finding]
}

/** The findings of IAM Access Analyzer in an answer, an event, or a finding of AWS Security Hub. */
export function accessFindings(value: unknown): readonly FindingFact[] {
  const other = otherAnswer(value)
  if (other.length > 0) return other
  const all = listed(value)
  const issues = Issues.safeParse(all)
  if (issues.success)
    return [
      {
        kind: 'policy-issues',
        issues: issues.data.map(({ findingType: type, issueCode: code, findingDetails: details }) => ({ type, code, details })),
      },
    ]
  return all.flatMap((one) => {
    const finding = Finding.safeParse(one)
    if (finding.success) return accessFact(finding.data)
    const sent = SentFinding.safeParse(one)
    return sent.success && /allows (?:cross-account|public) access/i.test(sent.data.Title) ? sentFact(sent.data) : []
  })
}

const label = (name: string, value: string): RegExp => new RegExp(`\\b${name}s?\\b[ \\t:=]*\\n?[ \\t]*${value}`, 'i')

const principalLabel = label(
  'External principal',
  '(?:AWS account|Account|IAM (?:user|role))?[ \\t:(]*(\\d{12}|arn:[^\\s,;)]{1,300}|\\*|all principals|public)',
)
const roleArns = /\barn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]{1,600}/g
const noCondition = label('Condition', '(?:-|–|—|none)(?=\\s|$)')
const externalId = /\bsts:ExternalId\b["']?[ \t]*(?:\n[ \t]*)?(?:is |equals |=|:)?[ \t]*["'[]{0,3}([\w+=,.@:/-]{2,200})/i
const statusLabel = label('Status', '(active|archived|resolved)\\b')

/** A finding as the console shows it. */
export function accessFindingText(text: string): readonly AccessFindingFact[] {
  const [, principal] = principalLabel.exec(text) ?? []
  if (principal === undefined) return []
  const [, id] = externalId.exec(text) ?? []
  return [
    {
      kind: 'access-finding',
      finding: 'external',
      arn: (text.match(roleArns) ?? []).find((arn) => arn !== principal) ?? null,
      principals: [/^(?:all|public)/i.test(principal) ? '*' : principal],
      conditions: shownConditions(id, noCondition.test(text)),
      isPublic: /^(?:\*|all|public)/i.test(principal),
      status: statusLabel.exec(text)?.[1] ?? null,
    },
  ]
}

/** An issue in the policy editor of the console, which shows those of IAM Access Analyzer: `Ln 4, Col 8 Missing Principal: …`. */
const editorIssue = /\bLn \d{1,5}, Col \d{1,5}[ \t]*\n?[ \t]*([A-Z][A-Za-z ]{2,60}): ([^\n]{1,1000})/g

const mostIssues = 50

/** Titles of errors, after which IAM saves no policy. https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
const errorTitle =
  /^(?:Role Trust Policy Syntax Error|JSON Syntax Error|Syntax Error|Data Type Mismatch|Unsupported|Mismatched|Incompatible|Invalid (?!Date Value|Role Reference|User Format)|Missing (?!Version|Qualifier))/i

export function editorIssues(text: string): readonly FindingFact[] {
  const found = [...text.matchAll(editorIssue)].slice(0, mostIssues)
  const hasErrors = /\bErrors: (?!0)\d/.test(text)
  const issues = found.map(([, title = '', details = '']) => ({
    type: hasErrors || errorTitle.test(title) ? 'ERROR' : 'WARNING',
    code: title.toUpperCase().replaceAll(' ', '_'),
    details: `${title}: ${details.replace(/\s*Learn more\W*$/, '')}`,
  }))
  return issues.length === 0 ? [] : [{ kind: 'policy-issues', issues }]
}
