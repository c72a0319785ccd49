import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import type { AccessFindingFact, PolicyIssuesFact } from './finding-fact.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { roleCommand } from './permissions-command.ts'
import { asSentence } from './quoted-reason.ts'

type FindingFacts = PlanFacts & { readonly named: string }
type ExpectedFacts = FindingFacts & { readonly isShown: boolean; readonly isArchived: boolean }
type IssueFacts = PlanFacts & { readonly details: string }

export const accessFindingMessages = messages('access-finding-rules', {
  'finding-other-resource': {
    title: 'The finding is about something else',
    sentence: ({ named }: FindingFacts) => `The finding is about ${named}, which isn’t the role of this connection.`,
    detail: ({ roleArn }: FindingFacts) => `It says nothing about ${roleArn}.`,
  },
  'finding-public': {
    title: 'Anyone can assume the role',
    sentence: 'IAM Access Analyzer reports that the trust policy allows every AWS account.',
    detail: ({ vendorAccount, externalId }: FindingFacts) =>
      `This isn’t expected. The trust policy must allow only account ${vendorAccount}, with the external ID ${externalId}.`,
  },
  'finding-other-account': {
    title: 'The role trusts someone else as well',
    sentence: ({ named }: FindingFacts) => `IAM Access Analyzer reports that ${named} can assume the role. That wasn’t requested.`,
    detail: ({ vendorAccount, vendor, named }: FindingFacts) =>
      `${vendor} uses account ${vendorAccount}. If you don’t know ${named}, remove it from the trust policy.`,
  },
  'finding-other-external-id': {
    title: 'The finding names a different external ID',
    sentence: ({ named }: FindingFacts) => `According to the finding, the role requires the external ID ${named}.`,
    detail: ({ vendor, externalId }: FindingFacts) =>
      `${vendor} sends ${externalId}. If the trust policy lists only the other one, AWS denies the calls. Correct the external ID in the trust policy.`,
  },
  'finding-without-external-id': {
    title: 'The finding names no external ID',
    sentence: 'The finding lists no external ID as a condition, so the role may not require it.',
    detail: (facts: FindingFacts) =>
      `Access from account ${facts.vendorAccount} is expected, but only with the external ID ${facts.externalId}. To see whether the trust policy requires it, paste the output of: ${roleCommand(facts)}`,
  },
  'finding-resolved': {
    title: 'The access of the finding no longer exists',
    sentence: 'The finding is resolved: the access that it describes no longer exists.',
    detail: (facts: FindingFacts) =>
      `The trust policy was changed, or the role was deleted. If ${facts.vendor} should still have access, paste the output of: ${roleCommand(facts)}`,
  },
  'finding-unused': {
    title: 'The role or its permissions weren’t used',
    sentence: 'The finding says that the role or some of its permissions haven’t been used.',
    detail: ({ vendor }: FindingFacts) =>
      `This is no error, and the role keeps working. ${vendor} may not have needed the access yet. Keep the role while you use ${vendor}.`,
  },
  'finding-expected': {
    title: 'The finding is expected',
    sentence: ({ vendorAccount, vendor, isArchived }: ExpectedFacts) =>
      `${isArchived ? 'This finding is archived, and its access is expected' : 'This finding is expected'}: account ${vendorAccount} is ${vendor}’s, and it’s meant to assume the role.`,
    detail: (facts: ExpectedFacts) =>
      facts.isShown
        ? `The finding shows that the role requires your external ID, which keeps other customers of ${facts.vendor} from using it.${facts.isArchived ? '' : ' You can archive the finding.'}`
        : `The role must require the external ID ${facts.externalId}, which keeps other customers of ${facts.vendor} from using it. The finding doesn’t show whether it does. To check, paste the output of: ${roleCommand(facts)}`,
  },
})

export const findingStateMessages = messages('finding-state', {
  archived: 'The finding is archived, so someone marked the access as intended, or it no longer exists.',
})

