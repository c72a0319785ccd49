import type { Partition } from '#core/aws/partition.ts'
import { partitionOf } from '#core/aws/region.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import type { HistoryEntry } from '#core/verify/connection-history.ts'
import { newEvent } from '#server/registry/event-records.ts'
import {
  type ClaimRequest,
  type ClaimResult,
  claimAfter,
  type HeldConnection,
  type NewAccountResult,
  type Registry,
  UnreadableConnection,
} from '#server/registry/registry.ts'
import {
  ClaimRow,
  CountRow,
  connectionOf,
  HeldRow,
  heldRole,
  IdRow,
  readable,
  readConnection,
  requestedColumns,
  type UnreadableReport,
} from '#server/registry/registry-rows.ts'
import { inTransaction, lock } from './database.ts'
import { addEvent } from './events.ts'
import { lockedHandoff, writeHandoff } from './records.ts'
import type { Query, Sql } from './sql.ts'

const addHistory = async (query: Query, id: string, entry: HistoryEntry): Promise<unknown> =>
  query`insert into history (connection_id, entry) values (${id}, ${JSON.stringify(entry)})`

/** Adds an entry, and moves the connection to the end of the list of changes: never back, however the clocks of copies differ. */
export async function record(query: Query, id: string, entry: HistoryEntry): Promise<void> {
  await Promise.all([
    addHistory(query, id, entry),
    query`update connections set changed_at = greatest(changed_at, ${entry.at} collate "C") where id = ${id}`,
  ])
}

async function taken(query: Query, { tenant, terms }: ClaimRequest, id: string): Promise<ClaimResult> {
  const [row] = await query`
    select id, external_id from connections where id = ${id} and tenant = ${tenant} and account_id = ${terms.accountId}
      and partition = ${partitionOf(terms.region)} and disconnected_at is null`
  const held = HeldRow.safeParse(row).data
  return held === undefined ? { kind: 'external-id-taken' } : { kind: 'external-id-taken', replacedBy: held.externalId }
}

async function again(query: Query, request: ClaimRequest, id: string, report: UnreadableReport): Promise<ClaimResult> {
  const { tenant, terms, createdAt } = request
  const { accountId, region, externalId } = terms
  const [permissions, role, policy] = requestedColumns(terms)
  const [before] = await query`
    select region, role_arn, permissions, role_options, permissions_policy from connections
    where id = ${id} and tenant = ${tenant} and account_id = ${accountId} and partition = ${partitionOf(region)}
      and external_id = ${externalId} and disconnected_at is null for update`
  if (before === undefined) return taken(query, request, id)
  const roleArn = request.roleArn(id, heldRole(before))
  const [row] = await query`
    update connections set region = ${region}, role_arn = ${roleArn}, permissions = ${permissions}, role_options = ${role},
      permissions_policy = ${policy} where id = ${id} returning *`
  const connection = connectionOf(row, report)
  if (connection === null) throw new UnreadableConnection(id)
  const after = [region, roleArn, permissions, role, policy]
  if (JSON.stringify(Object.values(before)) !== JSON.stringify(after)) await record(query, id, { kind: 'terms-changed', at: createdAt })
  return { kind: 'existing', connection }
}

/** Claims the ID unless anyone has it: another transaction with the same ID waits here for the end of this one. */
export async function claimExternalId(
  query: Query,
  request: Pick<ClaimRequest, 'tenant' | 'id' | 'createdAt'>,
  externalId: string,
): Promise<boolean> {
  const rows = await query`
    insert into claims (external_id_sha256, tenant, connection_id, claimed_at)
    values (${sha256Hex(externalId)}, ${request.tenant}, ${request.id}, ${request.createdAt})
    on conflict do nothing returning connection_id`
  return rows.length === 1
}

async function first(query: Query, request: ClaimRequest): Promise<ClaimResult> {
  const { tenant, terms, id, createdAt, name = null } = request
  const { accountId, region, externalId } = terms
  const [permissions, role, policy] = requestedColumns(terms)
  const inserted = query`
    insert into connections
      (id, tenant, account_id, partition, region, external_id, permissions, role_options, permissions_policy, role_arn, created_at, name, changed_at)
    values (${id}, ${tenant}, ${accountId}, ${partitionOf(region)}, ${region}, ${externalId}, ${permissions}, ${role}, ${policy}, ${request.roleArn(id, null)},
      ${createdAt}, ${name}, ${createdAt}) returning *`
  const [[row]] = await Promise.all([
    inserted,
    addHistory(query, id, { kind: 'claimed', at: createdAt }),
    addEvent(query, newEvent('connection.created', { tenant, connectionId: id, at: createdAt })),
  ])
  return { kind: 'claimed', connection: readConnection(row) }
}

