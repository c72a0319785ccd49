import type { Verdict } from '#core/verify/verdict.ts'
import { type NewEvent, newEvent } from '#server/registry/event-records.ts'
import type { RememberedVerdict, ToldStatus } from '#server/registry/remembered-verdict.ts'

type Status = Pick<Verdict, 'kind' | 'diagnosis'> & {
  /** The vendor's back end was told of an update, and what is verified is the role of before it. */
  readonly isUpdateLeft?: boolean
}

/** Null for a status that is only of interest while someone sets the role up, and for one that says nothing of the role. */
function statusOf({ kind, diagnosis, isUpdateLeft = false }: Status): ToldStatus | null {
  if (kind === 'verified') return isUpdateLeft ? 'connection.needs-update' : 'connection.verified'
  if (diagnosis === 'update-required') return 'connection.needs-update'
  if (kind !== 'drifted') return null
  return diagnosis === 'access-lost' ? 'connection.lost' : 'connection.drifted'
}

type Before = {
  readonly last: Status | null
  readonly remembered: (Status & Pick<RememberedVerdict, 'told' | 'disconnectionToldAt' | 'verifiedRole'>) | null
}

/** The last status that was told. What is remembered to verify a fix in two rounds is not always what was told. */
function toldBefore({ remembered }: Pick<Before, 'remembered'>): ToldStatus | null {
  if (remembered === null) return null
  return remembered.told === undefined ? statusOf(remembered) : remembered.told
}

/** The role was verified at some time, so the vendor's back end may use it. That it needs an update is told of roles that never worked, too. */
export function mayBeUsed(before: Pick<Before, 'remembered'>): boolean {
  const { remembered } = before
  if (remembered === null) return false
  const told = toldBefore(before)
  const wasVerified = remembered.kind === 'verified' || remembered.kind === 'drifted' || remembered.verifiedRole !== undefined
  return wasVerified || (told !== null && told !== 'connection.needs-update')
}

/** A role that was found unsafe before anyone used it is only of interest while someone sets it up. */
const statusAfter = (before: Before, now: Status): ToldStatus | null =>
  statusOf(now) ?? (now.kind === 'unsafe' && mayBeUsed(before) ? 'connection.drifted' : null)

/** The status that has been told after this verdict. One that says nothing in between makes no change of none. */
export const toldAfter = (before: Before, now: Status): ToldStatus | null => statusAfter(before, now) ?? toldBefore(before)

/** A disconnection that was told and canceled since: the vendor's back end waits to hear how the role is. Absent once it has. */
export function disconnectionToldAfter(before: Before, now: Status): Pick<RememberedVerdict, 'disconnectionToldAt'> {
  const at = before.remembered?.disconnectionToldAt
  return at === undefined || statusAfter(before, now) !== null ? {} : { disconnectionToldAt: at }
}

/** The start of a disconnection drops what was told. The role that was verified, or the last verdict, shows that something was. */
function wasTold(before: Before): boolean {
  const { remembered } = before
  if (remembered?.disconnectionToldAt === undefined) return toldBefore(before) !== null
  return remembered.verifiedRole !== undefined || statusOf(remembered) !== null
}

function changeOf(before: Before, now: Status): NewEvent['type'] | null {
  if (now.kind === 'vendor-fault') return before.last?.kind === 'vendor-fault' ? null : 'vendor.fault'
  const [told, status] = [toldBefore(before), statusAfter(before, now)]
  const isAwaited = before.remembered?.disconnectionToldAt !== undefined
  if (status === null || (status === told && !isAwaited)) return null
  return status === 'connection.verified' && wasTold(before) ? 'connection.recovered' : status
}

/** `asked` is the hash of the request that the verdict is about, see `requestedSha256`. */
type Found = Pick<Status, 'isUpdateLeft'> & { readonly verdict: Verdict; readonly asked: string }

/** The event that tells the vendor's back end of a changed status, once per change. Null if a verdict changes nothing. */
export function statusEvent(
  before: Before,
  { verdict, asked, isUpdateLeft = false }: Found,
  tenant: string,
  connectionId: string,
): NewEvent | null {
  const type = changeOf(before, { ...verdict, isUpdateLeft })
  return type === null ? null : newEvent(type, { tenant, connectionId, at: verdict.checkedAt }, { verdict, asked })
}
