import type { Verdict, VerdictHistory } from './verdict.ts'

/** `last`: of the look before, whatever it said; null where none was made for what is asked for now. */
export function verdictHistory(
  last: Pick<Verdict, 'diagnosis' | 'checkedAt' | 'history'> | null,
  { diagnosis, checkedAt }: Pick<Verdict, 'diagnosis' | 'checkedAt'>,
  firstLookAt: string,
): VerdictHistory {
  if (last === null) return { firstLookAt, since: checkedAt, before: null }
  if (last.diagnosis === diagnosis)
    return { firstLookAt, since: last.history?.since ?? last.checkedAt, before: last.history?.before ?? null }
  return { firstLookAt, since: checkedAt, before: { diagnosis: last.diagnosis, lastSeenAt: last.checkedAt } }
}
