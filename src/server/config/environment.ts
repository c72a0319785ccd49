import type { Partition } from '#core/aws/partition.ts'
import { readNames } from './environment-names.ts'
import { brokenRules, hasLaunchKeys } from './environment-rules.ts'
import type { LogLevel } from './log.ts'
import type { AllowedNetworks } from './public-address.ts'
import type { PublicReceiptKey, ReceiptKey } from './receipt-key.ts'
import { secretFileNames, withSecretFiles } from './secret-files.ts'
import { type EventBusName, Variables } from './variables.ts'

export type Profiles = Readonly<Record<Partition, string | undefined>>

/** Keys that verify the tokens of the vendor's back end. */
export type TokenKeys =
  | { readonly kind: 'none' }
  | { readonly kind: 'secret'; readonly secret: Uint8Array; readonly previous?: Uint8Array }
  | { readonly kind: 'jwks'; readonly url: URL }

/** The receiver of the events for the vendor's back end. */
type EventTargetSettings =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'webhook'
      readonly url: URL
      /** The present secret, and the one that it replaces. */
      readonly keys: readonly Uint8Array[]
      readonly allowedNetworks: AllowedNetworks
    }
  | { readonly kind: 'eventbridge'; readonly bus: EventBusName }

export type Settings = {
  readonly aws: 'live' | 'simulator'
  readonly host: string
  readonly port: number
  readonly simulatorPort: number
  readonly simulatorDelayMs: number
  readonly stsPerSecond: number
  readonly patienceMs: number
  readonly handoffLifetimeMs: number
  readonly dataFolder: string
  /** The scheme chooses the adapter. */
  readonly registryUrl: string
  /** Off where the command `check-due` makes them. */
  readonly scheduledChecks: 'on' | 'off'
  /** How long the server accepts requests after a stop signal. */
  readonly stopDelayMs: number
  /** Null: the built-in config. */
  readonly vendorPath: string | null
  /** The wizard's own origin. Null: not configured. */
  readonly origin: string | null
  readonly logLevel: LogLevel
  readonly launch: TokenKeys
  readonly anonymous: 'allowed' | 'denied'
  /** `none`: the vendor API is off. */
  readonly vendorApi: TokenKeys
  readonly events: EventTargetSettings
  /** Null: generated and kept in the data folder. */
  readonly sessionSecret: Uint8Array | null
  /** Accepted until the tokens and receipts that they signed have expired. */
  readonly previous: { readonly sessionSecret: Uint8Array | null; readonly receiptKeys: readonly PublicReceiptKey[] }
  /** Null: metrics are off. */
  readonly metricsToken: string | null
  /** Null: generated and kept in the data folder. */
  readonly receiptKey: ReceiptKey | null
  readonly profiles: Profiles
  readonly controlProfiles: Profiles
  readonly secondRoleProfiles: Profiles
  readonly canaryRoleArns: Profiles
  /** The one other origin that is accepted as AWS. Null: only AWS's own endpoints. */
  readonly allowedStsEndpoint: string | null
  /** The number of our own proxies that add to X-Forwarded-For. */
  readonly trustedProxies: number
}

export type EnvironmentReading =
  | { readonly kind: 'settings'; readonly settings: Settings; readonly warnings: readonly string[] }
  | { readonly kind: 'faults'; readonly faults: readonly string[] }

export type Environment = Readonly<Record<string, string | undefined>>

const anonymity = (variables: Variables): Settings['anonymous'] =>
  variables.ROLEBRIDGE_ANONYMOUS ?? (hasLaunchKeys(variables) ? 'denied' : 'allowed')

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

type GivenKeys = Readonly<Record<'secret' | 'previous' | 'url', string | undefined>>

function tokenKeys({ secret, previous, url }: GivenKeys): TokenKeys {
  if (secret !== undefined)
    return { kind: 'secret', secret: bytesOf(secret), ...(previous === undefined ? {} : { previous: bytesOf(previous) }) }
  return url === undefined ? { kind: 'none' } : { kind: 'jwks', url: new URL(url) }
}

const launchKeys = (variables: Variables): TokenKeys =>
  tokenKeys({
    secret: variables.ROLEBRIDGE_LAUNCH_SECRET,
    previous: variables.ROLEBRIDGE_LAUNCH_SECRET_PREVIOUS,
    url: variables.ROLEBRIDGE_LAUNCH_JWKS,
  })

