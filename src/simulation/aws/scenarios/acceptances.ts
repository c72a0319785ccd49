import { partitions } from '#core/aws/partition.ts'
import { type Refusal, refused } from '#simulation/aws/answer.ts'
import { type AssumeRoleFacts, deniedBy, regionDisabled, scenario, throttling } from '#simulation/aws/scenario.ts'
import { withBucketsRenamed } from '#simulation/aws/trust-edits.ts'

const lostId = ({ hasRightId }: AssumeRoleFacts): Refusal | null => (hasRightId ? null : throttling)

const refusesSoonAgain = ({ hasRightId, sinceSessionMs }: AssumeRoleFacts): boolean =>
  hasRightId && sinceSessionMs !== null && sinceSessionMs < 3000

/** The vendor's policy allows only the customer's external ID. Without a role no ID is the customer's, so STS answers as for a missing role. */
const deniedToOtherIds = (facts: AssumeRoleFacts): Refusal | null =>
  facts.hasRightId || !facts.roleExists ? null : deniedBy('with an explicit deny in an identity-based policy')(facts)

/** The right external ID is accepted, and no other. */
export const acceptanceScenarios = [
  scenario({
    number: 30,
    id: 'permissions-edited',
    expects: 'permissions-incomplete',
    doctorFinds: 'permissions-other-resource',
    behavior: { permissions: withBucketsRenamed },
    texts: {
      title: 'Permissions for other buckets',
      story: 'The trust policy is right, but someone changed the bucket names in the permissions policy.',
    },
  }),
  scenario({
    number: 31,
    id: 'permissions-throttled',
    expects: 'permissions-unchecked',
    behavior: { bucketRefusal: refused(503, 'SlowDown', 'Please reduce your request rate.') },
    texts: {
      title: 'S3 throttles the checks',
      story: 'The role is secure. S3 returns "Please reduce your request rate" whenever its permissions are tested.',
    },
  }),
  scenario({
    number: 40,
    id: 'slow',
    expects: 'verified',
    behavior: { propagationMs: 30_000 },
    texts: {
      title: 'Slow propagation',
      story: 'Everything is right. AWS takes 30 seconds to make the new role available.',
    },
  }),
  scenario({
    number: 41,
    id: 'region-off',
    expects: 'verified',
    behavior: {
      refusal: ({ region, partition, accountId }) => (region === partitions[partition].homeRegion ? null : regionDisabled(accountId)),
    },
    texts: {
      title: 'STS is off in most Regions',
      story: 'STS is active only in the home Region of the partition, where the role can still be used.',
    },
  }),
  scenario({
    number: 43,
    id: 'safety-check-throttled',
    expects: 'safety-check-incomplete',
    behavior: { refusal: lostId },
    texts: {
      title: 'The security checks are throttled',
      story: 'The right external ID is accepted, and every other request gets "Rate exceeded".',
    },
  }),
  scenario({
    number: 45,
    id: 'changed-during-check',
    expects: 'changed-during-check',
    behavior: { refusal: (facts) => (refusesSoonAgain(facts) ? deniedBy('')(facts) : null) },
    texts: {
      title: 'The policy changes during the check',
      story: 'The right external ID is accepted, then denied within three seconds.',
    },
  }),
  scenario({
    number: 56,
    id: 'vendor-blocks-other-ids',
    expects: 'verifier-blind',
    behavior: {
      refusal: deniedToOtherIds,
    },
    texts: {
      title: 'The vendor’s own policy hides the result',
      story:
        'A Deny in the vendor’s own policy blocks every request without the right external ID, so the test says nothing about the role.',
    },
  }),
] as const
