import type { RolePlan } from '#core/connection/role-plan.ts'
import { listOf } from '#core/policy/document.ts'
import { messages } from '#core/text/messages.ts'
import type { ScanFact, ScanTopic } from './finding-fact.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { attachmentsCommand, permissionsCommand, roleCommand } from './permissions-command.ts'
import { isGranted } from './policy-rights.ts'

type ScanFacts = PlanFacts & {
  readonly named: string
  readonly wildcards: string
  /** The finding names the vendor's account. */
  readonly isOfVendor: boolean
}

const compare = (facts: PlanFacts) => `To compare the policy with the request, paste the output of: ${permissionsCommand(facts)}`

export const scanMessages = messages('scan-rules', {
  'scan-other-role': {
    title: 'The finding is about a different role',
    sentence: ({ named }: ScanFacts) => `The finding is about ${named}, which isn’t the role of this connection.`,
    detail: ({ roleArn }: ScanFacts) => `It says nothing about ${roleArn}.`,
  },
  'scan-one-account': {
    title: 'The finding is about access within one account',
    sentence: 'The text says that the finding is about a role or user of the same account, so it isn’t access from another account.',
    detail: ({ roleArn, vendor }: ScanFacts) =>
      `An external ID is for access from another account, and isn’t needed there. You can accept the finding for that role. It says nothing about ${roleArn}, which ${vendor} assumes from its own account.`,
  },
  'scan-any-principal': {
    title: 'A scanner says that anyone can assume the role',
    sentence: 'The finding says that the trust policy isn’t limited to certain principals. That wasn’t requested.',
    detail: (facts: ScanFacts) =>
      `The trust policy must allow only account ${facts.vendorAccount}, with the external ID ${facts.externalId}. To see whether it does, paste the output of: ${roleCommand(facts)}`,
  },
  'scan-no-external-id': {
    title: 'A scanner says that the role requires no external ID',
    sentence: 'The finding says that the role might be assumable from another account without an external ID.',
    detail: (facts: ScanFacts) =>
      `The requested trust policy requires ${facts.externalId} with StringEquals on sts:ExternalId. If the role doesn’t, add that condition. The finding doesn’t say that the connection fails. To see whether the role requires it, paste the output of: ${roleCommand(facts)}`,
  },
  'scan-full-access': {
    title: 'A scanner says that the role has too many permissions',
    sentence: 'The finding is about very broad permissions. We can’t tell from it whether they were requested.',
    detail: compare,
  },
  'scan-wildcard': {
    title: 'A scanner reports a wildcard',
    sentence: ({ named, wildcards, managedPolicyArns }: ScanFacts) => {
      if (managedPolicyArns.length > 0)
        return `The finding is about ${named === '' ? 'a policy that allows too much' : named}. We can’t tell whether a requested managed policy has it.`
      return named === ''
        ? `The finding is about a policy that allows too much. The requested policy has ${wildcards === '' ? 'no wildcards' : `wildcards only in ${wildcards}`}.`
        : `The finding is about ${named}, which wasn’t requested.`
    },
    detail: (facts: ScanFacts) =>
      facts.managedPolicyArns.length > 0 ? `To see what is attached, paste the output of: ${attachmentsCommand(facts)}` : compare(facts),
  },
  'scan-wildcard-requested': {
    title: 'The wildcard was requested',
    sentence: ({ named }: ScanFacts) => `The finding is about ${named}, which was requested, so it’s expected.`,
    detail: ({ vendor }: ScanFacts) => `It’s part of the policy that ${vendor} requested. You can accept the finding.`,
  },
  'scan-managed-policy': {
    title: 'A scanner reports a managed policy',
    sentence: ({ managedPolicyArns }: ScanFacts) =>
      managedPolicyArns.length > 0
        ? `The finding is about a managed policy. These were requested: ${managedPolicyArns.join(', ')}.`
        : 'The finding is about a managed policy. None was requested.',
    detail: (facts: ScanFacts) => `To see which are attached, paste the output of: ${attachmentsCommand(facts)}`,
  },
  'scan-service-trust': {
    title: 'The check is for roles of AWS services',
    sentence: 'This check is for roles that AWS services assume. The role of this connection is assumed from another account.',
    detail: (facts: ScanFacts) =>
      `The external ID that was requested protects it from a confused deputy. If the check fails for ${facts.roleName}, its trust policy may name a service. To check, paste the output of: ${roleCommand(facts)}`,
  },
  'scan-cross-account': {
    title: 'The access of another account is expected',
    sentence: ({ vendorAccount, vendor, isOfVendor }: ScanFacts) =>
      isOfVendor
        ? `The finding says that account ${vendorAccount} can assume the role. That’s expected: it’s ${vendor}’s.`
        : `The finding says that another account can assume the role. If it’s account ${vendorAccount}, that’s expected: it’s ${vendor}’s.`,
    detail: (facts: ScanFacts) =>
      `The role must require the external ID ${facts.externalId}, which keeps other customers of ${facts.vendor} from using it. If it does, you can accept the finding. To check, paste the output of: ${roleCommand(facts)}`,
  },
  'scan-inline-policy': {
    title: 'A scanner reports an inline policy',
    sentence: ({ hasPermissionsPolicy }: ScanFacts) =>
      hasPermissionsPolicy
        ? 'The finding is about an inline policy. One was requested, so the finding is expected.'
        : 'The finding is about an inline policy. None was requested.',
    detail: compare,
  },
  'scan-boundary': {
    title: 'A scanner reports a missing or different permissions boundary',
    sentence: 'The finding is about a permissions boundary.',
    detail: () => 'If your company requires one, set it on the role in IAM. It must allow everything that was requested.',
  },
  'scan-policy-lint': {
    title: 'A linter checked a policy',
    sentence: 'A linter made these findings, not AWS. A trust policy has no Resource, so a missing Resource in one is a false alarm.',
    detail: ({ vendor, vendorAccountId }: ScanFacts) =>
      `Don’t add a Resource to the trust policy, because IAM rejects it there. If the linter doesn’t know a principal, its account ID must have 12 digits and be ${vendor}’s, ${vendorAccountId}.`,
  },
  'scan-role-name': {
    title: 'The explicit role name is expected',
    sentence: 'The finding is about the explicit name of the role, which is expected.',
    detail: ({ vendor, roleName }: ScanFacts) => `${vendor} needs to know the role as ${roleName}. You can accept the finding.`,
  },
  'scan-credentials-use': {
    title: 'A finding about how the role’s credentials were used',
    sentence: 'The finding is about how credentials of a role were used, not about the policies of the role.',
    detail: ({ vendor }: ScanFacts) =>
      `Ask ${vendor} whether the IP address and the time are its own. If they aren’t, revoke the sessions of the role in the IAM console.`,
  },
  'scan-unused': {
    title: 'A scanner says that the role isn’t used',
    sentence: 'The finding says that the role or some of its permissions haven’t been used.',
    detail: ({ vendor }: ScanFacts) => `This is no error, and the role keeps working. Keep it while you use ${vendor}.`,
  },
  'scan-other': {
    title: 'A finding of a scanner',
    sentence: 'This is the finding of a scanner, not an error of AWS. It doesn’t keep the role from being assumed.',
    detail: (facts: ScanFacts) =>
      `We don’t know this check. To compare the role with the request, paste the output of: ${roleCommand(facts)}`,
  },
  'scan-passed': {
    title: 'The scan found nothing',
    sentence: 'This scan reports no failed check. It doesn’t show whether the role is as requested.',
    detail: (facts: ScanFacts) => `To check the role, paste the output of: ${roleCommand(facts)}`,
  },
})

