import { AccountId } from '#core/account-id.ts'
import { partitions } from '#core/partition.ts'
import type { PolicyDocument } from '#core/policy/document.ts'
import { type Refusal, refused } from './answer.ts'
import { expiredToken } from './credential.ts'
import type { AssumeRoleFacts, Behaviour, ScenarioAccount } from './scenario.ts'
import { rootOf, withBucketsRenamed, withDeny, withIdCondition, withOpenStatement, withPrincipal } from './trust-edits.ts'

const key = 'sts:ExternalId'

const otherExternalId = (externalId: string): string =>
  [...externalId]
    .reverse()
    .join('')
    .replace(/^./, (first) => (first === 'x' ? 'y' : 'x'))

const prefixPattern = (externalId: string): string => `${externalId.slice(0, Math.ceil(externalId.length / 2))}*`
const suffixPattern = (externalId: string): string => `*${externalId.slice(Math.floor(externalId.length / 2))}`

const throttling = refused(400, 'Throttling', 'Rate exceeded')

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html
const regionDisabled = (accountId: string): Refusal =>
  refused(
    403,
    'RegionDisabledException',
    `STS is not activated in this region for account:${accountId}. Your account administrator can activate STS in this region using the IAM Console.`,
  )

const deniedBy =
  (reason: string) =>
  ({ callerArn, roleArn }: AssumeRoleFacts): Refusal =>
    refused(403, 'AccessDenied', `User: ${callerArn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn} ${reason}`)

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html
const ownOrganizationOnly: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'OwnOrganizationOnly',
      Effect: 'Deny',
      Principal: '*',
      Action: 'sts:AssumeRole',
      Resource: '*',
      Condition: {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    },
  ],
}

const twoMinutes = 120_000

const lostId = ({ hasRightId }: AssumeRoleFacts): Refusal | null => (hasRightId ? null : throttling)

type Scenario = Omit<ScenarioAccount, 'accountId'> & { readonly number: number }