export const policyIssueMessages = messages('policy-issue-rules', {
  'policy-issue-type': {
    title: 'The policy was validated as the wrong type',
    sentence: ({ details }: IssueFacts) => `IAM Access Analyzer said: ${details}`,
    detail:
      'A trust policy has principals and no resources. If this is the trust policy, validate it with: --policy-type RESOURCE_POLICY --validate-policy-resource-type AWS::IAM::AssumeRolePolicyDocument. If it’s the permissions policy, each statement needs a Resource and no Principal.',
  },
  'policy-issue-error': {
    title: 'The policy has an error',
    sentence: ({ details }: IssueFacts) => `The policy doesn’t work as it is. IAM Access Analyzer said: ${details}`,
    detail: 'To find the error, paste the policy itself.',
  },
  'policy-issue-warning': {
    title: 'IAM Access Analyzer reports an issue with the policy',
    sentence: ({ details }: IssueFacts) => `IAM Access Analyzer said: ${details}`,
    detail:
      'The issue doesn’t block access to the role, but the policy may allow too much. To compare it with the request, paste the policy itself.',
  },
})

const source = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-findings.html'

const about = ({ findings }: PastedRole): readonly AccessFindingFact[] => findings.filter((finding) => finding.kind === 'access-finding')

const isOfRole = ({ arn }: AccessFindingFact, { roleArn }: RolePlan): boolean => arn === null || arn === roleArn

const isOfVendor = (principal: string, { vendorAccountId }: RolePlan): boolean =>
  principal === vendorAccountId || principal.includes(`::${vendorAccountId}:`)

