import type Database from 'libsql'
import * as z from 'zod/mini'
import type { Partition } from '#core/aws/partition.ts'
import { partitionOf } from '#core/aws/region.ts'
import { sha256Hex } from '#core/text/sha256.ts'
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
  HandedOffRow,
  HeldRow,
  heldRole,
  readConnection,
  requestedColumns,
  type UnreadableReport,
} from '#server/registry/registry-rows.ts'
import { historyWriter } from './changes.ts'
import { eventWriter } from './events.ts'

const TermsRow = z.object({ terms: z.string() })

function claimStatements(database: Database.Database) {
  return {
    claimed: database.prepare('select tenant, connection_id from claims where external_id = ?'),
    /** Everything that a repeated claim can change. */
    byId: database.prepare(
      `select role_arn, role_options, json_array(region, role_arn, permissions, role_options, permissions_policy) as terms
       from connections where id = ?`,
    ),
    same: database.prepare(
      `update connections set region = ?, role_arn = ?, permissions = ?, role_options = ?, permissions_policy = ?
       where id = ? and tenant = ? and account_id = ? and partition = ? and external_id = ?
       and disconnected_at is null returning *`,
    ),
    own: database.prepare(
      `select id, external_id from connections
       where id = ? and tenant = ? and account_id = ? and partition = ? and disconnected_at is null`,
    ),
    newest: database.prepare(
      `select * from connections where tenant = ? and account_id = ? and partition = ? and disconnected_at is null
       order by created_at desc, rowid desc limit 1`,
    ),
    pending: database.prepare(
      `select count(*) as count from
         (select 1 from connections where tenant = ? and first_verified_at is null and disconnected_at is null limit ?)`,
    ),
    deleted: database.prepare('select 1 from deleted_claims where external_id_sha256 = ?'),
    insertClaim: database.prepare('insert into claims (external_id, tenant, connection_id, claimed_at) values (?, ?, ?, ?)'),
    insert: database.prepare(
      `insert into connections
         (id, tenant, account_id, partition, region, external_id, permissions, role_options, permissions_policy, role_arn, created_at, name, changed_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning *`,
    ),
  }
}

function heldReader(database: Database.Database) {
  const held = database.prepare(
    `select id, external_id from connections where tenant = ? and account_id = ? and partition = ? and disconnected_at is null
     order by rowid`,
  )
  return (tenant: string, accountId: string, partition: Partition): readonly HeldConnection[] =>
    held.all(tenant, accountId, partition).flatMap((row): HeldConnection[] => [HeldRow.safeParse(row).data ?? []].flat())
}

/** Binds the hand-off in one transaction with the claim, so that only one of several concurrent guests creates the connection. */
function oncePerHandoff(database: Database.Database, claim: (request: ClaimRequest) => ClaimResult) {
  const handedOff = database.prepare('select connection_id from handoffs where id = ?')
  const claimed = database.prepare('select tenant, connection_id from claims where external_id = ?')
  const bind = database.prepare(`update handoffs set connection_id = ?1, handoff = json_set(handoff, '$.connectionId', ?1) where id = ?2`)
  const held = heldReader(database)
  function repeated(request: ClaimRequest): ClaimRequest {
    const { tenant, terms, earlier } = request
    return earlier === undefined ? request : claimAfter(request, held(tenant, terms.accountId, partitionOf(terms.region)))
  }
  return (given: ClaimRequest): ClaimResult => {
    const request = repeated(given)
    const { handoffId, terms } = request
    if (handoffId === undefined) return claim(request)
    const handoff = HandedOffRow.safeParse(handedOff.get(handoffId)).data
    const holder = ClaimRow.safeParse(claimed.get(terms.externalId)).data?.connection_id ?? null
    if (handoff === undefined || (handoff.connection_id ?? holder) !== holder) return { kind: 'handoff-used' }
    const answer = claim(request)
    if ('connection' in answer) bind.run(answer.connection.id, handoffId)
    return answer
  }
}

