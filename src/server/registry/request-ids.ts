import type { Verdict } from '#core/verify/verdict.ts'

const day = 24 * 60 * 60_000

/** How long a connection is found by the request IDs of a check. docs/operations.md says so too. */
const keptMs = 30 * day

/** With everything else that is written with a verdict, below the 100 writes of a transaction in DynamoDB. */
const maximum = 60

const possible = /^[\x21-\x7e]{1,128}$/

type Found = {
  readonly verdict: Pick<Verdict, 'kind' | 'probes' | 'checks' | 'rotation' | 'inspection' | 'checkedAt'>
  readonly isChanged: boolean
}

type SearchedRequests = { readonly requestIds: readonly string[]; readonly expiresAt: string }

/**
 * The request IDs of AWS by which the connection of a verdict can be found. None of a check that found again that all is well: most checks
 * do, and no one asks about them.
 */
export function searchedRequests({ verdict, isChanged }: Found): SearchedRequests {
  const expiresAt = new Date(Date.parse(verdict.checkedAt) + keptMs).toISOString()
  if (verdict.kind === 'verified' && !isChanged) return { requestIds: [], expiresAt }
  const { probes, rotation, inspection, checks } = verdict
  const idsOf = (calls: readonly { readonly requestId: string }[]) => calls.map(({ requestId }) => requestId)
  // The checks last: there may be many, and they are alike.
  const all = [...idsOf(rotation === undefined ? probes : [...probes, rotation]), ...(inspection?.requestIds ?? []), ...idsOf(checks)]
  return { requestIds: [...new Set(all.filter((id) => possible.test(id)))].slice(0, maximum), expiresAt }
}

export type RequestIds = {
  /** Request IDs are removed 30 days after their check, and stay no longer than until this is called. */
  readonly removeExpired: (now: string) => Promise<void>
}