/** A pattern may stand for any ID. */
function externalIdOf({ conditions }: AccessFindingFact): string | null {
  const named = conditions?.['sts:externalid']?.replace(/^[\s"'[]+|[\s"'\]]+$/g, '') ?? null
  return named === null || /[*?]/.test(named) ? null : named
}

const isPlanned = (named: string, { externalId, nextExternalId, previousExternalId }: RolePlan): boolean =>
  [externalId, nextExternalId, previousExternalId].some((id) => id !== null && named.split(/["',\s]+/).includes(id))

type Id = keyof ReturnType<typeof accessFindingMessages.in>

type Form = Pick<PastedRule, 'part'> & {
  readonly id: Exclude<Id, 'finding-other-resource' | 'finding-expected'>
  /** The thing that the sentence names; null where the finding isn’t of this kind. */
  readonly named: (finding: AccessFindingFact, plan: RolePlan) => string | null
}

const isExternal = ({ finding, status }: AccessFindingFact): boolean => finding === 'external' && !/^resolved$/i.test(status ?? '')

const isArchived = ({ status }: AccessFindingFact): boolean => /^archived$/i.test(status ?? '')

const isOpen = (finding: AccessFindingFact): boolean => finding.isPublic || finding.principals.includes('*')

const namedPrincipal = (principal: string): string => (/^\d{12}$/.test(principal) ? `account ${accountIdInGroups(principal)}` : principal)

/** The most urgent first. */
const forms: readonly Form[] = [
  { id: 'finding-public', part: 'trust-policy', named: (finding) => (isExternal(finding) && isOpen(finding) ? '*' : null) },
  {
    id: 'finding-other-account',
    part: 'trust-policy',
    named: (finding, plan) => {
      const other = finding.principals.find((principal) => !isOfVendor(principal, plan))
      return isExternal(finding) && other !== undefined ? namedPrincipal(other) : null
    },
  },
  {
    id: 'finding-other-external-id',
    part: 'trust-policy',
    named: (finding, plan) => {
      const named = externalIdOf(finding)
      return isExternal(finding) && named !== null && !isPlanned(named, plan) ? named : null
    },
  },
  {
    id: 'finding-without-external-id',
    part: 'trust-policy',
    named: (finding) => (isExternal(finding) && finding.conditions !== null && externalIdOf(finding) === null ? '' : null),
  },
  { id: 'finding-resolved', part: 'finding', named: ({ status }) => (/^resolved$/i.test(status ?? '') ? '' : null) },
  { id: 'finding-unused', part: 'finding', named: ({ finding }) => (finding === 'unused' ? '' : null) },
]

/** Tells what someone has decided about the finding. */
const withState = (rule: PastedRule): PastedRule => ({
  ...rule,
  found: (pastedRole) => {
    const found = rule.found(pastedRole)
    const all = about(pastedRole)
    if (found === null || all.length === 0 || !all.every(isArchived)) return found
    return { ...found, detail: (language) => `${found.detail(language)} ${findingStateMessages.in(language).archived}` }
  },
})

const ofForm = ({ id, part, named }: Form): PastedRule =>
  familyRule(accessFindingMessages.in, {
    id,
    part,
    source,
    suppresses: forms.map((form) => form.id).filter((other) => other !== id),
    facts: (pastedRole) => {
      const { plan } = pastedRole
      // The trust policy itself shows more than a finding about it.
      if (part === 'trust-policy' && pastedRole.trust !== null) return null
      const all = about(pastedRole).filter((finding) => isOfRole(finding, plan))
      const found = all.map((finding) => named(finding, plan)).find((name) => name !== null)
      return found == null ? null : { ...planFacts(plan), named: found }
    },
  })

const otherResource = familyRule(accessFindingMessages.in, {
  id: 'finding-other-resource',
  part: 'finding',
  source,
  facts: (pastedRole) => {
    const all = about(pastedRole)
    const [first] = all
    if (first?.arn == null || all.some((finding) => isOfRole(finding, pastedRole.plan))) return null
    return { ...planFacts(pastedRole.plan), named: first.arn }
  },
})

const expected = familyRule(accessFindingMessages.in, {
  id: 'finding-expected',
  part: 'finding',
  source: pages.externalId,
  suppressedBy: ['finding-other-resource', ...forms.map(({ id }) => id)],
  facts: (pastedRole) => {
    const all = about(pastedRole).filter((finding) => isOfRole(finding, pastedRole.plan) && isExternal(finding))
    return all.length === 0
      ? null
      : {
          ...planFacts(pastedRole.plan),
          named: '',
          isShown: all.every((each) => externalIdOf(each) === pastedRole.plan.externalId),
          isArchived: all.every(isArchived),
        }
  },
})

const isError = ({ type }: PolicyIssuesFact['issues'][number]): boolean => type === 'ERROR'
const isOfType = ({ code }: PolicyIssuesFact['issues'][number]): boolean =>
  /^(?:MISSING_RESOURCE|MISSING_PRINCIPAL|UNSUPPORTED_(?:PRINCIPAL|RESOURCE)\w*)$/.test(code)

type IssueForm = Pick<PastedRule, 'part'> & {
  readonly id: keyof ReturnType<typeof policyIssueMessages.in>
  readonly is: (issue: PolicyIssuesFact['issues'][number]) => boolean
}

const issueForms: readonly IssueForm[] = [
  { id: 'policy-issue-type', part: 'finding', is: isOfType },
  { id: 'policy-issue-error', part: 'finding', is: isError },
  { id: 'policy-issue-warning', part: 'finding', is: (issue) => !isError(issue) },
]

const ofIssue = ({ id, part, is }: IssueForm): PastedRule =>
  familyRule(policyIssueMessages.in, {
    id,
    part,
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
    suppresses: issueForms.map((form) => form.id).filter((other) => other !== id),
    facts: ({ findings, plan }) => {
      const issue = findings.flatMap((finding) => (finding.kind === 'policy-issues' ? finding.issues : [])).find(is)
      return issue === undefined ? null : { ...planFacts(plan), details: asSentence(issue.details) }
    },
  })

/** Findings of IAM Access Analyzer about access and about a policy. */
export const accessFindingRules: readonly PastedRule[] = [
  otherResource,
  ...forms.map(ofForm).map(withState),
  expected,
  ...issueForms.map(ofIssue),
]
