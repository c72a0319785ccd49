import { type HandoffRecord, type HandoffRecords, handoffsKept } from '#server/handoff-records.ts'

/** The hand-offs of a page, in the order in which they were given. */
export function memoryHandoffRecords(): HandoffRecords {
  const records = new Map<string, HandoffRecord>()

  function kept(record: HandoffRecord): HandoffRecord {
    records.set(record.handoff.id, record)
    return record
  }

  const ofTenant = (tenant: string) => [...records.values()].filter((record) => record.tenant === tenant)
  const ofConnection = (tenant: string, connectionId: string) =>
    ofTenant(tenant).filter(({ handoff }) => handoff.connectionId === connectionId)

  return {
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
  }
}