const scanIn = ({ findings }: PastedRole): ScanFact | undefined => findings.find((finding) => finding.kind === 'scan')

/** Roles of the customer: those of other accounts are principals. */
const rolesOfAccount = ({ roleArns }: ScanFact, { plan }: PastedRole): readonly string[] =>
  roleArns.filter((arn) => arn.includes(`::${plan.accountId}:`))

const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)

/** The finding names the role of this connection, or another thing of it. */
function isOfPlan({ roleArns, roleNames, accountIds }: ScanFact, { roleName, vendorAccountId }: RolePlan): boolean {
  return accountIds.includes(vendorAccountId) || [...roleArns.map(nameOf), ...roleNames].some((name) => name === roleName)
}

/** Another role, which the finding is about instead. Null where it can be about the planned one. */
function otherNamed(scan: ScanFact, pastedRole: PastedRole): string | null {
  const arns = rolesOfAccount(scan, pastedRole)
  if (arns.includes(pastedRole.plan.roleArn)) return null
  if (arns[0] !== undefined) return arns[0]
  return isOfPlan(scan, pastedRole.plan) ? null : (scan.roleArns[0] ?? scan.roleNames[0] ?? null)
}

const hasWildcard = (pattern: string): boolean => /[*?]/.test(pattern)

/** The patterns of the requested policy that a scanner may reject. */
function requestedWildcards({ plan }: PastedRole): readonly string[] {
  const statements = listOf(plan.permissionsPolicy.Statement).filter(({ Effect }) => Effect === 'Allow')
  return [...new Set(statements.flatMap(({ Action, Resource }) => [...listOf(Action), ...listOf(Resource)]).filter(hasWildcard))]
}

function isRequested({ pattern }: ScanFact, pastedRole: PastedRole): boolean {
  if (pattern === null) return false
  const { action, resource } = pattern
  if (action === null || resource === null) return requestedWildcards(pastedRole).includes(action ?? resource ?? '')
  const example = { action: action.replaceAll('*', 'rolebridge'), resource: resource.replaceAll('*', 'rolebridge') }
  return isGranted([pastedRole.plan.permissionsPolicy], { ...example, written: { action, resource } })
}

