import { askedSha256 } from '#core/asked-sha256.ts'
import type { Connection } from '#core/connection.ts'
import { rolePlan } from '#core/role-plan.ts'
import type { Vendor } from '#core/vendor.ts'
import { rememberedVerdict } from '#core/verify/remembered-verdict.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { verdictHistory } from '#core/verify/verdict-history.ts'
import type { Limit } from './limits.ts'
import type { LastVerdict, Registry } from './registry.ts'

export type LookRequest = {
  readonly connection: Connection
  readonly previous: Verdict | null
  readonly firstLookAt: string
}

export type VerificationAnswer =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }

export type Verification = (connection: Connection, urgency: { readonly now: boolean }) => Promise<VerificationAnswer>

type VerificationOptions = {
  readonly vendor: Vendor
  readonly registry: Registry
  /** Asks AWS. */
  readonly look: (request: LookRequest) => Promise<Verdict>
  readonly looksPerAccount: Limit
  readonly now: () => Date
}

/** Even who asks to look at once gets a verdict that is no older than this. */
const shortestIntervalMs = 1000

function isFresh({ verdict }: LastVerdict, now: Date, isUrgent: boolean): boolean {
  const lifetime = isUrgent ? Math.min(shortestIntervalMs, verdict.nextCheckInMs) : verdict.nextCheckInMs
  return now.getTime() - Date.parse(verdict.checkedAt) < lifetime
}

type Running = { readonly asked: string; readonly answer: Promise<VerificationAnswer> }

/**
 * At most one look at a connection at a time; who comes meanwhile gets its verdict, who comes soon after gets the same. A look at what was
 * asked for before a change says nothing of what is asked for now, so who comes after the change gets a look of its own, once that one is done.
 */
export function createVerification({ vendor, registry, look, looksPerAccount, now }: VerificationOptions): Verification {
  const inFlight = new Map<string, Running>()

  async function answer(connection: Connection, asked: string, isUrgent: boolean): Promise<VerificationAnswer> {
    const last = await registry.lastVerdict(connection.id)
    const isCurrent = last?.asked === asked
    if (last !== null && isCurrent && isFresh(last, now(), isUrgent)) return { kind: 'verdict', verdict: last.verdict }
    const limit = await looksPerAccount(connection.accountId)
    if (limit.kind === 'refused') return { kind: 'rate-limited', retryAfterSeconds: limit.retryAfterSeconds }
    const firstLookAt = await registry.firstLookAt(connection.id, now().toISOString())
    const found = await look({ connection, previous: last?.remembered ?? null, firstLookAt })
    const verdict = { ...found, history: verdictHistory(isCurrent ? last.verdict : null, found, firstLookAt) }
    await registry.saveVerdict(connection.id, { verdict, remembered: rememberedVerdict(last?.remembered ?? null, verdict), asked })
    return { kind: 'verdict', verdict }
  }

  return (connection, { now: isUrgent }) => {
    const { id } = connection
    const asked = askedSha256(rolePlan(connection, vendor))
    const running = inFlight.get(id)
    if (running?.asked === asked) return running.answer
    const started: Running = {
      asked,
      answer: Promise.allSettled([running?.answer])
        .then(() => answer(connection, asked, isUrgent))
        .finally(() => inFlight.get(id) === started && inFlight.delete(id)),
    }
    inFlight.set(id, started)
    return started.answer
  }
}
