import type { Variables } from '#server/config/variables.ts'

type VariableWords = { readonly form: string; readonly meaning: string }

type PartitionedName = 'ROLEBRIDGE_PROFILE' | 'ROLEBRIDGE_CONTROL_PROFILE' | 'ROLEBRIDGE_SECOND_ROLE_PROFILE' | 'ROLEBRIDGE_CANARY_ROLE_ARN'

function inOtherPartitions(name: PartitionedName, form: string): Readonly<Record<string, VariableWords>> {
  return {
    [`${name}_AWS_US_GOV`]: { form, meaning: 'For AWS GovCloud (US)' },
    [`${name}_AWS_CN`]: { form, meaning: 'For China' },
    [`${name}_AWS_EUSC`]: { form, meaning: 'For the European Sovereign Cloud' },
  }
}

/** Chapters of docs/configuration.md. */
export const variableWords: readonly (readonly [string, Readonly<Partial<Record<keyof Variables, VariableWords>>>])[] = [
  [
    'AWS',
    {
      ROLEBRIDGE_AWS: {
        form: '`live` or `simulator`',
        meaning:
          '`live` uses the default credential chain of the AWS SDK and never loads the simulator. With `NODE_ENV=production` it must be set. Otherwise: `simulator`',
      },
      ROLEBRIDGE_PROFILE_AWS: {
        form: 'a profile',
        meaning: 'The AWS profile for the commercial partition. Otherwise: the default credential chain',
      },
      ...inOtherPartitions('ROLEBRIDGE_PROFILE', 'a profile'),
      ROLEBRIDGE_CONTROL_PROFILE: {
        form: 'a profile',
        meaning:
          'A second account that no customer trusts. With it, verification also tests that other accounts are denied even with the right external ID',
      },
      ...inOtherPartitions('ROLEBRIDGE_CONTROL_PROFILE', 'a profile'),
      ROLEBRIDGE_SECOND_ROLE_PROFILE: {
        form: 'a profile',
        meaning:
          'Credentials of a second role in your own account. With it verification also tests the `aws:PrincipalArn` condition; without it the verdict says that this is untested',
      },
      ...inOtherPartitions('ROLEBRIDGE_SECOND_ROLE_PROFILE', 'a profile'),
      ROLEBRIDGE_CANARY_ROLE_ARN: {
        form: 'the ARN of a role',
        meaning:
          'A role in your own account that shows whether your own policies block the calls that a secure role must deny; see [Canary role](./vendors.md#canary-role)',
      },
      ...inOtherPartitions('ROLEBRIDGE_CANARY_ROLE_ARN', 'the ARN of a role'),
      ROLEBRIDGE_STS_ENDPOINT_ALLOWED: {
        form: 'an origin',
        meaning:
          'With `live`, the one endpoint other than AWS’s own that STS and S3 may be called at, for example `http://localhost:4566`. Every verdict and receipt is then marked as simulated. Otherwise: a configured endpoint that is not one of AWS stops the start',
      },
      ROLEBRIDGE_STS_PER_SECOND: {
        form: 'a whole number from 1 to 600',
        meaning:
          'The most calls to AWS STS in any second, in each partition, by all copies of the server together (50). On average it makes up to 77% of them. STS allows an account 600 in a Region, which your application shares',
      },
      ROLEBRIDGE_PATIENCE_MS: {
        form: 'milliseconds',
        meaning: 'How long AccessDenied can mean that AWS is still applying a change (120000)',
      },
    },
  ],
  [
    'Server',
    {
      NODE_ENV: { form: '`production`', meaning: 'Refuses to start unless `ROLEBRIDGE_AWS` is set' },
      HOST: {
        form: 'an address',
        meaning: 'The address to listen on. Default: `127.0.0.1` with the simulator, `0.0.0.0` with the real AWS',
      },
      PORT: { form: 'a port', meaning: 'The port of the app (4173)' },
      LOG_LEVEL: { form: '`fatal` to `trace`, `silent`', meaning: '`info` with the real AWS, `warn` with the simulator' },
      ROLEBRIDGE_DATA: { form: 'a folder', meaning: 'The registry, kept keys, and the simulated accounts (`.rolebridge`)' },
      ROLEBRIDGE_REGISTRY: {
        form: '`file:`, `dynamodb:TABLE`, or `postgres://…`',
        meaning:
          'The registry: one file in `ROLEBRIDGE_DATA` (`file:`), a DynamoDB table, or a PostgreSQL database. See [Choose where the registry is](vendors.md#choose-where-the-registry-is)',
      },
      ROLEBRIDGE_SCHEDULED_CHECKS: {
        form: '`on` or `off`',
        meaning: 'Whether this server checks connections when they are due (`on`). With `off`, run the command `check-due` on a schedule',
      },
      ROLEBRIDGE_STOP_DELAY_MS: {
        form: 'milliseconds, up to a minute',
        meaning:
          'How long the server still takes requests after SIGTERM, while `/readyz` returns 503, so that a load balancer sends it no more. Requests in flight get 20 seconds after that. Otherwise: 5000 with `ROLEBRIDGE_AWS=live`, 0 with the simulator',
      },
      ROLEBRIDGE_VENDOR: {
        form: 'a file',
        meaning: 'The vendor’s config. Otherwise: `vendor.json` in the current folder, or the demo vendor’s',
      },
      ROLEBRIDGE_ORIGIN: {
        form: 'an origin',
        meaning:
          'The wizard’s own origin: the audience (`aud`) of launch tokens, and the base of link cards and oEmbed. Required with `ROLEBRIDGE_AWS=live` and launch keys. Otherwise: tokens for `http://localhost` and `http://127.0.0.1` on this port are accepted, link cards have no URLs, and there is no oEmbed',
      },
      ROLEBRIDGE_HANDOFF_LIFETIME_MS: {
        form: 'milliseconds',
        meaning: 'How long a link for a colleague is valid (604800000, a week)',
      },
      ROLEBRIDGE_TRUSTED_PROXIES: {
        form: 'a number',
        meaning: 'How many of your proxies add to `X-Forwarded-For` (0). Limits count by the address that they report',
      },
    },
  ],
  [
    'Secrets and keys',
    {
      ROLEBRIDGE_SESSION_SECRET: {
        form: '32 characters or more',
        meaning: 'Signs sessions. Several copies need the same one. Otherwise: generated and kept in `ROLEBRIDGE_DATA`',
      },
      ROLEBRIDGE_SESSION_SECRET_PREVIOUS: {
        form: '32 characters or more',
        meaning:
          'Still verifies sessions while `ROLEBRIDGE_SESSION_SECRET` is being replaced. See [Replace a key](operations.md#replace-a-key)',
      },
      ROLEBRIDGE_RECEIPT_KEY: {
        form: 'a private Ed25519 key as JWK',
        meaning: 'Signs receipts. Several copies need the same one. Otherwise: generated and kept in `ROLEBRIDGE_DATA`',
      },
      ROLEBRIDGE_RECEIPT_KEYS_PREVIOUS: {
        form: 'one Ed25519 key as JWK, or several as JWK Set',
        meaning: 'Keys that signed earlier receipts. `/.well-known/jwks.json` still lists their public parts',
      },
      ROLEBRIDGE_METRICS_TOKEN: {
        form: '32 characters or more, no spaces',
        meaning: 'The bearer token that opens `GET /metrics`, for Prometheus. Without it there are no metrics',
      },
      ROLEBRIDGE_LAUNCH_SECRET: {
        form: '32 characters or more',
        meaning:
          'Verifies launch tokens that your back end signs with HS256. Without this and without `ROLEBRIDGE_LAUNCH_JWKS`, tenants are anonymous',
      },
      ROLEBRIDGE_LAUNCH_SECRET_PREVIOUS: {
        form: '32 characters or more',
        meaning: 'Still verifies launch tokens while `ROLEBRIDGE_LAUNCH_SECRET` is being replaced',
      },
      ROLEBRIDGE_ANONYMOUS: {
        form: '`allowed` or `denied`',
        meaning:
          'Whether a browser without a launch token gets a session. With launch keys: `denied`, and existing anonymous sessions end. Otherwise: `allowed`',
      },
      ROLEBRIDGE_LAUNCH_JWKS: {
        form: 'an https URL',
        meaning: 'The public keys that verify launch tokens. Set this or the secret, not both',
      },
      ROLEBRIDGE_VENDOR_SECRET: {
        form: '32 characters or more',
        meaning:
          'Turns on the [vendor API](vendor-api.md) and verifies its tokens, which your back end signs with HS256. It must differ from every other secret. Without this and without `ROLEBRIDGE_VENDOR_JWKS`, the vendor API is off',
      },
      ROLEBRIDGE_VENDOR_SECRET_PREVIOUS: {
        form: '32 characters or more',
        meaning: 'Still verifies tokens of the vendor API while `ROLEBRIDGE_VENDOR_SECRET` is being replaced',
      },
      ROLEBRIDGE_VENDOR_JWKS: {
        form: 'an https URL',
        meaning: 'Turns on the vendor API. The public keys that verify its tokens. Set this or the secret, not both',
      },
    },
  ],
  [
    'Events',
    {
      ROLEBRIDGE_WEBHOOK_URL: {
        form: 'an https URL',
        meaning:
          'Where [events](events.md) are sent. `http://` only for a receiver on this machine. Set this or `ROLEBRIDGE_EVENTBRIDGE_BUS`. Without either, no events are sent',
      },
      ROLEBRIDGE_WEBHOOK_SECRET: {
        form: '`whsec_` and 24 to 64 bytes in base64',
        meaning: 'Signs events. `echo "whsec_$(openssl rand -base64 32)"` makes one',
      },
      ROLEBRIDGE_WEBHOOK_SECRET_PREVIOUS: {
        form: '`whsec_` and 24 to 64 bytes in base64',
        meaning: 'Signs events too, while `ROLEBRIDGE_WEBHOOK_SECRET` is being replaced',
      },
      ROLEBRIDGE_WEBHOOK_ALLOWED_NETWORKS: {
        form: 'networks, with commas between them',
        meaning:
          'Networks of your own that the receiver can be in, for example `10.20.0.0/16`. Otherwise: addresses that are private, link-local, or of this machine are denied',
      },
      ROLEBRIDGE_EVENTBRIDGE_BUS: {
        form: 'the ARN of an event bus',
        meaning: 'Puts events on this Amazon EventBridge bus, with the credentials of the server. It requires `events:PutEvents`',
      },
    },
  ],
  [
    'Simulator',
    {
      ROLEBRIDGE_SIMULATOR_PORT: { form: 'a port', meaning: 'The port of the simulated AWS (`PORT` + 1)' },
      ROLEBRIDGE_SIMULATOR_DELAY_MS: { form: 'milliseconds', meaning: 'How long a change takes to take effect there (3000)' },
    },
  ],
]
