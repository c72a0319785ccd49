import type Database from 'libsql'
import type { ExpiringId, SessionRecords } from './session-records.ts'

export const sessionRecordsSchema = `
  create table redeemed_launches (id text primary key, expires_at text not null) strict, without rowid;
  create index redeemed_launches_by_expiry on redeemed_launches (expires_at);
  create table revoked_sessions (id text primary key, expires_at text not null) strict, without rowid;
  create index revoked_sessions_by_expiry on revoked_sessions (expires_at);
`

export function libsqlSessionRecords(database: Database.Database): SessionRecords {
  function recorder(table: 'redeemed_launches' | 'revoked_sessions') {
    const forget = database.prepare(`delete from ${table} where expires_at <= ?`)
    const insert = database.prepare(`insert into ${table} (id, expires_at) values (?, ?) on conflict do nothing`)
    return database.transaction(({ id, expiresAt }: ExpiringId, now: string): boolean => {
      forget.run(now)
      return insert.run(id, expiresAt).changes === 1
    })
  }

  const redeem = recorder('redeemed_launches')
  const revoke = recorder('revoked_sessions')
  const revoked = database.prepare('select 1 from revoked_sessions where id = ?')
  return {
    redeem: async (launch, now) => redeem.immediate(launch, now),
    revoke: async (session, now) => {
      revoke.immediate(session, now)
    },
    isRevoked: async (sessionId) => revoked.all(sessionId).length > 0,
  }
}
