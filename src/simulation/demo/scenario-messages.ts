import { messages } from '#core/text/messages.ts'
import type { DemoScenarioId, ScenarioGroup } from './demo-scenarios.ts'

type ScenarioText = {
  readonly title: string
  /** For the presenter to say: what happened, and what it shows. */
  readonly story: string
}

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
      story: 'The customer types the account ID and a bucket name, launches the stack, and the page turns green automatically.',
    },
    waiting: {
      title: 'Nothing is created yet',
      story:
        'Go to “Create role”. AWS returns AccessDenied, which for now only means that there’s no role yet. The page says so and waits.',
    },
    confirming: {
      title: 'A corrected role is confirmed',
      story:
        'Set the pace to “Realistic”, go to “Stack created”, then choose “Fix it”. The page confirms the first good result with a second check before it turns green.',
    },
    'external-id-differs': {
      title: 'Wrong external ID in the role',
      story: 'A colleague replaced the external ID in the trust policy with another one.',
    },
    'trailing-blank': {
      title: 'A space after the external ID',
      story: 'The external ID was pasted into the trust policy with a space after it. IAM accepts it, but no request can match it.',
    },
    'stack-rolled-back': {
      title: 'The stack rolls back',
      story: 'A service control policy blocks role creation, so the stack rolls back and there’s no role.',
    },
    'other-principal': {
      title: 'Another account is trusted',
      story: 'The trust policy names an account that isn’t the vendor’s.',
    },
    'mfa-condition': {
      title: 'A condition that the vendor can’t meet',
      story: 'The trust policy also requires multi-factor authentication, which applications can’t use.',
    },
    'trust-policy-named': {
      title: 'AWS names the trust policy',
      story: 'The external ID in the role differs, and AWS says that no role trust policy allows the request.',
    },
    'explicit-deny': {
      title: 'A Deny in the trust policy',
      story: 'A second statement in the trust policy denies the vendor until someone approves.',
    },
    'resource-control-policy': {
      title: 'The organization blocks outside accounts',
      story: 'A resource control policy of the customer’s organization denies sts:AssumeRole to outside accounts.',
    },
    'no-condition': {
      title: 'No condition',
      story: 'The condition was deleted from the trust policy, so the vendor account gets access without an external ID.',
    },
    'second-open-statement': {
      title: 'A second, open statement',
      story: 'In addition to the right statement, there’s one that requires no external ID.',
    },
    'if-exists': {
      title: 'StringEqualsIfExists',
      story: 'The external ID is compared only if a request sends one.',
    },
    'for-all-values': {
      title: 'ForAllValues',
      story: 'ForAllValues:StringEquals also matches requests without an external ID.',
    },
    'any-value': {
      title: 'StringLike "*"',
      story: 'Any external ID is accepted.',
    },
    'null-false': {
      title: 'Null "false"',
      story: 'The trust policy requires an external ID, but not which one.',
    },
    'prefix-pattern': {
      title: 'The beginning is enough',
      story: 'StringLike with the first half of the external ID and *.',
    },
    'suffix-pattern': {
      title: 'The end is enough',
      story: 'StringLike with * and the second half of the external ID.',
    },
    'ignore-case': {
      title: 'StringEqualsIgnoreCase',
      story: 'Capitalization is ignored.',
    },
    'null-true': {
      title: 'Null "true"',
      story: 'The trust policy requires that no external ID is sent, so the right one is denied.',
    },
    'string-not-equals': {
      title: 'StringNotEquals',
      story: 'The trust policy accepts everything except the right external ID.',
    },
    'string-not-equals-present': {
      title: 'StringNotEquals and Null "false"',
      story: 'Any external ID except the right one is accepted. Requests without one are denied.',
    },
    'middle-pattern': {
      title: 'Beginning and end are enough',
      story: 'StringLike with the first four and the last four characters: every ID that looks similar gets access.',
    },
    'open-ended': {
      title: 'Anything can follow the ID',
      story: 'StringLike with the whole ID and *: an ID that starts with it gets access too.',
    },
    'two-spellings': {
      title: 'The ID in other capitalizations',
      story: 'The condition lists the ID three times: as it is, in lowercase, and in uppercase.',
    },
    'whole-vendor-account': {
      title: 'Any role of the vendor',
      story:
        'The condition on aws:PrincipalArn was dropped. Every role in the vendor’s account can use the role, not just the application.',
    },
    'any-principal': {
      title: 'Every AWS account is trusted',
      story: 'The principal is {"AWS": "*"}. Anyone who knows the external ID gets access, from any account.',
    },
    'assumed-role-mismatch': {
      title: 'STS returns another role',
      story: 'The session from STS belongs to a different role. AWS doesn’t do this, but the wizard explains it.',
    },
    'permissions-edited': {
      title: 'Permissions for other buckets',
      story: 'The trust policy is right, but someone changed the bucket names in the permissions policy.',
    },
    'permissions-throttled': {
      title: 'S3 throttles the checks',
      story: 'The role is secure. S3 returns "Please reduce your request rate" whenever its permissions are tested.',
    },
    slow: {
      title: 'Slow propagation',
      story: 'Everything is right. AWS takes 30 seconds to make the new role available.',
    },
    'region-off': {
      title: 'STS is off in most Regions',
      story: 'STS is active only in the home Region of the partition, where the role can still be used.',
    },
    'every-region-off': {
      title: 'STS is off in every Region',
      story: 'STS is off in every Region. AWS doesn’t allow this in the home Region, but the wizard explains it.',
    },
    'safety-check-throttled': {
      title: 'The security checks are throttled',
      story: 'The right external ID is accepted, and every other request gets "Rate exceeded".',
    },
    throttled: {
      title: 'Every request is throttled',
      story: 'STS returns "Rate exceeded" for every request.',
    },
    'changed-during-check': {
      title: 'The policy changes during the check',
      story: 'The right external ID is accepted, then denied within three seconds.',
    },
    'vendor-credentials-expired': {
      title: 'The vendor’s credentials have expired',
      story: 'STS rejects the vendor’s own credentials. The customer doesn’t need to do anything.',
    },
    'vendor-blocks-other-ids': {
      title: 'The vendor’s own policy hides the result',
      story:
        'A Deny in the vendor’s own policy blocks every request without the right external ID, so the test says nothing about the role.',
    },
    'vendor-not-allowed': {
      title: 'The vendor isn’t allowed to assume roles',
      story: 'A service control policy of the vendor’s own organization denies the request.',
    },
    'vendor-request-refused': {
      title: 'The vendor requests a session that’s too long',
      story:
        'STS says that the requested session is longer than the role allows. Every role allows the 900 seconds of a check, so AWS doesn’t do this, but the wizard explains it.',
    },
    'vendor-is-root': {
      title: 'The vendor calls as the root user',
      story: 'STS says that roles may not be assumed by root accounts. The check runs with the wrong identity.',
    },
    'session-tags': {
      title: 'The vendor’s session passes tags',
      story: 'The vendor’s session has transitive tags, as EKS Pod Identity sets them, and the trust policy doesn’t list sts:TagSession.',
    },
    'source-identity': {
      title: 'The vendor’s session has a source identity',
      story: 'The vendor’s session has a source identity, and the trust policy doesn’t list sts:SetSourceIdentity.',
    },
    'role-deleted-later': {
      title: 'The role is deleted later',
      story: 'The role verifies. Two minutes after its creation, it’s deleted.',
    },
    'weakened-later': {
      title: 'The trust policy is opened later',
      story: 'The role verifies. Two minutes after its creation, someone adds a statement that requires no external ID.',
    },
    'server-down': {
      title: 'Our own server is down',
      story: 'The wizard can’t run a check and says that the problem is ours. Earlier results stay, and it continues automatically.',
    },
    'network-lost': {
      title: 'The network drops',
      story: 'The customer’s network fails while the page waits. No input is lost, and the page continues when the network is back.',
    },
  },
} satisfies {
  readonly groups: Readonly<Record<ScenarioGroup, string>>
  readonly scenarios: Readonly<Record<DemoScenarioId, ScenarioText>>
})
