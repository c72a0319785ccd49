import * as z from 'zod/mini'
import { readRoleArn } from '#core/aws/arn.ts'
import type { Partition } from '#core/aws/partition.ts'
import { partitionOf, Region } from '#core/aws/region.ts'
import { defaultHandoffLifetimeMs } from '#core/connection/handoff.ts'
import { readWebhookSecret } from '#core/events/webhook-signature.ts'
import { defaultPatienceMs } from '#core/verify/verify.ts'
import { type AllowedNetworks, isLoopbackAddress, readNetworks } from './public-address.ts'
import { type PublicReceiptKey, type ReceiptKey, readPreviousReceiptKeys, readReceiptKey } from './receipt-key.ts'

function wholeNumber(minimum: number, maximum: number) {
  const error = `a whole number from ${minimum} to ${maximum}`
  return z.pipe(
    z.pipe(z.string().check(z.regex(/^\d{1,9}$/, { error })), z.transform(Number)),
    z.number().check(z.minimum(minimum, { error }), z.maximum(maximum, { error })),
  )
}

const oneOf = <const Values extends readonly [string, ...string[]]>(...values: Values) => z.enum(values, { error: values.join(' or ') })

const Text = z.string()
export type EventBusName = { readonly arn: string; readonly region: Region }
const Secret = z.string().check(z.minLength(32, { error: 'at least 32 characters' }))
const BearerToken = z.string().check(z.regex(/^\S{32,}$/, { error: 'at least 32 characters without spaces' }))
/** Only https: an attacker who can change the keys in transit can be any tenant. */
const HttpsUrl = z
  .string()
  .check(z.refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', { error: 'a URL that starts with https://' }))

/** Without TLS only for a receiver on this machine. */
const WebhookUrl = z.pipe(
  z
    .string()
    .check(
      z.refine((text) => isWebhookUrl(text), { error: 'a URL that starts with https://, or with http://localhost, without a user name' }),
    ),
  z.transform((text) => new URL(text)),
)

function isWebhookUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password, hash } = new URL(text)
  if (username !== '' || password !== '' || hash !== '') return false
  const isOnThisMachine = hostname === 'localhost' || isLoopbackAddress(hostname.replace(/^\[(.*)\]$/, '$1'))
  return protocol === 'https:' || (protocol === 'http:' && isOnThisMachine)
}

const WebhookSecret = z.pipe(
  z.string(),
  z.transform((text, context): Uint8Array => {
    const key = readWebhookSecret(text)
    if (key !== null) return key
    context.issues.push({ code: 'custom', message: 'whsec_ and 24 to 64 random bytes in base64', input: text })
    return z.NEVER
  }),
)

const Networks = z.pipe(
  z.string(),
  z.transform((text, context): AllowedNetworks => {
    const networks = readNetworks(text.split(',').map((each) => each.trim()))
    if (networks !== null) return networks
    context.issues.push({ code: 'custom', message: 'networks such as 10.20.0.0/16,fd12:3456::/32', input: text })
    return z.NEVER
  }),
)

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html */
const EventBus = z.pipe(
  z.string(),
  z.transform((text, context): EventBusName => {
    const [, partition, name, accountId] = /^arn:([a-z-]+):events:([a-z0-9-]+):(\d{12}):event-bus\/[\w./-]{1,256}$/.exec(text) ?? []
    const region = Region.safeParse(name).data
    if (accountId !== undefined && region !== undefined && partitionOf(region) === partition) return { arn: text, region }
    const message = 'the ARN of an event bus, such as arn:aws:events:us-east-1:111122223333:event-bus/default'
    context.issues.push({ code: 'custom', message, input: text })
    return z.NEVER
  }),
)

const Origin = z.string().check(
  z.refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text, {
    error: 'an origin such as https://connect.example.com, with nothing after the host or port',
  }),
)

const roleArnIn = (partition: Partition) =>
  z.string().check(
    z.refine((text) => text.startsWith(`arn:${partition}:iam::`) && readRoleArn(text) !== null, {
      error: `the ARN of a role, such as arn:${partition}:iam::111122223333:role/ExampleAccess`,
    }),
  )

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html */
const dynamoDbTable = /^dynamodb:[\w.-]{3,255}$/

const RegistryUrl = z.string().check(
  z.refine((text) => URL.canParse(text) && (!text.startsWith('dynamodb:') || dynamoDbTable.test(text)), {
    error: 'a registry URL, such as file:, dynamodb:TABLE or postgres://user@host/database',
  }),
)

const SigningKey = z.pipe(
  z.string(),
  z.transform((text, context): ReceiptKey => {
    const key = readReceiptKey(text)
    if (key !== null) return key
    context.issues.push({ code: 'custom', message: 'a private Ed25519 key as JWK', input: text })
    return z.NEVER
  }),
)

const VerifyingKeys = z.pipe(
  z.string(),
  z.transform((text, context): readonly PublicReceiptKey[] => {
    const keys = readPreviousReceiptKeys(text)
    if (keys !== null) return keys
    context.issues.push({ code: 'custom', message: 'one Ed25519 key as JWK, or several as JWK Set', input: text })
    return z.NEVER
  }),
)

export const lastPort = 65_535
const Port = wholeNumber(0, lastPort)
const Milliseconds = wholeNumber(0, 86_400_000)

