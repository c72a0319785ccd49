import { messages } from '#core/text/messages.ts'
import type { DemoScenarioId, ScenarioGroup } from './demo-scenarios.ts'

type ScenarioText = {
  readonly title: string
  /** What happened, and what it shows: what the presenter may say. */
  readonly story: string
}

/** What a presenter reads of the scenarios. */
export const scenarioMessages = messages('scenarios', {
  groups: {
    main: 'The main path',
    trust: 'The trust policy',
    permissions: 'The permissions policy',
    account: 'The customer’s account',
    time: 'Time passes',
    aws: 'AWS and the vendor’s own account',
    between: 'Between page and server',
  },
  scenarios: {
    success: {
      title: 'Everything works',
      story: 'The customer types the account ID and a bucket name, launches the stack, and the page turns green by itself.',
    },
    waiting: {
      title: 'Nothing is created yet',
      story:
        'Go to “Create role”. AWS answers AccessDenied, which for now means no more than that the role is not there: the page waits and says so.',
    },
    confirming: {
      title: 'A corrected role is confirmed',
      story:
        'As in AWS: go to “Stack created”, then press “Put it right”. The page does not believe the first good answer and looks again before it turns green.',
    },
    'external-id-differs': {
      title: 'Wrong external ID in the role',
      story: 'A colleague replaced the external ID in the trust policy by another one.',
    },
    'trailing-blank': {
      title: 'A blank after the external ID',
      story: 'The external ID was pasted into the trust policy with a blank after it. IAM takes it; no call can ever match it.',
    },
    'stack-rolled-back': {
      title: 'The stack rolls back',
      story: 'A service control policy forbids to create roles, so the stack rolls back and there is no role.',
    },
    'other-principal': {
      title: 'Another account is trusted',
      story: 'The trust policy names an account that is not the vendor’s.',
    },
    'mfa-condition': {
      title: 'A condition that the vendor cannot meet',
      story: 'The trust policy asks for multi-factor authentication as well, which a program cannot give.',
    },
    'trust-policy-named': {
      title: 'AWS names the trust policy',
      story: 'The external ID in the role differs, and the error text says that no role trust policy allows the call.',
    },
    'explicit-deny': {
      title: 'A Deny in the trust policy',
      story: 'The trust policy holds a second statement that denies the vendor until somebody approves.',
    },
    'resource-control-policy': {
      title: 'The organization refuses outsiders',
      story: 'A resource control policy of the customer’s organization denies sts:AssumeRole to every account outside.',
    },
    'no-condition': {
      title: 'No condition',
      story: 'The condition was deleted from the trust policy: everybody in the vendor account gets in without an external ID.',
    },
    'second-open-statement': {
      title: 'A second, open statement',
      story: 'Beside the right statement stands one that asks for no external ID.',
    },
    'if-exists': {
      title: 'StringEqualsIfExists',
      story: 'The external ID is compared only if a call sends one.',
    },
    'for-all-values': {
      title: 'ForAllValues',
      story: 'ForAllValues:StringEquals is true for a call without an external ID.',
    },
    'any-value': {
      title: 'StringLike "*"',
      story: 'Any external ID is accepted.',
    },
    'null-false': {
      title: 'Null "false"',
      story: 'The trust policy asks that there is an external ID, not which.',
    },
    'prefix-pattern': {
      title: 'The beginning is enough',
      story: 'StringLike with the first half of the external ID and a star.',
    },
    'suffix-pattern': {
      title: 'The end is enough',
      story: 'StringLike with a star and the second half of the external ID.',
    },
    'ignore-case': {
      title: 'StringEqualsIgnoreCase',
      story: 'Upper and lower case are taken for the same.',
    },
    'null-true': {
      title: 'Null "true"',
      story: 'The trust policy asks that there is no external ID: the right one is refused.',
    },
    'string-not-equals': {
      title: 'StringNotEquals',
      story: 'The trust policy accepts everything but the right external ID.',
    },
    'string-not-equals-present': {
      title: 'StringNotEquals and Null "false"',
      story: 'Any external ID is accepted but the right one; none is refused.',
    },
    'middle-pattern': {
      title: 'Beginning and end are enough',
      story: 'StringLike with the first four and the last four characters: every ID that looks like it from outside gets in.',
    },
    'open-ended': {
      title: 'Anything can follow the ID',
      story: 'StringLike with the whole ID and a star: an ID that starts with it gets in too.',
    },
    'two-spellings': {
      title: 'The ID in other capitalizations',
      story: 'The condition lists the ID three times: as it is, in lowercase and in uppercase.',
    },
    'whole-vendor-account': {
      title: 'Any role of the vendor',
      story:
        'The condition on aws:PrincipalArn was dropped. Every role in the vendor’s account can use the role, not only the application.',
    },
    'any-principal': {
      title: 'Every AWS account is trusted',
      story: 'The principal is {"AWS": "*"}: whoever knows the external ID gets in, from whatever account.',
    },
    'assumed-role-mismatch': {
      title: 'STS answers for another role',
      story:
        'The session that STS gives belongs to another role than the one asked for. AWS does not do this; it shows what is said if it happens.',
    },
    'permissions-edited': {
      title: 'Permissions for other buckets',
      story: 'The trust is right; somebody changed the bucket names in the permissions policy.',
    },
    'permissions-throttled': {
      title: 'S3 is too busy to be asked',
      story: 'The role is safe; S3 answers "Please reduce your request rate" whenever its permissions are tried.',
    },
    slow: {
      title: 'Slow propagation',
      story: 'Everything is right; AWS takes 30 seconds to let the new role be seen.',
    },
    'region-off': {
      title: 'STS is off in most regions',
      story: 'The account has STS activated in the home region of the partition only, where it can be used all the same.',
    },
    'every-region-off': {
      title: 'STS is off in every region',
      story: 'STS answers in no region at all. AWS does not let an owner go that far in the home region; this shows the answer.',
    },
    'safety-check-throttled': {
      title: 'The safety check is throttled',
      story: 'The right external ID is accepted, and every other call is answered with "Rate exceeded".',
    },
    throttled: {
      title: 'Every call is throttled',
      story: 'STS answers "Rate exceeded" whatever is asked.',
    },
    'changed-during-check': {
      title: 'One answer from the old policy, one from the new',
      story: 'The right external ID is accepted, and refused when it is sent again within three seconds.',
    },
    'vendor-credentials-expired': {
      title: 'The vendor’s credentials have expired',
      story: 'STS refuses the vendor’s own credentials; the customer can do nothing.',
    },
    'vendor-blocks-other-ids': {
      title: 'The vendor’s own policy hides the answer',
      story:
        'A Deny in the vendor’s own policy blocks every call without the right external ID, so the test proves nothing about the role.',
    },
    'vendor-not-allowed': {
      title: 'The vendor may not ask',
      story: 'A service control policy of the vendor’s own organization denies the call.',
    },
    'vendor-request-refused': {
      title: 'The vendor asks for too long a session',
      story:
        'STS answers that the session which the vendor asks for is longer than the role gives. Every role gives the 900 seconds that a check asks for, so AWS does not do this; it shows what is said if it happens.',
    },
    'vendor-is-root': {
      title: 'The vendor calls as the root user',
      story: 'STS answers that roles may not be assumed by root accounts: the check runs with the wrong identity.',
    },
    'session-tags': {
      title: 'The vendor’s session passes tags on',
      story: 'The vendor’s session has transitive tags, as EKS Pod Identity sets them, and the trust policy does not list sts:TagSession.',
    },
    'source-identity': {
      title: 'The vendor’s session has a source identity',
      story: 'The vendor’s session has a source identity, and the trust policy does not list sts:SetSourceIdentity.',
    },
    'role-deleted-later': {
      title: 'The role is deleted later',
      story: 'Verifies; two minutes after its creation the role is deleted.',
    },
    'weakened-later': {
      title: 'The trust policy is opened later',
      story: 'Verifies; two minutes after the role’s creation somebody adds a statement that asks for no external ID.',
    },
    'server-down': {
      title: 'Our own server is down',
      story: 'The wizard cannot ask for a verdict and says that the fault is ours. What was seen before stays; it goes on by itself.',
    },
    'network-lost': {
      title: 'The network is lost',
      story: 'The customer’s network fails while the page waits. Nothing typed is lost, and it goes on when the network is back.',
    },
  },
} satisfies {
  readonly groups: Readonly<Record<ScenarioGroup, string>>
  readonly scenarios: Readonly<Record<DemoScenarioId, ScenarioText>>
})
