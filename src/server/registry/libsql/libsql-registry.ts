import type Database from 'libsql'
import * as z from 'zod/mini'
import type { AwsIdentity } from '#server/config/environment.ts'
import { type CampaignChange, type Campaigns, campaignsOver } from '#server/registry/campaign-records.ts'
import { registryDeadlineMs } from '#server/registry/deadline.ts'
import type { Registry } from '#server/registry/registry.ts'
import {
  connectionColumns,
  connectionOf,
  PartitionRow,
  requestedColumns,
  type UnreadableReport,
  verdictKindsPage,
} from '#server/registry/registry-rows.ts'
import { goingStatus, historyWriter, libsqlChanges } from './changes.ts'
import { claims } from './claims.ts'
import { closeRegistryDatabase, inMemory, openRegistryDatabase } from './database.ts'
import { libsqlEnds } from './disconnections.ts'
import { libsqlEvents } from './events.ts'
import { faultFinder, registryFault } from './fault.ts'
import { libsqlLeases } from './leases.ts'
import { connectionList } from './list.ts'
import { patient } from './locks.ts'
import { libsqlHandoffRecords, libsqlSessionRecords } from './records.ts'
import { libsqlRequestIds } from './request-ids.ts'
import { libsqlRotations } from './rotations.ts'
import { libsqlTime } from './slots.ts'
import { libsqlState } from './state.ts'
import { libsqlOtherExternalIds, verdicts } from './verdicts.ts'

const ValueRow = z.object({ value: z.string() })

function libsqlCampaigns(database: Database.Database): Campaigns {
  const find = database.prepare("select value from properties where name = 'campaign'")
  const keep = database.prepare("insert or replace into properties (name, value) values ('campaign', ?)")
  return campaignsOver(async <Result>(decide: (text: string | null) => CampaignChange<Result>) => {
    const change = database.transaction((): Result => {
      const { text, result } = decide(ValueRow.safeParse(find.get()).data?.value ?? null)
      if (text !== null) keep.run(text)
      return result
    })
    return change.immediate()
  })
}

type RegistryOptions = {
  readonly report?: UnreadableReport
  /** Null accepts every AWS. */
  readonly aws?: AwsIdentity | null
}

function permissions(database: Database.Database, report: UnreadableReport): Pick<Registry, 'updatePermissions' | 'rename'> {
  const update = database.prepare(
    `update connections set permissions = ?, permissions_policy = ? where tenant = ? and id = ? and disconnected_at is null returning *`,
  )
  const record = historyWriter(database)
  const change = database.transaction((...[tenant, id, requested, at]: Parameters<Registry['updatePermissions']>) => {
    const [permissions, , permissionsPolicy] = requestedColumns(requested)
    const row = update.get(permissions, permissionsPolicy, tenant, id)
    if (row === undefined || row === null) return null
    record(id, { kind: 'terms-changed', at })
    return connectionOf(row, report)
  })
  const setName = database.prepare('update connections set name = ? where tenant = ? and id = ? and disconnected_at is null returning *')
  const rename = database.transaction((...[tenant, id, name, at]: Parameters<Registry['rename']>) => {
    const row = setName.get(name, tenant, id)
    if (row === undefined || row === null) return null
    record(id, { kind: 'terms-changed', at })
    return connectionOf(row, report)
  })
  return {
    updatePermissions: async (...given) => change.immediate(...given),
    rename: async (...given) => rename.immediate(...given),
  }
}

function totals(database: Database.Database): Pick<Registry, 'verdictKinds' | 'partitions'> {
  const partitions = database.prepare('select distinct partition from connections where disconnected_at is null')
  const kinds = database.prepare(
    `select c.id, case when v.verdict is null or json_valid(v.verdict) then ${goingStatus} else 'unreadable' end as kind
     from connections c left join verdicts v on v.connection_id = c.id where c.id > ? and c.disconnected_at is null order by c.id limit ?`,
  )
  return {
    verdictKinds: async ({ after, limit }) => verdictKindsPage(kinds.all(after ?? '', limit + 1), limit),
    partitions: async () => partitions.all().flatMap((row) => PartitionRow.safeParse(row).data?.partition ?? []),
  }
}

/** The registry in one file, or in memory for `:memory:`. */
export function libsqlRegistry(path: string, { report = () => {}, aws = null }: RegistryOptions = {}): Registry {
  const database = openRegistryDatabase(path, aws)
  const list = connectionList(database, report)
  const find = database.prepare(
    `select ${connectionColumns.join(', ')} from connections where tenant = ? and id = ? and disconnected_at is null`,
  )
  const others = libsqlOtherExternalIds(database)
  const finder = path === inMemory ? null : faultFinder(path)
  database.exec('pragma busy_timeout = 0')
  const reads: Pick<Registry, 'find' | 'otherExternalIds'> = {
    find: async (tenant, id) => connectionOf(find.get(tenant, id), report),
    otherExternalIds: async (tenant, connection) => others.list(tenant, connection),
  }
  const ofVerdicts = verdicts(database, others, report)
  const registry: Registry = {
    ...reads,
    ...ofVerdicts,
    ...claims(database, report),
    state: libsqlState(database, { ...reads, ...ofVerdicts }),
    ...permissions(database, report),
    ...libsqlEnds(database, report),
    list,
    ...totals(database),
    ...libsqlChanges(database, report),
    campaigns: libsqlCampaigns(database),
    requestIds: libsqlRequestIds(database),
    leases: libsqlLeases(database, report),
    rotations: libsqlRotations(database, report),
    events: libsqlEvents(database, report),
    accountUse: async (tenant, accountId, partition) => others.accountUse(tenant, accountId, partition),
    handoffs: libsqlHandoffRecords(database, report),
    sessions: libsqlSessionRecords(database),
    ...libsqlTime(database),
    fault: async () => (finder === null ? registryFault(database) : finder.fault()),
    close: async () => {
      finder?.close()
      closeRegistryDatabase(database)
    },
  }
  // No one else can lock a registry in memory, and its tests replace single methods.
  return path === inMemory ? registry : patient(registry, registryDeadlineMs)
}
