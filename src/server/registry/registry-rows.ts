import * as z from 'zod/mini'
import { Partition } from '#core/aws/partition.ts'
import { Connection, type ConnectionTerms } from '#core/connection/connection.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import type { PermissionChoice } from '#core/connection/permission-choice.ts'
import { RoleOptions } from '#core/connection/role-options.ts'
import type { HeldRole } from '#core/connection/role-plan.ts'
import { LastCheck, Verdict } from '#core/verify/verdict.ts'
import type { StoredCheck, VerdictKindsPage } from './connection-records.ts'
import { parsedOnce } from './parsed-once.ts'
import { UnreadableConnection } from './registry.ts'
import { RememberedVerdict, VerifiedRole } from './remembered-verdict.ts'

const Json = z.pipe(
  z.string(),
  z.transform((text): unknown => JSON.parse(text)),
)

export const jsonText = <Value extends z.ZodMiniType>(value: Value) => z.pipe(Json, value)

export const PartitionRow = z.object({ partition: Partition })

const ConnectionColumns = z.object({
  id: z.string(),
  account_id: z.string(),
  region: z.string(),
  external_id: z.string(),
  permissions: Json,
  role_arn: z.string(),
  created_at: z.string(),
  role_options: z.nullable(Json),
  permissions_policy: z.nullable(Json),
  name: z.nullable(z.string()),
  disconnection: z.nullable(Json),
  next_external_id: z.nullable(z.string()),
  rotation_started_at: z.nullable(z.string()),
  rotation_confirmed_at: z.nullable(z.string()),
  rotation_canceled_at: z.nullable(z.string()),
})

/** Copies of an earlier version leave the time of a cancellation in the row, where a later rotation has other times. */
const isCanceled = (row: z.infer<typeof ConnectionColumns>): boolean =>
  row.rotation_canceled_at !== null && row.rotation_canceled_at === row.rotation_confirmed_at

const rotationOf = (row: z.infer<typeof ConnectionColumns>): unknown => ({
  externalId: row.next_external_id,
  startedAt: row.rotation_started_at,
  confirmedAt: row.rotation_confirmed_at,
  ...(isCanceled(row) ? { canceledAt: row.rotation_canceled_at } : {}),
})

const ConnectionRow = z.pipe(
  z.pipe(
    ConnectionColumns,
    z.transform((row): unknown => ({
      id: row.id,
      accountId: row.account_id,
      region: row.region,
      externalId: row.external_id,
      permissions: row.permissions,
      roleArn: row.role_arn,
      createdAt: row.created_at,
      ...(row.role_options === null ? {} : { role: row.role_options }),
      ...(row.permissions_policy === null ? {} : { permissionsPolicy: row.permissions_policy }),
      ...(row.name === null ? {} : { name: row.name }),
      ...(row.disconnection === null ? {} : { disconnection: row.disconnection }),
      ...(row.next_external_id === null ? {} : { rotation: rotationOf(row) }),
    })),
  ),
  Connection,
)

/** The columns that a connection is made of. */
export const connectionColumns = [
  'id',
  'account_id',
  'region',
  'external_id',
  'permissions',
  'role_arn',
  'created_at',
  'role_options',
  'permissions_policy',
  'name',
  'disconnection',
  'next_external_id',
  'rotation_started_at',
  'rotation_confirmed_at',
  'rotation_canceled_at',
] as const satisfies readonly (keyof typeof ConnectionColumns.shape)[]

export const readConnection = parsedOnce(connectionColumns, ConnectionRow)

/** Options that can't be read are none: a repeated claim replaces them. */
const HeldRoleRow = z.object({ role_arn: z.string(), role_options: z.catch(z.nullable(jsonText(RoleOptions)), null) })

/** The role of a connection before a repeated claim. */
export function heldRole(row: unknown): HeldRole {
  const { role_arn: roleArn, role_options: role } = HeldRoleRow.parse(row)
  return role === null ? { roleArn } : { roleArn, role }
}

