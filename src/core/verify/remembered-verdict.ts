import type { Verdict } from './verdict.ts'

const showsDanger = ({ kind, diagnosis }: Verdict): boolean => kind === 'unsafe' || diagnosis === 'weakened'
const isConfirming = ({ diagnosis }: Verdict): boolean => diagnosis === 'confirming-fix'
const saysNothing = ({ kind }: Verdict): boolean => kind === 'inconclusive' || kind === 'vendor-fault'

/** A danger is over after two clean rounds, some seconds apart; what else is seen meanwhile neither ends it nor begins it anew. */
function takesPlaceOf(before: Verdict, latest: Verdict): boolean {
  if (showsDanger(latest) || latest.kind === 'verified') return true
  if (isConfirming(before)) return false
  return showsDanger(before) ? isConfirming(latest) : !saysNothing(latest)
}

/**
 * The verdict that the next look is compared with. One that says nothing of the role (AWS did not answer, our own
 * credentials were refused) does not make us forget that the role was verified, or that it was unsafe.
 */
export function rememberedVerdict(before: Verdict | null, latest: Verdict): Verdict {
  if (before === null || takesPlaceOf(before, latest)) return latest
  // The clock was set back: a round of the future would never be long enough ago for the second one.
  return before.checkedAt > latest.checkedAt ? { ...before, checkedAt: latest.checkedAt } : before
}
