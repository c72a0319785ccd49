import * as z from 'zod/mini'
import { parseJson } from '#core/text/strings.ts'

type CampaignRequest = {
  /** The hash of the config that the connections are compared with. */
  readonly config: string
  /** One copy of the server. */
  readonly holder: string
  readonly now: string
  readonly until: string
}

export type CampaignStart =
  /** `after` is the place in the list of changes that an earlier holder has come to. Null: the beginning. */
  | { readonly kind: 'begun'; readonly after: string | null }
  /** Every connection was compared with this config. */
  | { readonly kind: 'finished' }
  /** Another copy does it. */
  | { readonly kind: 'held' }
  /** Another config came after it. A copy that begins with it now is most likely an old one during an update of the server. */
  | { readonly kind: 'superseded' }

/** How far a holder has come. `until` in the past gives the right back. */
type CampaignProgress = Pick<CampaignRequest, 'config' | 'holder' | 'until'> & {
  readonly after: string | null
  readonly isFinished: boolean
}

/** The comparison of all connections with a config: once for each config, over all copies of the server. */
export type Campaigns = {
  /** The right to compare them, until a time. */
  readonly begin: (request: CampaignRequest) => Promise<CampaignStart>
  /** Does nothing if another copy holds it by now. */
  readonly reach: (progress: CampaignProgress) => Promise<void>
}

/** Copies of two versions run side by side for minutes. A config that comes back after this was restored on purpose. */
const rolloutMs = 3 * 60 * 60_000
const supersededMaximum = 5

const Superseded = z.object({ config: z.string(), until: z.string() })

const CampaignRecord = z.object({
  config: z.string(),
  after: z.nullable(z.string()),
  isFinished: z.boolean(),
  holder: z.string(),
  until: z.string(),
  /** The latest first. */
  superseded: z.optional(z.array(Superseded)),
})
type CampaignRecord = z.infer<typeof CampaignRecord>

/** The text to store. Null: it stays. */
export type CampaignChange<Result> = { readonly text: string | null; readonly result: Result }
type Change = <Result>(decide: (text: string | null) => CampaignChange<Result>) => Promise<Result>

/** A text of another version counts as none: the connections are compared once more, which tells nothing twice. */
const readRecord = (text: string | null): CampaignRecord | null =>
  text === null ? null : (CampaignRecord.safeParse(parseJson(text)).data ?? null)

const written = <Result>(record: CampaignRecord, result: Result): CampaignChange<Result> => ({ text: JSON.stringify(record), result })
const unwritten = <Result>(result: Result): CampaignChange<Result> => ({ text: null, result })

function supersededAfter(before: CampaignRecord | null, { config, now }: CampaignRequest): readonly z.infer<typeof Superseded>[] {
  const left = (before?.superseded ?? []).filter((each) => each.until > now && each.config !== config)
  if (before === null || before.config === config) return left
  const until = new Date(Date.parse(now) + rolloutMs).toISOString()
  return [{ config: before.config, until }, ...left].slice(0, supersededMaximum)
}

function begun(before: CampaignRecord | null, request: CampaignRequest): CampaignChange<CampaignStart> {
  const { config, holder, now, until } = request
  const own = before?.config === config ? before : null
  if (own?.isFinished === true) return unwritten({ kind: 'finished' })
  const isHeld = before !== null && !before.isFinished && before.holder !== holder && before.until > now
  if (isHeld) return unwritten({ kind: 'held' })
  if (own === null && before?.superseded?.some((each) => each.config === config && each.until > now) === true)
    return unwritten({ kind: 'superseded' })
  const after = own?.after ?? null
  const superseded = [...supersededAfter(before, request)]
  return written({ config, after, isFinished: false, holder, until, superseded }, { kind: 'begun', after })
}

function reached(before: CampaignRecord | null, { config, holder, ...progress }: CampaignProgress): CampaignChange<undefined> {
  if (before?.config !== config || before.holder !== holder || before.isFinished) return unwritten(undefined)
  return written({ ...before, ...progress }, undefined)
}

/** Over a store that changes one text at a time. */
export const campaignsOver = (change: Change): Campaigns => ({
  begin: (request) => change((text) => begun(readRecord(text), request)),
  reach: (progress) => change((text) => reached(readRecord(text), progress)),
})