export const ClaimRow = z.object({ tenant: z.string(), connection_id: z.string() })
export const IdRow = z.object({ id: z.string() })
export const NumberRow = z.object({ number: z.int() })
export const HeldRow = z.pipe(
  z.object({ id: z.string(), external_id: ExternalId }),
  z.transform((row) => ({ id: row.id, externalId: row.external_id })),
)
export const HandedOffRow = z.object({ connection_id: z.nullable(z.string()) })
export const CountRow = z.object({ count: z.int() })
const VerdictRow = z.object({ verdict: jsonText(Verdict), remembered: jsonText(RememberedVerdict), asked: z.nullable(z.string()) })
export const readVerdict = parsedOnce(['connection_id', 'verdict', 'remembered', 'asked'], VerdictRow)
/** The part of a verdict that lists show. Parsing every probe of a thousand verdicts would take longer than everything else. */
export const VerdictInShort = z.extend(z.omit(LastCheck, { connectionId: true }), {
  causes: z.array(z.unknown()),
  probes: z.array(z.unknown()),
  checks: z.array(z.unknown()),
  nextCheckInMs: z.number(),
})
/** A text that another version wrote is none. */
export const RememberedInShort = z.extend(VerdictInShort, {
  verifiedRole: z.catch(z.optional(VerifiedRole), undefined),
  disconnectionToldAt: z.catch(z.optional(z.string()), undefined),
})
type Remembered = Pick<z.infer<typeof RememberedInShort>, 'verifiedRole' | 'disconnectionToldAt'>
export const rememberedInShort = ({
  verifiedRole,
  disconnectionToldAt,
}: Remembered): Pick<StoredCheck, 'verifiedRole' | 'disconnectionToldAt'> => ({
  ...(verifiedRole === undefined ? {} : { verifiedRole }),
  ...(disconnectionToldAt === undefined ? {} : { disconnectionToldAt }),
})

export const StoredCheckRow = z.pipe(
  z.object({
    connection_id: z.string(),
    verdict: jsonText(VerdictInShort),
    remembered: jsonText(RememberedInShort),
    asked: z.nullable(z.string()),
  }),
  z.transform(({ connection_id: connectionId, verdict: { kind, diagnosis, checkedAt, simulated }, remembered, asked }) => ({
    connectionId,
    kind,
    diagnosis,
    checkedAt,
    simulated,
    asked,
    ...rememberedInShort(remembered),
  })),
)
export const FirstCheckRow = z.object({ first_look_at: z.string() })

/** Keys in one order, so that equal choices are equal texts. */
function permissionsText(permissions: PermissionChoice): string {
  const sorted = (entries: [string, unknown][]) => entries.sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify(
    Object.fromEntries(
      sorted(Object.entries(permissions).map(([set, values]) => [set, Object.fromEntries(sorted(Object.entries(values)))])),
    ),
  )
}

type RequestedRole = Pick<ConnectionTerms, 'permissions' | 'role' | 'permissionsPolicy'>

/** The requested role, as columns of connections. */
export function requestedColumns({ permissions, role, permissionsPolicy }: RequestedRole): readonly [string, string | null, string | null] {
  const text = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  return [permissionsText(permissions), text(role), text(permissionsPolicy)]
}

export type UnreadableRow = {
  readonly table: 'connections' | 'verdicts' | 'handoffs' | 'events'
  readonly id: string
  /** An event that is gone without being sent. */
  readonly isExpired?: true
}

/** Differs from each one that this or another copy wrote. It begins with the time, because earlier versions compare that. */
export const readyMark = (): string => `${new Date().toISOString()} ${crypto.randomUUID()}`

/** Told of each row that the registry holds and cannot read. */
export type UnreadableReport = (row: UnreadableRow) => void

/** The value of a row. If it can't be read or parsed, null and a report: one damaged row must not affect the others. */
export function readable<Value>(read: () => Value, row: UnreadableRow, report: UnreadableReport): Value | null {
  try {
    return read()
  } catch {
    report(row)
    return null
  }
}

/** The connection of a row; null for no row. Throws `UnreadableConnection`. */
export function connectionOf(row: unknown, report: UnreadableReport): Connection | null {
  if (row === undefined || row === null) return null
  const { id } = IdRow.parse(row)
  const connection = readable(() => readConnection(row), { table: 'connections', id }, report)
  if (connection === null) throw new UnreadableConnection(id)
  return connection
}

/** Reports each row once. */
export function oncePerRow(report: UnreadableReport): UnreadableReport {
  const reported = new Set<string>()
  return (row) => {
    const key = `${row.table} ${row.id} ${row.isExpired ?? false}`
    if (!reported.has(key)) report(row)
    reported.add(key)
  }
}

const KindRow = z.object({ id: z.string(), kind: z.nullable(z.string()) })

/** A page of `limit` rows. `found` has one row more if there is a next page. */
export function verdictKindsPage(found: readonly unknown[], limit: number): VerdictKindsPage {
  const rows = found.slice(0, limit).map((row) => KindRow.parse(row))
  return { kinds: rows.map(({ kind }) => kind ?? 'unchecked'), next: found.length > limit ? (rows.at(-1)?.id ?? null) : null }
}