const vendorKeys = (variables: Variables): TokenKeys =>
  tokenKeys({
    secret: variables.ROLEBRIDGE_VENDOR_SECRET,
    previous: variables.ROLEBRIDGE_VENDOR_SECRET_PREVIOUS,
    url: variables.ROLEBRIDGE_VENDOR_JWKS,
  })

const noNetworks: AllowedNetworks = { has: () => false }

function eventTarget(variables: Variables): EventTargetSettings {
  const { ROLEBRIDGE_WEBHOOK_URL: url, ROLEBRIDGE_EVENTBRIDGE_BUS: bus } = variables
  const { ROLEBRIDGE_WEBHOOK_SECRET: key, ROLEBRIDGE_WEBHOOK_SECRET_PREVIOUS: previous } = variables
  if (bus !== undefined) return { kind: 'eventbridge', bus }
  if (url === undefined) return { kind: 'none' }
  const keys = [key, previous].filter((each) => each !== undefined)
  return { kind: 'webhook', url, keys, allowedNetworks: variables.ROLEBRIDGE_WEBHOOK_ALLOWED_NETWORKS ?? noNetworks }
}

function perPartition(variables: Variables): Pick<Settings, 'profiles' | 'controlProfiles' | 'secondRoleProfiles' | 'canaryRoleArns'> {
  return {
    profiles: {
      aws: variables.ROLEBRIDGE_PROFILE_AWS,
      'aws-us-gov': variables.ROLEBRIDGE_PROFILE_AWS_US_GOV,
      'aws-cn': variables.ROLEBRIDGE_PROFILE_AWS_CN,
      'aws-eusc': variables.ROLEBRIDGE_PROFILE_AWS_EUSC,
    },
    controlProfiles: {
      aws: variables.ROLEBRIDGE_CONTROL_PROFILE,
      'aws-us-gov': variables.ROLEBRIDGE_CONTROL_PROFILE_AWS_US_GOV,
      'aws-cn': variables.ROLEBRIDGE_CONTROL_PROFILE_AWS_CN,
      'aws-eusc': variables.ROLEBRIDGE_CONTROL_PROFILE_AWS_EUSC,
    },
    secondRoleProfiles: {
      aws: variables.ROLEBRIDGE_SECOND_ROLE_PROFILE,
      'aws-us-gov': variables.ROLEBRIDGE_SECOND_ROLE_PROFILE_AWS_US_GOV,
      'aws-cn': variables.ROLEBRIDGE_SECOND_ROLE_PROFILE_AWS_CN,
      'aws-eusc': variables.ROLEBRIDGE_SECOND_ROLE_PROFILE_AWS_EUSC,
    },
    canaryRoleArns: {
      aws: variables.ROLEBRIDGE_CANARY_ROLE_ARN,
      'aws-us-gov': variables.ROLEBRIDGE_CANARY_ROLE_ARN_AWS_US_GOV,
      'aws-cn': variables.ROLEBRIDGE_CANARY_ROLE_ARN_AWS_CN,
      'aws-eusc': variables.ROLEBRIDGE_CANARY_ROLE_ARN_AWS_EUSC,
    },
  }
}

/** A demo is for one person at this machine, without a load balancer. A service is for others. */
const defaults = {
  live: { host: '0.0.0.0', logLevel: 'info', stopDelayMs: 5000 },
  simulator: { host: '127.0.0.1', logLevel: 'warn', stopDelayMs: 0 },
} as const satisfies Readonly<Record<Settings['aws'], Pick<Settings, 'host' | 'logLevel' | 'stopDelayMs'>>>

function signingKeys(variables: Variables): Pick<Settings, 'sessionSecret' | 'receiptKey' | 'previous'> {
  const { ROLEBRIDGE_SESSION_SECRET: secret, ROLEBRIDGE_SESSION_SECRET_PREVIOUS: previous } = variables
  return {
    sessionSecret: secret === undefined ? null : bytesOf(secret),
    receiptKey: variables.ROLEBRIDGE_RECEIPT_KEY ?? null,
    previous: {
      sessionSecret: previous === undefined ? null : bytesOf(previous),
      receiptKeys: variables.ROLEBRIDGE_RECEIPT_KEYS_PREVIOUS ?? [],
    },
  }
}

