import * as z from 'zod/mini'
import { Partition } from '#core/aws/partition.ts'
import type { RandomBytes } from '#core/connection/external-id/external-id.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { parseJson } from '#core/text/strings.ts'
import type { TemplateObject } from './s3/address.ts'

const Texts = z.record(z.string(), z.string())

export const Role = z.object({
  partition: Partition,
  accountId: z.string(),
  roleName: z.string(),
  path: z.string(),
  roleId: z.string(),
  createdAt: z.number(),
  description: z.string(),
  /** Seconds. */
  maxSessionDuration: z.number(),
  /** Unchanged text of the request. */
  trustPolicy: z.string(),
  trustSetAt: z.number(),
  inlinePolicies: Texts,
  managedPolicyArns: z.array(z.string()),
  permissionsBoundary: z.nullable(z.string()),
  tags: Texts,
})
export type Role = z.infer<typeof Role>

/** The role from a time on. Null: it didn't exist. The time is in the future while a stack is in progress. */
const RoleVersion = z.object({ from: z.number(), role: z.nullable(Role) })
export type RoleVersion = z.infer<typeof RoleVersion>

const Session = z.object({
  partition: Partition,
  accountId: z.string(),
  roleName: z.string(),
  roleId: z.string(),
  sessionName: z.string(),
  sessionToken: z.string(),
  sessionPolicy: z.nullable(z.string()),
  startedAt: z._default(z.number(), 0),
  /** Milliseconds. Null for a machine's credentials, which the metadata service renews. */
  expiresAt: z.nullable(z.number()),
})
export type Session = z.infer<typeof Session>

const StackEvent = z.object({
  eventId: z.string(),
  at: z.number(),
  logicalId: z.string(),
  physicalId: z.string(),
  type: z.string(),
  status: z.string(),
  reason: z.optional(z.string()),
})
export type StackEvent = z.infer<typeof StackEvent>

const StackResource = z.object({
  logicalId: z.string(),
  physicalId: z.string(),
  type: z.string(),
  roleKey: z.string(),
  /** Policies that the stack gave the role: names of inline policies and ARNs of managed ones. */
  policies: z.array(z.string()),
})
export type StackResource = z.infer<typeof StackResource>

export const Stack = z.object({
  partition: Partition,
  accountId: z.string(),
  region: z.string(),
  stackName: z.string(),
  stackId: z.string(),
  description: z.string(),
  templateText: z.string(),
  parameters: z.array(z.object({ key: z.string(), value: z.string() })),
  capabilities: z.array(z.string()),
  tags: Texts,
  outputs: z.array(z.object({ key: z.string(), value: z.string(), description: z.string(), exportName: z.optional(z.string()) })),
  resources: z.array(StackResource),
  /** Oldest first. Events after now haven't happened yet. */
  events: z.array(StackEvent),
})
export type Stack = z.infer<typeof Stack>

const ChangeSet = z.object({
  changeSetId: z.string(),
  name: z.string(),
  stackId: z.string(),
  createdAt: z.number(),
  /** The reason why it can't be executed. Null if it can. */
  fault: z.nullable(z.string()),
  /** With the values that NoEcho hides. */
  values: Texts,
  isExecuted: z.boolean(),
  /** The parameters of the request, if it changes a stack that exists. */
  update: z.optional(z.string()),
})
export type ChangeSet = z.infer<typeof ChangeSet>

/** An event that was put on a bus of EventBridge. */
const PutEvent = z.object({
  eventId: z.string(),
  bus: z.string(),
  source: z.string(),
  type: z.string(),
  /** JSON. */
  detail: z.string(),
  resources: z.array(z.string()),
})
export type PutEvent = z.infer<typeof PutEvent>

/** An object that someone put into a bucket of an account. */
const StoredObject = z.object({
  partition: Partition,
  accountId: z.string(),
  bucket: z.string(),
  key: z.string(),
  contentType: z.string(),
  /** Base64. */
  body: z.string(),
  at: z.number(),
})
export type StoredObject = z.infer<typeof StoredObject>

export const State = z.object({
  format: z.literal(1),
  roles: z.record(z.string(), z.array(RoleVersion)),
  sessions: z.record(z.string(), Session),
  stacks: z.array(Stack),
  changeSets: z._default(z.array(ChangeSet), []),
  /** Documents of customer managed policies, by ARN. */
  managedPolicies: z._default(Texts, {}),
  /** The last ones, oldest first. */
  events: z._default(z.array(PutEvent), []),
  /** The last ones, oldest first. */
  storedObjects: z._default(z.array(StoredObject), []),
})
export type State = z.infer<typeof State>

const emptyState: State = {
  format: 1,
  roles: {},
  sessions: {},
  stacks: [],
  changeSets: [],
  managedPolicies: {},
  events: [],
  storedObjects: [],
}

export type SimulatorStore = { readonly load: () => string | null; readonly save: (text: string) => void }

export function loadState(store: SimulatorStore): State {
  const text = store.load()
  if (text === null) return emptyState
  const state = State.safeParse(parseJson(text))
  if (state.success) return state.data
  throw new Error(
    'The saved state of the simulated AWS accounts cannot be read. Delete simulated-aws/accounts.json in the data folder (ROLEBRIDGE_DATA), or the site data in a browser, to start with fresh accounts.',
    { cause: state.error },
  )
}

export type World = {
  readonly vendor: Vendor
  readonly delayMs: number
  readonly objects: readonly TemplateObject[]
  /** Roles that exist from the start. */
  readonly seeds: Readonly<Record<string, Role>>
  readonly state: State
  /** Milliseconds. */
  readonly now: number
  /** For identifiers and tokens. */
  readonly randomBytes: RandomBytes
  /** True for a scenario account whose failure was fixed. */
  readonly isFixed: (accountId: string) => boolean
}