/**
 * Far below the 600 that STS allows an account and Region, because the vendor's application needs the rest.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const defaultStsPerSecond = 50

/** The environment variables. `tools/variable-words.ts` describes them. */
export const Variables = z.object({
  NODE_ENV: z.optional(Text),
  HOST: z.optional(Text),
  PORT: z._default(Port, 4173),
  LOG_LEVEL: z.optional(oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent')),
  ROLEBRIDGE_AWS: z.optional(oneOf('live', 'simulator')),
  ROLEBRIDGE_DATA: z._default(Text, '.rolebridge'),
  ROLEBRIDGE_REGISTRY: z._default(RegistryUrl, 'file:'),
  ROLEBRIDGE_SCHEDULED_CHECKS: z._default(oneOf('on', 'off'), 'on'),
  ROLEBRIDGE_STOP_DELAY_MS: z.optional(wholeNumber(0, 60_000)),
  ROLEBRIDGE_VENDOR: z.optional(Text),
  ROLEBRIDGE_ORIGIN: z._default(z.nullable(Origin), null),
  ROLEBRIDGE_SIMULATOR_PORT: z.optional(Port),
  ROLEBRIDGE_SIMULATOR_DELAY_MS: z._default(Milliseconds, 3000),
  ROLEBRIDGE_STS_ENDPOINT_ALLOWED: z._default(z.nullable(Origin), null),
  ROLEBRIDGE_STS_PER_SECOND: z._default(wholeNumber(1, 600), defaultStsPerSecond),
  ROLEBRIDGE_PATIENCE_MS: z._default(Milliseconds, defaultPatienceMs),
  ROLEBRIDGE_HANDOFF_LIFETIME_MS: z._default(wholeNumber(1000, 999_999_999), defaultHandoffLifetimeMs),
  ROLEBRIDGE_SESSION_SECRET: z.optional(Secret),
  ROLEBRIDGE_SESSION_SECRET_PREVIOUS: z.optional(Secret),
  ROLEBRIDGE_RECEIPT_KEY: z.optional(SigningKey),
  ROLEBRIDGE_RECEIPT_KEYS_PREVIOUS: z.optional(VerifyingKeys),
  ROLEBRIDGE_METRICS_TOKEN: z._default(z.nullable(BearerToken), null),
  ROLEBRIDGE_LAUNCH_SECRET: z.optional(Secret),
  ROLEBRIDGE_LAUNCH_SECRET_PREVIOUS: z.optional(Secret),
  ROLEBRIDGE_LAUNCH_JWKS: z.optional(HttpsUrl),
  ROLEBRIDGE_VENDOR_SECRET: z.optional(Secret),
  ROLEBRIDGE_VENDOR_SECRET_PREVIOUS: z.optional(Secret),
  ROLEBRIDGE_VENDOR_JWKS: z.optional(HttpsUrl),
  ROLEBRIDGE_WEBHOOK_URL: z.optional(WebhookUrl),
  ROLEBRIDGE_WEBHOOK_SECRET: z.optional(WebhookSecret),
  ROLEBRIDGE_WEBHOOK_SECRET_PREVIOUS: z.optional(WebhookSecret),
  ROLEBRIDGE_WEBHOOK_ALLOWED_NETWORKS: z.optional(Networks),
  ROLEBRIDGE_EVENTBRIDGE_BUS: z.optional(EventBus),
  ROLEBRIDGE_ANONYMOUS: z.optional(oneOf('allowed', 'denied')),
  ROLEBRIDGE_TRUSTED_PROXIES: z._default(wholeNumber(0, 10), 0),
  ROLEBRIDGE_PROFILE_AWS: z.optional(Text),
  ROLEBRIDGE_PROFILE_AWS_US_GOV: z.optional(Text),
  ROLEBRIDGE_PROFILE_AWS_CN: z.optional(Text),
  ROLEBRIDGE_PROFILE_AWS_EUSC: z.optional(Text),
  ROLEBRIDGE_CONTROL_PROFILE: z.optional(Text),
  ROLEBRIDGE_CONTROL_PROFILE_AWS_US_GOV: z.optional(Text),
  ROLEBRIDGE_CONTROL_PROFILE_AWS_CN: z.optional(Text),
  ROLEBRIDGE_CONTROL_PROFILE_AWS_EUSC: z.optional(Text),
  ROLEBRIDGE_SECOND_ROLE_PROFILE: z.optional(Text),
  ROLEBRIDGE_SECOND_ROLE_PROFILE_AWS_US_GOV: z.optional(Text),
  ROLEBRIDGE_SECOND_ROLE_PROFILE_AWS_CN: z.optional(Text),
  ROLEBRIDGE_SECOND_ROLE_PROFILE_AWS_EUSC: z.optional(Text),
  ROLEBRIDGE_CANARY_ROLE_ARN: z.optional(roleArnIn('aws')),
  ROLEBRIDGE_CANARY_ROLE_ARN_AWS_US_GOV: z.optional(roleArnIn('aws-us-gov')),
  ROLEBRIDGE_CANARY_ROLE_ARN_AWS_CN: z.optional(roleArnIn('aws-cn')),
  ROLEBRIDGE_CANARY_ROLE_ARN_AWS_EUSC: z.optional(roleArnIn('aws-eusc')),
})
export type Variables = z.output<typeof Variables>