function settingsOf(variables: Variables): Settings {
  const aws = variables.ROLEBRIDGE_AWS ?? 'simulator'
  const { PORT: port } = variables
  return {
    aws,
    host: variables.HOST ?? defaults[aws].host,
    port,
    simulatorPort: variables.ROLEBRIDGE_SIMULATOR_PORT ?? (port === 0 ? 0 : port + 1),
    simulatorDelayMs: variables.ROLEBRIDGE_SIMULATOR_DELAY_MS,
    stsPerSecond: variables.ROLEBRIDGE_STS_PER_SECOND,
    patienceMs: variables.ROLEBRIDGE_PATIENCE_MS,
    handoffLifetimeMs: variables.ROLEBRIDGE_HANDOFF_LIFETIME_MS,
    dataFolder: variables.ROLEBRIDGE_DATA,
    registryUrl: variables.ROLEBRIDGE_REGISTRY,
    scheduledChecks: variables.ROLEBRIDGE_SCHEDULED_CHECKS,
    stopDelayMs: variables.ROLEBRIDGE_STOP_DELAY_MS ?? defaults[aws].stopDelayMs,
    vendorPath: variables.ROLEBRIDGE_VENDOR ?? null,
    origin: variables.ROLEBRIDGE_ORIGIN,
    logLevel: variables.LOG_LEVEL ?? defaults[aws].logLevel,
    launch: launchKeys(variables),
    anonymous: anonymity(variables),
    vendorApi: vendorKeys(variables),
    events: eventTarget(variables),
    ...signingKeys(variables),
    metricsToken: variables.ROLEBRIDGE_METRICS_TOKEN,
    ...perPartition(variables),
    allowedStsEndpoint: variables.ROLEBRIDGE_STS_ENDPOINT_ALLOWED,
    trustedProxies: variables.ROLEBRIDGE_TRUSTED_PROXIES,
  }
}

/** One profile for every partition, named by the partition. */
export function profilesNamed(name: (partition: Partition) => string): Profiles {
  return { aws: name('aws'), 'aws-us-gov': name('aws-us-gov'), 'aws-cn': name('aws-cn'), 'aws-eusc': name('aws-eusc') }
}

const valuesIn = (environment: Environment) =>
  Object.entries(environment).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value] as const]))

/** Reads only the registry's URL, so that a command works even if the server would not start. */
export const registryUrlOf = (environment: Environment): string =>
  new Map(withSecretFiles(valuesIn(environment)).given).get('ROLEBRIDGE_REGISTRY') ?? 'file:'

/** Reads only the data folder, so that a command works even if the server would not start. */
export const dataFolderOf = ({ ROLEBRIDGE_DATA: given }: Environment): string =>
  given === undefined || given === '' ? Variables.shape.ROLEBRIDGE_DATA.parse(undefined) : given

/** Reports every fault at once. Values are never repeated: they can be secrets. */
export function readEnvironment(environment: Environment): EnvironmentReading {
  const set = valuesIn(environment)
  const { faults: misspelled, warnings } = readNames(
    set.map(([name]) => name),
    [...Object.keys(Variables.shape), ...secretFileNames],
  )
  const { given, faults: ofFiles, sourceOf } = withSecretFiles(set)
  const parsed = Variables.safeParse(Object.fromEntries(given))
  if (parsed.success) {
    const faults = [...misspelled, ...ofFiles, ...brokenRules(parsed.data)]
    return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'settings', settings: settingsOf(parsed.data), warnings }
  }
  const faulty = new Map(parsed.error.issues.map(({ path, message }) => [String(path[0]), message]))
  const readable = Variables.parse(Object.fromEntries(given.filter(([name]) => !faulty.has(name))))
  const unreadable = [...faulty].map(([name, message]) => `${sourceOf(name)}: must be ${message}`)
  return { kind: 'faults', faults: [...misspelled, ...ofFiles, ...unreadable, ...brokenRules(readable)] }
}

/** Which AWS a server asks and its registry belongs to: `aws`, `simulator`, or the origin of an endpoint that is neither. */
export type AwsIdentity = string

export const ownAws: AwsIdentity = 'aws'
export const simulatedAws: AwsIdentity = 'simulator'
