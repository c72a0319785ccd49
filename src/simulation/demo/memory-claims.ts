import { partitionOf } from '#core/aws/region.ts'
import type { ClaimRequest, ClaimResult } from '#server/registry/registry.ts'
import { connectedRows, isOnAccount, kept, newRow, type Row, type Rows, withEntry } from './memory-rows.ts'

function isSame(row: Row, { tenant, terms }: ClaimRequest): boolean {
  return row.tenant === tenant && row.disconnectedAt === null && isOnAccount(row, terms.accountId, partitionOf(terms.region))
}

const named = (name: string | undefined) => (name === undefined ? {} : { name })

/** The connection that claimed the external ID. */
export const holderOf = ({ byId, claims }: Rows, externalId: string): Row | undefined => byId.get(claims.get(externalId) ?? '')

function again(rows: Rows, holder: Row | undefined, request: ClaimRequest): ClaimResult {
  if (holder === undefined || !isSame(holder, request)) return { kind: 'external-id-taken' }
  if (holder.connection.externalId !== request.terms.externalId)
    return { kind: 'external-id-taken', replacedBy: holder.connection.externalId }
  const { id, createdAt, name, disconnection, rotation } = holder.connection
  const end = disconnection === undefined ? {} : { disconnection }
  const second = rotation === undefined ? {} : { rotation }
  const connection = { ...request.terms, id, roleArn: request.roleArn(id, holder.connection), createdAt, ...named(name), ...end, ...second }
  const changed = { ...holder, connection }
  const isChanged = JSON.stringify(connection) !== JSON.stringify(holder.connection)
  kept(rows, isChanged ? withEntry(changed, { kind: 'terms-changed', at: request.createdAt }) : changed)
  return { kind: 'existing', connection }
}

export function claim(rows: Rows, request: ClaimRequest): ClaimResult {
  const { tenant, terms, roleArn, id, createdAt, pendingMaximum, name } = request
  if (rows.claims.has(terms.externalId)) return again(rows, holderOf(rows, terms.externalId), request)
  const pending = connectedRows(rows).filter((row) => row.tenant === tenant && !row.wasVerified)
  if (pending.length >= pendingMaximum) return { kind: 'connection-limit' }
  rows.claims.set(terms.externalId, id)
  return {
    kind: 'claimed',
    connection: kept(rows, newRow(tenant, { ...terms, id, roleArn: roleArn(id, null), createdAt, ...named(name) })),
  }
}

export function claimNewAccount(rows: Rows, request: ClaimRequest): ClaimResult {
  const held = connectedRows(rows).findLast((row) => isSame(row, request))
  return held === undefined ? claim(rows, request) : { kind: 'existing', connection: held.connection }
}
