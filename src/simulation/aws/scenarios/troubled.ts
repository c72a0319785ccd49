import { partitions } from '#core/aws/partition.ts'
import { expiredToken, type Refusal, refused, validationError } from '#simulation/aws/answer.ts'
import type { AssumeRoleFacts, Scenario } from '#simulation/aws/scenario.ts'
import { withBucketsRenamed, withOpenStatement } from '#simulation/aws/trust-edits.ts'

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
    refused(
      403,
      'AccessDenied',
      `User: ${callerArn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}${reason === '' ? '' : ` ${reason}`}`,
    )

const twoMinutes = 120_000

const lostId = ({ hasRightId }: AssumeRoleFacts): Refusal | null => (hasRightId ? null : throttling)

const refusesSoonAgain = ({ hasRightId, sinceSessionMs }: AssumeRoleFacts): boolean =>
  hasRightId && sinceSessionMs !== null && sinceSessionMs < 3000

/** The vendor's policy allows only the customer's external ID. Without a role no ID is the customer's, so STS answers as for a missing role. */
const deniedToOtherIds = (facts: AssumeRoleFacts): Refusal | null =>
  facts.hasRightId || !facts.roleExists ? null : deniedBy('with an explicit deny in an identity-based policy')(facts)

/** The trust policy is right, and something else is wrong. */
export const troubledScenarios = [
  {
    number: 30,
    id: 'permissions-edited',
    expects: 'permissions-incomplete',
    behavior: { permissions: withBucketsRenamed },
  },
  {
    number: 31,
    id: 'permissions-throttled',
    expects: 'permissions-unchecked',
    behavior: { bucketRefusal: refused(503, 'SlowDown', 'Please reduce your request rate.') },
  },
  {
    number: 40,
    id: 'slow',
    expects: 'verified',
    behavior: { propagationMs: 30_000 },
  },
  {
    number: 41,
    id: 'region-off',
    expects: 'verified',
    behavior: {
      refusal: ({ region, partition, accountId }) => (region === partitions[partition].homeRegion ? null : regionDisabled(accountId)),
    },
  },
  {
    number: 42,
    id: 'every-region-off',
    expects: 'region-disabled',
    behavior: { refusal: ({ accountId }) => regionDisabled(accountId) },
  },
  {
    number: 43,
    id: 'safety-check-throttled',
    expects: 'safety-check-incomplete',
    behavior: { refusal: lostId },
  },
  {
    number: 44,
    id: 'throttled',
    expects: 'aws-unavailable',
    behavior: { refusal: () => throttling },
  },
  {
    number: 45,
    id: 'changed-during-check',
    expects: 'changed-during-check',
    behavior: { refusal: (facts) => (refusesSoonAgain(facts) ? deniedBy('')(facts) : null) },
  },
  {
    number: 50,
    id: 'vendor-credentials-expired',
    expects: 'vendor-credentials-refused',
    behavior: { refusal: () => expiredToken },
  },
  {
    number: 51,
    id: 'vendor-not-allowed',
    expects: 'vendor-not-allowed',
    behavior: { refusal: deniedBy('with an explicit deny in a service control policy') },
  },
  {
    number: 52,
    id: 'vendor-request-refused',
    expects: 'vendor-request-refused',
    behavior: { refusal: () => validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.') },
  },
  {
    number: 53,
    id: 'vendor-is-root',
    expects: 'vendor-identity-wrong',
    behavior: { refusal: () => refused(403, 'AccessDenied', 'Roles may not be assumed by root accounts.') },
  },
  {
    number: 54,
    id: 'session-tags',
    expects: 'session-tags-refused',
    behavior: { passedOn: ['sts:TagSession'] },
  },
  {
    number: 55,
    id: 'source-identity',
    expects: 'source-identity-refused',
    behavior: { passedOn: ['sts:SetSourceIdentity'] },
  },
  {
    number: 56,
    id: 'vendor-blocks-other-ids',
    expects: 'verifier-blind',
    behavior: {
      refusal: deniedToOtherIds,
    },
  },
  {
    number: 60,
    id: 'role-deleted-later',
    expects: 'access-lost',
    behavior: { later: { afterMs: twoMinutes, trust: null } },
  },
  {
    number: 61,
    id: 'weakened-later',
    expects: 'weakened',
    behavior: { later: { afterMs: twoMinutes, trust: withOpenStatement } },
  },
] as const satisfies readonly Scenario[]
