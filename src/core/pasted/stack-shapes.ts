import * as z from 'zod/mini'
import type { PastedFact, StackEventsFact, StackFact } from './pasted-fact.ts'
import type { Shape } from './role-shapes.ts'

const Text = z.optional(z.string())

const Event = z.object({
  StackName: Text,
  LogicalResourceId: z.string(),
  ResourceType: Text,
  ResourceStatus: z.string(),
  ResourceStatusReason: Text,
  Timestamp: Text,
})

const Stack = z.object({
  StackName: z.string(),
  StackStatus: z.string(),
  StackStatusReason: Text,
  Outputs: z._default(z.array(z.object({ OutputKey: z.string(), OutputValue: z.string() })), []),
  Parameters: z._default(z.array(z.object({ ParameterKey: z.string(), ParameterValue: z.string() })), []),
})

function eventsFact(events: readonly z.infer<typeof Event>[]): StackEventsFact {
  const first = events[0]?.Timestamp ?? ''
  const isNewestFirst = first >= (events.at(-1)?.Timestamp ?? '')
  return stackEvents(
    (isNewestFirst ? events : events.toReversed()).map((event) => ({
      logicalId: event.LogicalResourceId,
      status: event.ResourceStatus,
      reason: event.ResourceStatusReason ?? '',
      isOfStack: event.ResourceType === 'AWS::CloudFormation::Stack',
    })),
    events.find(({ StackName }) => StackName !== undefined)?.StackName ?? null,
  )
}

function stackFact(stack: z.infer<typeof Stack>): StackFact {
  return {
    kind: 'stack',
    stackName: stack.StackName,
    status: stack.StackStatus,
    statusReason: stack.StackStatusReason ?? null,
    outputs: Object.fromEntries(stack.Outputs.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue])),
    parameters: Object.fromEntries(stack.Parameters.map(({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue])),
  }
}

const Events = z.array(Event).check(z.minLength(1))

function read<Value>(
  form: z.ZodMiniType<Value>,
  value: unknown,
  facts: (value: Value) => readonly PastedFact[],
): readonly PastedFact[] | null {
  const parsed = form.safeParse(value)
  return parsed.success ? facts(parsed.data) : null
}

/** The result for an account in a stack set. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackSetOperationResultSummary.html */
const InstanceResult = z.object({ Account: z.string(), Region: z.string(), Status: z.string(), StatusReason: z.string() })

function instanceFacts(value: unknown): readonly PastedFact[] | null {
  const listed = z.object({ Summaries: z.array(z.unknown()) }).safeParse(value)
  const all: readonly unknown[] = Array.isArray(value) ? value : (listed.data?.Summaries ?? [])
  const reasons = all.flatMap((one) => InstanceResult.safeParse(one).data?.StatusReason ?? []).filter((reason) => !isConsequence(reason))
  const [message] = reasons
  return message === undefined || /\bUser: arn:/.test(message) ? null : [{ kind: 'error-text', code: null, operation: null, message }]
}

/** The answers of CloudFormation. https://docs.aws.amazon.com/cli/latest/reference/cloudformation/describe-stack-events.html */
export const stackShapes: readonly Shape[] = [
  (value) => read(z.object({ StackEvents: Events }), value, ({ StackEvents }) => [eventsFact(StackEvents)]),
  (value) => read(Events, value, (events) => [eventsFact(events)]),
  (value) => read(z.object({ Stacks: z.array(Stack) }), value, ({ Stacks }) => Stacks.map(stackFact)),
  (value) => read(Stack, value, (stack) => [stackFact(stack)]),
  instanceFacts,
]

type StackEvent = {
  readonly logicalId: string
  readonly status: string
  readonly reason: string
  readonly isOfStack: boolean
}

/** An event that was canceled because another one failed is not the cause. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html */
const isConsequence = (reason: string): boolean => /cancelled|canceled|The following resource\(s\) failed/i.test(reason)

/** Newest first, as AWS lists them. */
function stackEvents(events: readonly StackEvent[], stackName: string | null): StackEventsFact {
  const failures = events.filter(({ status, reason }) => status.endsWith('_FAILED') && !isConsequence(reason)).reverse()
  const first = failures.find(({ isOfStack }) => !isOfStack) ?? failures[0]
  const ofStack = events.find(({ isOfStack }) => isOfStack) ?? events[0]
  return {
    kind: 'stack-events',
    stackName,
    status: ofStack?.status ?? '',
    firstFailure: first === undefined ? null : { logicalId: first.logicalId, reason: first.reason },
  }
}

const status = /^(CREATE|UPDATE|DELETE|ROLLBACK|UPDATE_ROLLBACK|REVIEW|IMPORT)_(IN_PROGRESS|COMPLETE|FAILED|COMPLETE_CLEANUP_IN_PROGRESS)$/
const timestamp = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}/
const resourceType = /^AWS::\w+::\w+/

type Row = { readonly cells: readonly string[]; readonly at: number }

/**
 * The event table of the console as a browser copies it: cells between tabs or line ends, an event from one status to
 * the next time.
 */
function rowsOf(cells: readonly string[]): readonly Row[] {
  return cells.flatMap((cell, at) => {
    if (!status.test(cell)) return []
    const rest = cells.slice(at + 1)
    const end = rest.findIndex((other) => timestamp.test(other) || status.test(other))
    const isBeforeStatus = end !== -1 && status.test(rest[end] ?? '')
    // Without times the cell before the next status is the name of the next resource.
    return [{ cells: rest.slice(0, end === -1 ? undefined : Math.max(0, end - (isBeforeStatus ? 1 : 0))), at }]
  })
}

const isWord = (cell: string | undefined): cell is string =>
  cell !== undefined && /^[A-Za-z][\w-]*$/.test(cell) && !status.test(cell) && !resourceType.test(cell)