/** A row of a connection of the tenant to the account, if it is one. */
function takenBy(row: unknown): ClaimResult {
  const held = HeldRow.safeParse(row).data
  return held === undefined ? { kind: 'external-id-taken' } : { kind: 'external-id-taken', replacedBy: held.externalId }
}

function claiming(database: Database.Database, report: UnreadableReport) {
  const { claimed, byId, same, own, newest, pending, deleted, insertClaim, insert } = claimStatements(database)
  const record = historyWriter(database)
  const addEvent = eventWriter(database)

  function again({ tenant, terms, roleArn, createdAt }: ClaimRequest, connectionId: string): ClaimResult {
    const { region, accountId, externalId } = terms
    const row = byId.get(connectionId)
    if (row === undefined || row === null) return { kind: 'external-id-taken' }
    const before = TermsRow.parse(row).terms
    const newArn = roleArn(connectionId, heldRole(row))
    const of = [connectionId, tenant, accountId, partitionOf(region)]
    const connection = connectionOf(same.get(region, newArn, ...requestedColumns(terms), ...of, externalId), report)
    if (connection === null) return takenBy(own.get(...of))
    if (TermsRow.parse(byId.get(connectionId)).terms !== before) record(connectionId, { kind: 'terms-changed', at: createdAt })
    return { kind: 'existing', connection }
  }

  function first({ tenant, terms, roleArn, id, createdAt, pendingMaximum, name }: ClaimRequest): ClaimResult {
    const { accountId, region, externalId } = terms
    if (deleted.get(sha256Hex(externalId)) !== undefined) return { kind: 'external-id-taken' }
    if (CountRow.parse(pending.get(tenant, pendingMaximum)).count >= pendingMaximum) return { kind: 'connection-limit' }
    insertClaim.run(externalId, tenant, id, createdAt)
    const place = [id, tenant, accountId, partitionOf(region), region, externalId]
    const row = insert.get(...place, ...requestedColumns(terms), roleArn(id, null), createdAt, name ?? null, createdAt)
    record(id, { kind: 'claimed', at: createdAt })
    addEvent(newEvent('connection.created', { tenant, connectionId: id, at: createdAt }))
    return { kind: 'claimed', connection: readConnection(row) }
  }

  function claim(request: ClaimRequest): ClaimResult {
    const row = claimed.get(request.terms.externalId)
    return row === undefined || row === null ? first(request) : again(request, ClaimRow.parse(row).connection_id)
  }

  function claimNewAccount(request: ClaimRequest): ClaimResult {
    const { accountId, region } = request.terms
    const connection = connectionOf(newest.get(request.tenant, accountId, partitionOf(region)), report)
    return connection === null ? claim(request) : { kind: 'existing', connection }
  }

  function claimNewAccounts(requests: readonly ClaimRequest[]): readonly NewAccountResult[] {
    return requests.map((request) => {
      try {
        return claimNewAccount(request)
      } catch (error) {
        if (error instanceof UnreadableConnection) return { kind: 'connection-unreadable' }
        throw error
      }
    })
  }

  return { claim: database.transaction(oncePerHandoff(database, claim)), claimNewAccounts: database.transaction(claimNewAccounts) }
}

export function claims(
  database: Database.Database,
  report: UnreadableReport,
): Pick<Registry, 'claim' | 'claimNewAccounts' | 'heldOnAccount' | 'claimedBy'> {
  const { claim, claimNewAccounts } = claiming(database, report)
  const held = heldReader(database)
  const ofTenant = database.prepare('select tenant, connection_id from claims where external_id = ? and tenant = ?')
  return {
    claim: async (request) => claim.immediate(request),
    claimNewAccounts: async (requests) => claimNewAccounts.immediate(requests),
    heldOnAccount: async (tenant, accountId, partition) => held(tenant, accountId, partition),
    claimedBy: async (tenant, externalId) => ClaimRow.safeParse(ofTenant.get(externalId, tenant)).data?.connection_id ?? null,
  }
}