function scanFacts(scan: ScanFact, pastedRole: PastedRole): ScanFacts {
  const { action = null, resource = null } = scan.pattern ?? {}
  const named = [action, resource].filter((each) => each !== null).join(' on ')
  const { plan } = pastedRole
  return {
    ...planFacts(plan),
    named,
    wildcards: requestedWildcards(pastedRole).join(', '),
    isOfVendor: scan.accountIds.includes(plan.vendorAccountId),
  }
}

/** A finding alone doesn't tell whether a policy differs from the request. `subject`: what shows more than the finding does. */
type Form = { readonly topic: ScanTopic; readonly part: PastedRule['part']; readonly subject?: PastedRule['part']; readonly source: string }

const forms: readonly Form[] = [
  { topic: 'no-external-id', part: 'trust-policy', source: pages.externalId },
  { topic: 'any-principal', part: 'trust-policy', source: pages.principal },
  { topic: 'full-access', part: 'finding', subject: 'permissions-policy', source: pages.action },
  { topic: 'policy-lint', part: 'finding', subject: 'trust-policy', source: pages.principal },
  { topic: 'managed-policy', part: 'finding', source: pages.managedPolicies },
  { topic: 'service-trust', part: 'finding', source: pages.confusedDeputy },
  { topic: 'cross-account', part: 'finding', source: pages.externalId },
  { topic: 'inline-policy', part: 'finding', source: pages.managedPolicies },
  { topic: 'boundary', part: 'finding', source: pages.boundaries },
  { topic: 'role-name', part: 'finding', source: pages.createRole },
  { topic: 'credentials-use', part: 'finding', source: 'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_finding-types-iam.html' },
  { topic: 'unused', part: 'finding', source: pages.identifiers },
  { topic: 'other', part: 'finding', source: pages.identifiers },
  { topic: 'passed', part: 'finding', source: pages.identifiers },
]

/** The trust policy and the permissions themselves show more than a finding about them. */
const isShown = ({ trust, permissions }: PastedRole, part: PastedRule['part']): boolean =>
  (part === 'trust-policy' && trust !== null) || (part === 'permissions-policy' && permissions.length > 0)

const idOf = <Topic extends ScanTopic>(topic: Topic): `scan-${Topic}` => `scan-${topic}`

const ofForm = ({ topic, part, subject = part, source }: Form): PastedRule =>
  familyRule(scanMessages.in, {
    id: idOf(topic),
    part,
    source,
    suppressedBy: ['scan-other-role', 'scan-one-account', ...(topic === 'cross-account' ? ['scan-policy-lint'] : [])],
    facts: (pastedRole) => {
      const scan = scanIn(pastedRole)
      return scan?.topics.includes(topic) && !isShown(pastedRole, subject) ? scanFacts(scan, pastedRole) : null
    },
  })

const otherRole = familyRule(scanMessages.in, {
  id: 'scan-other-role',
  part: 'finding',
  source: pages.identifiers,
  facts: (pastedRole) => {
    const scan = scanIn(pastedRole)
    const named = scan === undefined ? null : otherNamed(scan, pastedRole)
    return scan === undefined || named === null ? null : { ...scanFacts(scan, pastedRole), named }
  },
})

const oneAccount = familyRule(scanMessages.in, {
  id: 'scan-one-account',
  part: 'finding',
  source: pages.externalId,
  suppresses: ['scan-other-role'],
  facts: (pastedRole) => {
    const scan = scanIn(pastedRole)
    const isAboutAccounts = scan?.topics.some((topic) => topic === 'no-external-id' || topic === 'cross-account') === true
    if (scan === undefined || !isAboutAccounts || !scan.isOneAccount || isOfPlan(scan, pastedRole.plan)) return null
    return scanFacts(scan, pastedRole)
  },
})

const wildcard = (id: 'scan-wildcard' | 'scan-wildcard-requested', isExpected: boolean): PastedRule =>
  familyRule(scanMessages.in, {
    id,
    part: 'finding',
    source: pages.resource,
    suppressedBy: ['scan-other-role', 'scan-full-access'],
    facts: (pastedRole) => {
      const scan = scanIn(pastedRole)
      if (!scan?.topics.includes('wildcard') || isRequested(scan, pastedRole) !== isExpected) return null
      return scanFacts(scan, pastedRole)
    },
  })

const [noExternalId, anyPrincipal, fullAccess, ...others] = forms.map(ofForm)

/** Findings of scanners of code and of accounts. */
export const scanRules: readonly PastedRule[] = [
  oneAccount,
  otherRole,
  ...[noExternalId, anyPrincipal, fullAccess].filter((rule) => rule !== undefined),
  wildcard('scan-wildcard', false),
  wildcard('scan-wildcard-requested', true),
  ...others,
]
