import * as z from 'zod/mini'
import { type Meta, padded } from './connection-meta.ts'
import type { Document, Documents, Key, Write } from './documents.ts'

/** The part of a connection that a search for others of the same account reads. */
const AccountEntry = z.object({
  tenant: z.string(),
  id: z.string(),
  externalId: z.string(),
  roleArn: z.string(),
  isIdAccepted: z.boolean(),
  wasVerified: z.boolean(),
})
export type AccountEntry = z.infer<typeof AccountEntry>

const partitionKey = (partition: string, accountId: string): string => `ACCOUNT#${partition}#${accountId}`

type Ranked = Pick<AccountEntry, 'isIdAccepted' | 'wasVerified'>

/** Connections whose own external ID the role accepts come first, then those that were verified before. */
export const rankOf = ({ isIdAccepted, wasVerified }: Ranked): number => (isIdAccepted ? 0 : 2) + (wasVerified ? 0 : 1)

const rankPrefix = (rank: number): string => `#${rank} `
const rankPrefixes = [0, 1, 2, 3].map(rankPrefix)
/** Earlier versions wrote entries without a rank, which begin with the year. */
const unrankedPrefix = '2'

const creation = ({ createdAt, number, id }: Meta): string => `${createdAt} ${padded(number)} ${id}`
const creationOf = (sk: string): string => (sk.startsWith('#') ? sk.slice(rankPrefix(0).length) : sk)

const Named = z.object({ externalId: z.string(), roleArn: z.string() })

function entryOf({ tenant, id, isIdAccepted, firstVerifiedAt, connection }: Meta): AccountEntry | null {
  const named = Named.safeParse(connection).data
  return named === undefined ? null : { tenant, id, ...named, isIdAccepted, wasVerified: firstVerifiedAt !== null }
}

/** The sort key of the entry. Undefined: the connection has none, or cannot be read. */
export function accountSortOf(meta: Meta): string | undefined {
  const entry = entryOf(meta)
  return entry === null || meta.disconnectedAt !== null ? undefined : `${rankPrefix(rankOf(entry))}${creation(meta)}`
}

/** Every place that the entry can be in: an earlier version that wrote the connection did not say where it is. */
function placesOf(meta: Meta): readonly Key[] {
  const pk = partitionKey(meta.partition, meta.accountId)
  if (meta.accountSort !== undefined) return [{ pk, sk: meta.accountSort }]
  return ['', ...rankPrefixes].map((prefix) => ({ pk, sk: `${prefix}${creation(meta)}` }))
}

export const accountRemoval = (meta: Meta): readonly Write[] => placesOf(meta).map((key) => ({ ...key, kind: 'delete', over: null }))

/** Moves the entry to the place of its rank. `after` says where that is. */
export function accountWrites(after: Meta, before: Meta | null): readonly Write[] {
  const [entry, sk] = [entryOf(after), after.accountSort]
  if (entry === null) return []
  if (sk === undefined) return before?.disconnectedAt === null ? accountRemoval(before) : []
  const isSame = before?.accountSort === sk && JSON.stringify(entryOf(before)) === JSON.stringify(entry)
  if (isSame) return []
  const moved = before === null ? [] : accountRemoval(before).filter((write) => write.sk !== sk)
  return [...moved, { pk: partitionKey(after.partition, after.accountId), sk, kind: 'put', value: entry, over: null }]
}

/** Oldest first. An entry without a rank that exists in addition to one with a rank was written later, by an earlier version. */
function entriesOf(found: readonly Document[]): readonly AccountEntry[] {
  const entries = new Map<string, AccountEntry>()
  for (const { sk, value } of found) {
    const entry = AccountEntry.safeParse(value).data
    if (entry !== undefined) entries.set(creationOf(sk), entry)
  }
  return [...entries].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry)
}

/** All connections to an account, of whichever tenant, oldest first. */
export async function allAccountEntries(table: Documents, partition: string, accountId: string): Promise<readonly AccountEntry[]> {
  return entriesOf(await table.query(partitionKey(partition, accountId), { prefix: '' }))
}

/** Anyone can claim connections to an account, so no more are read than tell what a check has to know. */
const pageMaximum = 100
const unrankedMaximum = 1000

/** The same, and of an account with many connections the oldest of each rank. */
export async function accountEntries(table: Documents, partition: string, accountId: string): Promise<readonly AccountEntry[]> {
  const pk = partitionKey(partition, accountId)
  const page = await table.query(pk, { prefix: '', limit: pageMaximum })
  if (page.length < pageMaximum) return entriesOf(page)
  const ofRanks = rankPrefixes.map((prefix) => table.query(pk, { prefix, limit: pageMaximum }))
  const found = await Promise.all([...ofRanks, table.query(pk, { prefix: unrankedPrefix, limit: unrankedMaximum })])
  return entriesOf(found.flat())
}
