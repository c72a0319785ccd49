import type { Verdict } from './verdict.ts'

/**
 * The verdict that the next look is compared with. One that says nothing of the role (AWS did not answer, our own
 * credentials were refused) does not make us forget that the role was verified, or that it was unsafe.
 */
export function rememberedVerdict(before: Verdict | null, latest: Verdict): Verdict {
  const saysNothing = latest.kind === 'inconclusive' || latest.kind === 'vendor-fault'
  return saysNothing && before !== null ? before : latest
}