const scenarios: readonly Scenario[] = [
  {
    number: 1,
    id: 'external-id-differs',
    title: 'Wrong external ID in the role',
    story: 'A colleague replaced the external ID in the trust policy by another one.',
    expects: 'not-assumable',
    behaviour: { trust: withIdCondition((id) => ({ StringEquals: { [key]: otherExternalId(id) } })) },
  },
  {
    number: 2,
    id: 'trailing-blank',
    title: 'A blank after the external ID',
    story: 'The external ID was pasted into the trust policy with a blank after it. IAM takes it; no call can ever match it.',
    expects: 'not-assumable',
    behaviour: { trust: withIdCondition((id) => ({ StringEquals: { [key]: `${id} ` } })) },
  },
  {
    number: 3,
    id: 'stack-rolled-back',
    title: 'The stack rolls back',
    story: 'A service control policy forbids to create roles, so the stack rolls back and there is no role.',
    expects: 'not-assumable',
    behaviour: {
      roleCreationFailure: (roleArn, callerArn) =>
        `API: iam:CreateRole User: ${callerArn} is not authorized to perform: iam:CreateRole on resource: ${roleArn} with an explicit deny in a service control policy`,
    },
  },
  {
    number: 4,
    id: 'other-principal',
    title: 'Another account is trusted',
    story: 'The trust policy names an account that is not the vendor’s.',
    expects: 'not-assumable',
    behaviour: { trust: withPrincipal(rootOf('888877776666')) },
  },
  {
    number: 5,
    id: 'mfa-condition',
    title: 'A condition that the vendor cannot meet',
    story: 'The trust policy asks for multi-factor authentication as well, which a program cannot give.',
    expects: 'not-assumable',
    behaviour: {
      trust: withIdCondition((id) => ({ StringEquals: { [key]: id }, Bool: { 'aws:MultiFactorAuthPresent': 'true' } })),
    },
  },
  {
    number: 6,
    id: 'trust-policy-named',
    title: 'AWS names the trust policy',
    story: 'The external ID in the role differs, and the error text says that no role trust policy allows the call.',
    expects: 'trust-policy-mismatch',
    behaviour: { trust: withIdCondition((id) => ({ StringEquals: { [key]: otherExternalId(id) } })), namesTrustPolicy: true },
  },
  {
    number: 7,
    id: 'explicit-deny',
    title: 'A Deny in the trust policy',
    story: 'The trust policy holds a second statement that denies the vendor until somebody approves.',
    expects: 'explicit-deny',
    behaviour: { trust: withDeny },
  },
  {
    number: 8,
    id: 'resource-control-policy',
    title: 'The organization refuses outsiders',
    story: 'A resource control policy of the customer’s organization denies sts:AssumeRole to every account outside.',
    expects: 'resource-control-policy',
    behaviour: { resourceControlPolicy: ownOrganizationOnly },
  },
  {
    number: 10,
    id: 'no-condition',
    title: 'No condition',
    story: 'The condition was deleted from the trust policy: everybody in the vendor account gets in without an external ID.',
    expects: 'external-id-not-required',
    behaviour: { trust: withIdCondition(() => ({})) },
  },
  {
    number: 11,
    id: 'second-open-statement',
    title: 'A second, open statement',
    story: 'Beside the right statement stands one that asks for no external ID.',
    expects: 'external-id-not-required',
    behaviour: { trust: withOpenStatement },
  },
  {
    number: 12,
    id: 'if-exists',
    title: 'StringEqualsIfExists',
    story: 'The external ID is compared only if a call sends one.',
    expects: 'external-id-optional',
    behaviour: { trust: withIdCondition((id) => ({ StringEqualsIfExists: { [key]: id } })) },
  },
  {
    number: 13,
    id: 'for-all-values',
    title: 'ForAllValues',
    story: 'ForAllValues:StringEquals is true for a call without an external ID.',
    expects: 'external-id-optional',
    behaviour: { trust: withIdCondition((id) => ({ 'ForAllValues:StringEquals': { [key]: id } })) },
  },
  {
    number: 14,
    id: 'any-value',
    title: 'StringLike "*"',
    story: 'Any external ID is accepted.',
    expects: 'any-external-id-accepted',
    behaviour: { trust: withIdCondition(() => ({ StringLike: { [key]: '*' } })) },
  },
  {
    number: 15,
    id: 'null-false',
    title: 'Null "false"',
    story: 'The trust policy asks that there is an external ID, not which.',
    expects: 'any-external-id-accepted',
    behaviour: { trust: withIdCondition(() => ({ Null: { [key]: 'false' } })) },
  },
  {
    number: 16,
    id: 'prefix-pattern',
    title: 'The beginning is enough',
    story: 'StringLike with the first half of the external ID and a star.',
    expects: 'similar-external-id-accepted',
    behaviour: { trust: withIdCondition((id) => ({ StringLike: { [key]: prefixPattern(id) } })) },
  },
  {
    number: 17,
    id: 'suffix-pattern',
    title: 'The end is enough',
    story: 'StringLike with a star and the second half of the external ID.',
    expects: 'similar-external-id-accepted',
    behaviour: { trust: withIdCondition((id) => ({ StringLike: { [key]: suffixPattern(id) } })) },
  },
  {
    number: 18,
    id: 'ignore-case',
    title: 'StringEqualsIgnoreCase',
    story: 'Upper and lower case are taken for the same.',
    expects: 'similar-external-id-accepted',
    behaviour: { trust: withIdCondition((id) => ({ StringEqualsIgnoreCase: { [key]: id } })) },
  },
  {
    number: 19,
    id: 'null-true',
    title: 'Null "true"',
    story: 'The trust policy asks that there is no external ID: the right one is refused.',
    expects: 'condition-inverted',
    behaviour: { trust: withIdCondition(() => ({ Null: { [key]: 'true' } })) },
  },
  {
    number: 20,
    id: 'string-not-equals',
    title: 'StringNotEquals',
    story: 'The trust policy accepts everything but the right external ID.',
    expects: 'condition-inverted',
    behaviour: { trust: withIdCondition((id) => ({ StringNotEquals: { [key]: id } })) },
  },
  {
    number: 21,
    id: 'string-not-equals-present',
    title: 'StringNotEquals and Null "false"',
    story: 'Any external ID is accepted but the right one; none is refused.',
    expects: 'condition-inverted',
    behaviour: { trust: withIdCondition((id) => ({ StringNotEquals: { [key]: id }, Null: { [key]: 'false' } })) },
  },
  {
    number: 22,
    id: 'any-principal',
    title: 'Every AWS account is trusted',
    story: 'The principal is {"AWS": "*"}: whoever knows the external ID gets in, from whatever account.',
    expects: 'other-account-accepted',
    behaviour: { trust: withPrincipal(() => '*') },
  },
  {
    number: 30,
    id: 'permissions-edited',
    title: 'Permissions for other buckets',
    story: 'The trust is right; somebody changed the bucket names in the permissions policy.',
    expects: 'permissions-incomplete',
    behaviour: { permissions: withBucketsRenamed },
  },
  {
    number: 40,
    id: 'slow',
    title: 'Slow propagation',
    story: 'Everything is right; AWS takes 30 seconds to let the new role be seen.',
    expects: 'verified',
    behaviour: { propagationMs: 30_000 },
  },
  {
    number: 41,
    id: 'region-off',
    title: 'STS is off in most regions',
    story: 'The account has STS activated in the home region of the partition only, where it can be used all the same.',
    expects: 'verified',
    behaviour: {
      refusal: ({ region, partition, accountId }) => (region === partitions[partition].homeRegion ? null : regionDisabled(accountId)),
    },
  },
  {
    number: 42,
    id: 'every-region-off',
    title: 'STS is off in every region',
    story: 'STS answers in no region at all. AWS does not let an owner go that far in the home region; this shows the answer.',
    expects: 'region-disabled',
    behaviour: { refusal: ({ accountId }) => regionDisabled(accountId) },
  },
  {
    number: 43,
    id: 'safety-check-throttled',
    title: 'The safety check is throttled',
    story: 'The right external ID is accepted, and every other call is answered with "Rate exceeded".',
    expects: 'safety-check-incomplete',
    behaviour: { refusal: lostId },
  },
  {
    number: 44,
    id: 'throttled',
    title: 'Every call is throttled',
    story: 'STS answers "Rate exceeded" whatever is asked.',
    expects: 'aws-unavailable',
    behaviour: { refusal: () => throttling },
  },
  {
    number: 50,
    id: 'vendor-credentials-expired',
    title: 'The vendor’s credentials have expired',
    story: 'STS refuses the vendor’s own credentials; the customer can do nothing.',
    expects: 'vendor-credentials-refused',
    behaviour: { refusal: () => expiredToken },
  },
  {
    number: 51,
    id: 'vendor-not-allowed',
    title: 'The vendor may not ask',
    story: 'A service control policy of the vendor’s own organization denies the call.',
    expects: 'vendor-not-allowed',
    behaviour: { refusal: deniedBy('with an explicit deny in a service control policy') },
  },
  {
    number: 60,
    id: 'role-deleted-later',
    title: 'The role is deleted later',
    story: 'Verifies; two minutes after its creation the role is deleted.',
    expects: 'access-lost',
    behaviour: { later: { afterMs: twoMinutes, trust: null } },
  },
  {
    number: 61,
    id: 'weakened-later',
    title: 'The trust policy is opened later',
    story: 'Verifies; two minutes after the role’s creation somebody adds a statement that asks for no external ID.',
    expects: 'weakened',
    behaviour: { later: { afterMs: twoMinutes, trust: withOpenStatement } },
  },
]

/** Every other account behaves well. */
export const scenarioAccounts: readonly ScenarioAccount[] = scenarios.map(({ number, ...scenario }) => ({
  ...scenario,
  accountId: AccountId.parse(`4000000000${String(number).padStart(2, '0')}`),
}))

const behaviours: ReadonlyMap<string, Behaviour> = new Map(scenarioAccounts.map(({ accountId, behaviour }) => [accountId, behaviour]))

export const behaviourOf = (accountId: string): Behaviour => behaviours.get(accountId) ?? {}
