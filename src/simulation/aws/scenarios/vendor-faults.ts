import { expiredToken, refused, validationError } from '#simulation/aws/answer.ts'
import { deniedBy, scenario, throttling } from '#simulation/aws/scenario.ts'

/** The vendor’s side fails. */
export const vendorFaultScenarios = [
  scenario({
    number: 44,
    id: 'throttled',
    expects: 'aws-unavailable',
    behavior: { refusal: () => throttling },
    texts: {
      title: 'Every request is throttled',
      story: 'STS returns "Rate exceeded" for every request.',
    },
  }),
  scenario({
    number: 50,
    id: 'vendor-credentials-expired',
    expects: 'vendor-credentials-refused',
    behavior: { refusal: () => expiredToken },
    texts: {
      title: 'The vendor’s credentials have expired',
      story: 'STS rejects the vendor’s own credentials. The customer doesn’t need to do anything.',
    },
  }),
  scenario({
    number: 51,
    id: 'vendor-not-allowed',
    expects: 'vendor-not-allowed',
    behavior: { refusal: deniedBy('with an explicit deny in a service control policy') },
    texts: {
      title: 'The vendor isn’t allowed to assume roles',
      story: 'A service control policy of the vendor’s own organization denies the request.',
    },
  }),
  scenario({
    number: 52,
    id: 'vendor-request-refused',
    expects: 'vendor-request-refused',
    behavior: { refusal: () => validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.') },
    texts: {
      title: 'The vendor requests a session that’s too long',
      story:
        'STS says that the requested session is longer than the role allows. Every role allows the 900 seconds of a check, so AWS doesn’t do this, but the wizard explains it.',
    },
  }),
  scenario({
    number: 53,
    id: 'vendor-is-root',
    expects: 'vendor-identity-wrong',
    behavior: { refusal: () => refused(403, 'AccessDenied', 'Roles may not be assumed by root accounts.') },
    texts: {
      title: 'The vendor calls as the root user',
      story: 'STS says that roles may not be assumed by root accounts. The check runs with the wrong identity.',
    },
  }),
] as const
