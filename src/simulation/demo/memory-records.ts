import { type Campaigns, campaignsOver } from '#server/registry/campaign-records.ts'
import {
  type ExpiringId,
  type HandoffRecord,
  type HandoffRecords,
  handoffRemovedAt,
  handoffsKept,
  type SessionRecords,
} from '#server/registry/records.ts'
import type { ClaimResult } from '#server/registry/registry.ts'
import { reserved, type StsSlots } from '#server/registry/sts-slots.ts'
import type { DeletedConnection } from './memory-changes.ts'

type MemoryHandoffRecords = HandoffRecords & {
  /** Claims for the hand-off, unless it already belongs to a connection with another external ID. */
  readonly claimOnce: (handoffId: string, holderId: string | null, claim: () => ClaimResult) => ClaimResult
  readonly removeOfTenant: (tenant: string) => void
  readonly removeOfConnection: (connection: DeletedConnection) => void
}

/** Hand-offs in memory, oldest first. */
export function memoryHandoffRecords(): MemoryHandoffRecords {
  const records = new Map<string, HandoffRecord>()

  function kept(record: HandoffRecord): HandoffRecord {
    records.set(record.handoff.id, record)
    return record
  }

  const ofTenant = (tenant: string) => [...records.values()].filter((record) => record.tenant === tenant)
  const ofConnection = (tenant: string, connectionId: string) =>
    ofTenant(tenant).filter(({ handoff }) => handoff.connectionId === connectionId)

  function claimOnce(handoffId: string, holderId: string | null, claim: () => ClaimResult): ClaimResult {
    const record = records.get(handoffId)
    if (record === undefined || (record.handoff.connectionId ?? holderId) !== holderId) return { kind: 'handoff-used' }
    const answer = claim()
    if ('connection' in answer) kept({ ...record, handoff: { ...record.handoff, connectionId: answer.connection.id } })
    return answer
  }

  return {
    claimOnce,
    removeOfTenant: (tenant) => {
      for (const { handoff } of ofTenant(tenant)) records.delete(handoff.id)
    },
    removeOfConnection: ({ tenant, id, externalIds }) => {
      for (const { handoff } of ofTenant(tenant)) {
        const { connectionId, draft } = handoff
        // A link that wasn't opened can have an external ID in its draft.
        const isAbout = connectionId === null ? externalIds.some((each) => each === draft?.externalId) : connectionId === id
        if (isAbout) records.delete(handoff.id)
      }
    },
    add: async (record) => {
      const { connectionId, createdAt } = record.handoff
      const earlier = connectionId === null ? [] : ofConnection(record.tenant, connectionId)
      for (const other of earlier) kept({ ...other, handoff: { ...other.handoff, revokedAt: other.handoff.revokedAt ?? createdAt } })
      kept(record)
      for (const { handoff } of ofTenant(record.tenant).slice(0, -handoffsKept)) records.delete(handoff.id)
    },
    find: async (id) => records.get(id) ?? null,
    findByToken: async (tokenSha256) => [...records.values()].find((record) => record.tokenSha256 === tokenSha256) ?? null,
    list: async (tenant) => ofTenant(tenant),
    ofConnection: async (tenant, connectionId) => ofConnection(tenant, connectionId).at(-1) ?? null,
    change: async (id, change) => {
      const found = records.get(id)
      return found === undefined ? null : kept({ ...found, handoff: change(found.handoff) })
    },
    removeExpired: async (now) => {
      for (const [id, { handoff }] of records) if (handoffRemovedAt(handoff) <= now) records.delete(id)
    },
  }
}

/** Records the ID until it expires. Returns false if it was recorded before. */
function record(kept: Map<string, string>, { id, expiresAt }: ExpiringId, now: string): boolean {
  for (const [other, until] of kept) if (until <= now) kept.delete(other)
  if (kept.has(id)) return false
  kept.set(id, expiresAt)
  return true
}

/** Redeemed launches and revoked sessions in memory. */
export function memorySessionRecords(): SessionRecords {
  const redeemed = new Map<string, string>()
  const revoked = new Map<string, string>()
  return {
    redeem: async (launch, now) => record(redeemed, launch, now),
    revoke: async (session, now) => {
      record(revoked, session, now)
    },
    isRevoked: async (sessionId, now) => (revoked.get(sessionId) ?? '') > now,
  }
}

export function memoryCampaigns(): Campaigns {
  let stored: string | null = null
  return campaignsOver(async (decide) => {
    const { text, result } = decide(stored)
    stored = text ?? stored
    return result
  })
}

export function memorySlots(): StsSlots {
  const lines = new Map<string, number>()
  return {
    reserve: async (request) => {
      const line = reserved(lines.get(request.partition) ?? null, request)
      lines.set(request.partition, line.nextAtMs)
      return line
    },
  }
}
