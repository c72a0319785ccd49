import * as z from 'zod/mini'
import type { PastedFact, StackInstance } from './pasted-fact.ts'

const states = 'CURRENT|OUTDATED|INOPERABLE'
const detailedStates = 'PENDING|RUNNING|SUCCEEDED|FAILED_IMPORT|FAILED|CANCELLED|INOPERABLE|SKIPPED_SUSPENDED_ACCOUNT'

/** The console's columns: account, Region, status, detailed status, reason, drift status. */
const row = new RegExp(
  `^[ \\t|]*(\\d{12})[ \\t|]+([a-z]{2}(?:-[a-z]+){1,2}-\\d)[ \\t|]+(${states})\\b[ \\t|]*(?:(${detailedStates})\\b)?([^\\n]{0,400})$`,
  'gm',
)

/** Cells that say nothing of a failure, or only that another account's failure stopped the operation. */
const withoutReason = /^(?:[–—-]|cancell?ed since\b.*|not[ _]checked|in[ _]sync|drifted|unknown|n\/a|\d{4}-\d\d-\d\d.*|\d\d:\d\d.*|UTC.*)$/i

/** The reason in what follows the statuses; undefined where there is none. */
const reasonIn = (rest: string): string | undefined =>
  rest
    .split(/\t|\||\s{2,}/)
    .map((cell) => cell.trim())
    .find((cell) => cell !== '' && !withoutReason.test(cell))

const fact = (instances: readonly StackInstance[]): readonly PastedFact[] =>
  instances.length === 0 ? [] : [{ kind: 'stack-instances', instances }]

/** The table of a stack set's instances, unless it gives a reason, which says more. */
export function stackInstances(text: string): readonly PastedFact[] {
  const rows = [...text.matchAll(row)]
  if (rows.some(([, , , , , rest = '']) => reasonIn(rest) !== undefined)) return []
  return fact(rows.map(([, accountId = '', region = '', status = '', detailed = '']) => ({ accountId, region, status, detailed })))
}

/** The reasons in such a table, where no other reader knows their words. */
export function instanceReasons(text: string): readonly PastedFact[] {
  const message = [...text.matchAll(row)].map(([, , , , , rest = '']) => reasonIn(rest)).find((reason) => reason !== undefined)
  return message === undefined ? [] : [{ kind: 'error-text', code: null, operation: null, message, isOfStack: true }]
}

const Summary = z.object({
  Account: z.string(),
  Region: z.string(),
  Status: z.enum(['CURRENT', 'OUTDATED', 'INOPERABLE']),
  StackInstanceStatus: z.optional(z.object({ DetailedStatus: z.optional(z.string()) })),
  StatusReason: z.optional(z.literal('')),
})

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackInstanceSummary.html */
export function instancesShape(value: unknown): readonly PastedFact[] | null {
  const { data } = z.object({ Summaries: z.array(Summary) }).safeParse(value)
  if (data === undefined) return null
  return fact(
    data.Summaries.map(({ Account, Region, Status, StackInstanceStatus }) => ({
      accountId: Account,
      region: Region,
      status: Status,
      detailed: StackInstanceStatus?.DetailedStatus ?? '',
    })),
  )
}