const isTypeFirst = ([type]: readonly string[]): boolean => resourceType.test(type ?? '')

/** Some tools have the columns status, type and name, and others write name and reason in one cell. */
const nameAfterType = ([, cell = '']: readonly string[]): string | undefined => /^[A-Za-z][\w-]*(?=\s|$)/.exec(cell)?.[0]

/** The newest ones of any stack fit in. */
const mostCells = 3000

const tableHead = /^.*\bResourceStatus\b.*\bLogicalResourceId\b.*$/m

/** Column names in the CloudFormation console. */
const eventColumns = ['LogicalResourceId', 'ResourceType', 'ResourceStatus', 'ResourceStatusReason']

type Column = { readonly name: string; readonly start: number; readonly end: number | undefined }

function columnsOf(head: string): readonly Column[] {
  const names = [...head.matchAll(/\S+/g)]
  return names.map(({ 0: name, index: start }, at) => ({ name, start, end: names[at + 1]?.index }))
}

/** Rules and sentences around the table are as wide as they like. */
const columnWidth = (lines: readonly string[], { start, end }: Column): number =>
  Math.max(0, ...lines.filter((line) => line.startsWith(' ')).map((line) => line.slice(start, end).trimEnd().length))

type Cell = { readonly text: string; readonly last: string }

/** A line is broken between words, or, where it is full, within a word. Also at a hyphen. */
function continued({ text, last }: Cell, below: string, width: number): Cell {
  if (below === '') return { text, last }
  const isWithinWord = last.length >= width || last.endsWith('-')
  return { text: `${text}${isWithinWord ? '' : ' '}${below}`, last: below }
}

/** A row goes on in the lines whose first cell is empty. */
function joinedRows(lines: readonly string[], columns: readonly Column[]): readonly (readonly string[])[] {
  const widths = columns.map((column) => columnWidth(lines, column))
  const rows: (readonly Cell[])[] = []
  for (const line of lines) {
    const cells = columns.map(({ start, end }) => line.slice(start, end).trim())
    const above = cells[0] === '' ? rows.pop() : undefined
    rows.push(
      cells.map((cell, at) => (above?.[at] === undefined ? { text: cell, last: cell } : continued(above[at], cell, widths[at] ?? 0))),
    )
  }
  return rows.map((cells) => cells.map(({ text }) => text))
}

/** A table of fixed width, as AWS SAM prints it. */
function unwrappedTable(text: string): string {
  const [head] = tableHead.exec(text) ?? []
  if (head === undefined || /[\t|]/.test(head)) return text
  const columns = columnsOf(head)
  const order = eventColumns.map((name) => columns.findIndex((column) => column.name === name))
  const rows = joinedRows(text.slice(text.indexOf(head) + head.length).split('\n'), columns)
  return rows.map((cells) => order.map((at) => (cells[at] ?? '').trim().replace(/\s+/g, ' ')).join('\t')).join('\n')
}

/** The lines of the Serverless Framework begin with the oldest event. */
function newestFirst(text: string): string {
  const lines = [...text.matchAll(/^[ \t]*CloudFormation - ([A-Z_]{4,60}) - (AWS::[\w:]{3,80}) - ([\w-]{1,128})[ \t]*$/gm)]
  return lines.length === 0
    ? text
    : lines
        .map(([, ...cells]) => cells.join('\t'))
        .reverse()
        .join('\n')
}

/** Up to where CloudFormation ends it, so without what else was pasted below the table. */
const wholeReason = (reason: string): string =>
  /^.*?(?:\(RequestToken: [\w-]{1,80}, HandlerErrorCode: \w{1,60}\)|Error Code: \w{1,60}; Request ID: [\w*-]{1,80}(?:; Proxy: \w{1,40})?\))/.exec(
    reason,
  )?.[0] ?? reason

/** A table of Markdown ends with the last line that has its separators. */
function withoutTextBelow(text: string): string {
  const lines = text.split('\n')
  const rows = lines.filter((line) => /\|[^|\n]{0,60}_(?:IN_PROGRESS|COMPLETE|FAILED)\b/.test(line))
  return rows.length < 2 ? text : lines.slice(0, lines.findLastIndex((line) => line.includes('|')) + 1).join('\n')
}

export function pastedStackEvents(pasted: string): StackEventsFact | null {
  const text = unwrappedTable(newestFirst(withoutTextBelow(pasted)))
  const cells = text
    .split(/[\t\n\r|]+| {3,}/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '' && !/^[-+=]+$/.test(cell))
    .slice(0, mostCells)
  const rows = rowsOf(cells)
  const events = rows.map(({ at, cells: after }) => {
    const before = cells.slice(Math.max(0, at - 3), at).reverse()
    return {
      logicalId: (isTypeFirst(after) ? nameAfterType(after) : before.find(isWord)) ?? '',
      status: cells[at] ?? '',
      reason: wholeReason(after.filter((cell) => !resourceType.test(cell) && !isWord(cell)).join(' ')),
      isOfStack: before.some((cell) => cell === 'AWS::CloudFormation::Stack'),
    }
  })
  const hasNames = events.some(({ logicalId }) => logicalId !== '')
  return events.length > 0 && (hasNames || events.some(({ reason }) => reason !== '')) ? withStackFirst(events) : null
}

/** The console's table names the stack as a resource like the others; it is what is rolled back. */
function withStackFirst(events: readonly StackEvent[]): StackEventsFact {
  const stackName = events.find(({ status: said }) => /ROLLBACK|REVIEW/.test(said))?.logicalId ?? null
  return stackEvents(
    events.map((event) => ({ ...event, isOfStack: event.isOfStack || (stackName !== null && event.logicalId === stackName) })),
    stackName,
  )
}