/** The connection that claimed the external ID. Null: nobody did. Without a connection: its tenant was deleted. */
async function holderOf(query: Query, externalId: string): Promise<{ readonly id: string | null } | null> {
  const [row] = await query`select tenant, connection_id from claims where external_id_sha256 = ${sha256Hex(externalId)}`
  return row === undefined ? null : { id: ClaimRow.safeParse(row).data?.connection_id ?? null }
}

/** Unverified connections of the tenant, counted no further than its maximum. */
async function pendingOf(query: Query, { tenant, pendingMaximum }: ClaimRequest): Promise<number> {
  const [row] = await query`
    select count(*)::int as count from
      (select from connections where tenant = ${tenant} and first_verified_at is null and disconnected_at is null limit ${pendingMaximum})
      as pending`
  return CountRow.parse(row).count
}

/** Statements that don't depend on each other share a round trip. PostgreSQL runs them in their order. */
async function claim(query: Query, request: ClaimRequest, report: UnreadableReport): Promise<ClaimResult> {
  const { terms, pendingMaximum } = request
  const [earlier, pending] = await Promise.all([holderOf(query, terms.externalId), pendingOf(query, request)])
  let holder = earlier
  if (holder === null) {
    if (pending >= pendingMaximum) return { kind: 'connection-limit' }
    if (await claimExternalId(query, request, terms.externalId)) return first(query, request)
    holder = await holderOf(query, terms.externalId)
  }
  return holder === null || holder.id === null ? { kind: 'external-id-taken' } : again(query, request, holder.id, report)
}

async function heldOn(query: Query, tenant: string, accountId: string, partition: Partition): Promise<readonly HeldConnection[]> {
  const rows = await query`
    select id, external_id from connections
    where tenant = ${tenant} and account_id = ${accountId} and partition = ${partition} and disconnected_at is null order by number`
  return rows.flatMap((row) => HeldRow.safeParse(row).data ?? [])
}

async function repeated(query: Query, request: ClaimRequest): Promise<ClaimRequest> {
  const { tenant, terms, earlier } = request
  return earlier === undefined ? request : claimAfter(request, await heldOn(query, tenant, terms.accountId, partitionOf(terms.region)))
}

/** Binds the hand-off in one transaction with the claim, so that only one of several concurrent guests creates the connection. */
async function claimOnce(query: Query, given: ClaimRequest, report: UnreadableReport): Promise<ClaimResult> {
  const request = await repeated(query, given)
  const { handoffId, terms } = request
  if (handoffId === undefined) return claim(query, request, report)
  const handoff = await lockedHandoff(query, handoffId, report)
  const holder = (await holderOf(query, terms.externalId))?.id ?? null
  if (handoff === null || (handoff.connectionId ?? holder) !== holder) return { kind: 'handoff-used' }
  const answer = await claim(query, request, report)
  if ('connection' in answer) await writeHandoff(query, { ...handoff, connectionId: answer.connection.id })
  return answer
}

async function claimNewAccount(query: Query, request: ClaimRequest, report: UnreadableReport): Promise<NewAccountResult> {
  const { accountId, region } = request.terms
  const [newest] = await query`
    select * from connections where tenant = ${request.tenant} and account_id = ${accountId} and partition = ${partitionOf(region)}
      and disconnected_at is null order by created_at desc, number desc limit 1`
  if (newest === undefined) return claim(query, request, report)
  const { id } = IdRow.parse(newest)
  const connection = readable(() => readConnection(newest), { table: 'connections', id }, report)
  return connection === null ? { kind: 'connection-unreadable' } : { kind: 'existing', connection }
}

export function postgresClaims(
  sql: Sql,
  report: UnreadableReport,
): Pick<Registry, 'claim' | 'claimNewAccounts' | 'heldOnAccount' | 'claimedBy'> {
  return {
    claim: (request) =>
      inTransaction(sql, async (query) => {
        // Each statement sees what was committed before it began, so those sent with the lock see what its last holder did.
        const [, answer] = await Promise.all([lock(query, `tenant ${request.tenant}`), claimOnce(query, request, report)])
        return answer
      }),
    claimNewAccounts: (requests) =>
      inTransaction(sql, async (query) => {
        const results: NewAccountResult[] = []
        for (const request of requests) {
          await lock(query, `tenant ${request.tenant}`)
          results.push(await claimNewAccount(query, request, report))
        }
        return results
      }),
    heldOnAccount: (tenant, accountId, partition) => heldOn(sql, tenant, accountId, partition),
    claimedBy: async (tenant, externalId) => {
      const [row] = await sql`
        select tenant, connection_id from claims where external_id_sha256 = ${sha256Hex(externalId)} and tenant = ${tenant}`
      return ClaimRow.safeParse(row).data?.connection_id ?? null
    },
  }
}
