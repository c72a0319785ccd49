import type Database from 'libsql'
import * as z from 'zod/mini'
import { type AwsIdentity, ownAws, simulatedAws } from '#server/config/aws-identity.ts'
import { StartRefusal } from '#server/config/start-refusal.ts'

const ValueRow = z.object({ value: z.string() })
const VerdictCounts = z.object({ simulated: z.int(), live: z.int() })

const named = (identity: AwsIdentity): string => {
  if (identity === ownAws) return 'AWS'
  return identity === simulatedAws ? 'the simulator' : identity
}

/** By the verdicts in a registry that an earlier version wrote; null where there are none. */
function identityByContent(database: Database.Database): AwsIdentity | null {
  const row = database
    .prepare(
      `select count(*) filter (where simulated) as simulated, count(*) filter (where not simulated) as live
       from (select case when json_valid(verdict) then verdict ->> 'simulated' end as simulated from verdicts)`,
    )
    .get()
  const { simulated, live } = VerdictCounts.parse(row)
  if (simulated > 0) return simulatedAws
  return live > 0 ? ownAws : null
}

/** Marks a registry at its first start, and refuses to open it for another AWS ever after. */
export function claimForAws(database: Database.Database, path: string, aws: AwsIdentity): void {
  const mark = database.transaction((): AwsIdentity => {
    const row = database.prepare("select value from properties where name = 'aws'").get()
    if (row !== undefined && row !== null) return ValueRow.parse(row).value
    const owner = identityByContent(database) ?? aws
    database.prepare("insert into properties (name, value) values ('aws', ?)").run(owner)
    return owner
  })
  const owner = mark.immediate()
  if (owner === aws) return
  throw new StartRefusal([
    `The registry ${path} belongs to ${named(owner)}, and this server would ask ${named(aws)}.`,
    `A role that was verified with ${named(owner)} would count as verified with ${named(aws)}.`,
    'Set ROLEBRIDGE_DATA to another folder, which gets a registry of its own, or set ROLEBRIDGE_AWS to what the registry belongs to.',
  ])
}
