import type { ConnectionEventType } from '#core/events/webhook-event.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { type NewEvent, newEvent } from '#server/registry/event-records.ts'

type Status = Pick<Verdict, 'kind' | 'diagnosis'>

type EventType = Exclude<ConnectionEventType, 'connection.created' | 'connection.disconnected' | 'external-id.rotated'>

/** Null for a status that is only of interest while someone sets the role up. */
function typeOf({ kind, diagnosis }: Status): EventType | null {
  if (kind === 'vendor-fault') return 'vendor.fault'
  if (kind === 'verified') return 'connection.verified'
  if (diagnosis === 'update-required') return 'connection.needs-update'
  if (kind !== 'drifted') return null
  return diagnosis === 'access-lost' ? 'connection.lost' : 'connection.drifted'
}

const troubles: readonly EventType[] = ['connection.drifted', 'connection.lost', 'connection.needs-update']

type Before = {
  readonly last: Status | null
  /** The last verdict that said something about the role: one that says nothing in between must not make a change of none. */
  readonly remembered: Status | null
}

function changeOf({ last, remembered }: Before, now: Status): EventType | null {
  const type = typeOf(now)
  const known = type === 'vendor.fault' ? last : remembered
  const before = known === null ? null : typeOf(known)
  if (type === null || type === before) return null
  return type === 'connection.verified' && before !== null && troubles.includes(before) ? 'connection.recovered' : type
}

/** `asked` is the hash of the request that the verdict is about, see `requestedSha256`. */
type Found = { readonly verdict: Verdict; readonly asked: string }

/** The event that tells the vendor's back end of a changed status, once per change. Null if a verdict changes nothing. */
export function statusEvent(before: Before, { verdict, asked }: Found, tenant: string, connectionId: string): NewEvent | null {
  const type = changeOf(before, verdict)
  return type === null ? null : newEvent(type, { tenant, connectionId, at: verdict.checkedAt }, { verdict, asked })
}
