import { partitions } from '#core/partition.ts'
import { type Refusal, refused, validationError } from '../answer.ts'
import { expiredToken } from '../credential.ts'
import type { AssumeRoleFacts, Scenario } from '../scenario.ts'
import { withBucketsRenamed, withOpenStatement } from '../trust-edits.ts'

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

/** The trust policy is right, and something else is not. */
export const troubledScenarios: readonly Scenario[] = [
  {
    number: 30,
    id: 'permissions-edited',
    title: 'Permissions for other buckets',
    story: 'The trust is right; somebody changed the bucket names in the permissions policy.',
    expects: 'permissions-incomplete',
    behaviour: { permissions: withBucketsRenamed },
  },
  {
    number: 31,
    id: 'permissions-throttled',
    title: 'S3 is too busy to be asked',
    story: 'The role is safe; S3 answers "Please reduce your request rate" whenever its permissions are tried.',
    expects: 'permissions-unchecked',
    behaviour: { bucketRefusal: refused(503, 'SlowDown', 'Please reduce your request rate.') },
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
    number: 45,
    id: 'changed-during-check',
    title: 'One answer from the old policy, one from the new',
    story: 'The right external ID is accepted, and refused when it is sent again within three seconds.',
    expects: 'changed-during-check',
    behaviour: { refusal: (facts) => (refusesSoonAgain(facts) ? deniedBy('')(facts) : null) },
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
    number: 52,
    id: 'vendor-request-refused',
    title: 'The vendor asks for too long a session',
    story: 'STS answers that the session which the vendor asks for is longer than the role gives.',
    expects: 'vendor-request-refused',
    behaviour: { refusal: () => validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.') },
  },
  {
    number: 53,
    id: 'vendor-is-root',
    title: 'The vendor calls as the root user',
    story: 'STS answers that roles may not be assumed by root accounts: the check runs with the wrong identity.',
    expects: 'vendor-identity-wrong',
    behaviour: { refusal: () => refused(403, 'AccessDenied', 'Roles may not be assumed by root accounts.') },
  },
  {
    number: 54,
    id: 'session-tags',
    title: 'The vendor’s session passes tags on',
    story: 'The vendor’s session has transitive tags, as EKS Pod Identity sets them, and the trust policy does not list sts:TagSession.',
    expects: 'session-tags-refused',
    behaviour: { passedOn: ['sts:TagSession'] },
  },
  {
    number: 55,
    id: 'source-identity',
    title: 'The vendor’s session has a source identity',
    story: 'The vendor’s session has a source identity, and the trust policy does not list sts:SetSourceIdentity.',
    expects: 'source-identity-refused',
    behaviour: { passedOn: ['sts:SetSourceIdentity'] },
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
