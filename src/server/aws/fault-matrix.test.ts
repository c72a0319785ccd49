import { expect, test, vi } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import type { VerdictKind } from '#core/verify/probe-result.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { appDouble, vendor } from '#server/http/app-double.test-data.ts'
import { memoryRegistry } from '#simulation/demo/memory-registry.ts'
import { isTried, parts } from '#tools/thorough.ts'
import { keepEnvironment, pointSdkAtEndpoint } from './aws-environment.test-data.ts'
import { awsSts } from './aws-sts.ts'
import { type Cell, canaryArn, credentialFile, faultEndpoint, positions, profileOf, rightId } from './fault-endpoint.test-data.ts'
import { type Fault, type Meaning, quickFaults, slowFaults } from './fault-kinds.test-data.ts'

vi.setConfig({ testTimeout: 600_000 })
keepEnvironment()

const [readSourceImages] = vendor.permissionSets

/** A short external ID has few near misses, and the bucket is checked in both ways. */
const config = Vendor.parse({
  ...vendor,
  externalId: { mode: 'chosen', minimumLength: 2 },
  permissionSets: [
    {
      ...readSourceImages,
      checks: [
        { id: 'bucket-answers', call: 's3-head-bucket', parameter: 'sourceBuckets' },
        { id: 'bucket-lists', call: 's3-list-objects', parameter: 'sourceBuckets' },
      ],
    },
  ],
})

type Expected = Readonly<Record<Meaning, VerdictKind>>

const inconclusive: Expected = {
  accepted: 'inconclusive',
  'other-session': 'inconclusive',
  denied: 'inconclusive',
  'denied-by-trust-policy': 'inconclusive',
  'denied-by-organization': 'inconclusive',
  'denied-by-caller': 'inconclusive',
  'denied-otherwise': 'inconclusive',
  'root-caller': 'inconclusive',
  credentials: 'inconclusive',
  request: 'inconclusive',
  'region-disabled': 'inconclusive',
  nothing: 'inconclusive',
  'unknown-code': 'inconclusive',
}

const ourFault: Pick<Expected, Extract<Meaning, `denied${string}`> | 'root-caller'> = {
  denied: 'vendor-fault',
  'denied-by-trust-policy': 'vendor-fault',
  'denied-by-organization': 'vendor-fault',
  'denied-by-caller': 'vendor-fault',
  'denied-otherwise': 'vendor-fault',
  'root-caller': 'vendor-fault',
}

/** Only our own permissions can deny the caller identity. */
const atIdentity: Expected = {
  ...inconclusive,
  ...ourFault,
  credentials: 'vendor-fault',
  request: 'vendor-fault',
  'region-disabled': 'vendor-fault',
  'unknown-code': 'vendor-fault',
}

const atRightId: Expected = {
  ...inconclusive,
  accepted: 'verified',
  'other-session': 'unsafe',
  denied: 'waiting',
  'denied-by-trust-policy': 'not-ready',
  'denied-by-organization': 'not-ready',
  'denied-by-caller': 'vendor-fault',
  'denied-otherwise': 'waiting',
  'root-caller': 'vendor-fault',
  credentials: 'vendor-fault',
  request: 'vendor-fault',
  'region-disabled': 'not-ready',
}

const atRightIdAgain: Expected = {
  ...inconclusive,
  accepted: 'verified',
  'other-session': 'unsafe',
  'denied-by-caller': 'vendor-fault',
}

/** A secure role denies, and so does a fault that looks the same. */
const atWrongCall: Expected = {
  ...inconclusive,
  accepted: 'unsafe',
  'other-session': 'unsafe',
  denied: 'verified',
  'denied-by-trust-policy': 'verified',
  'denied-by-organization': 'verified',
  'denied-by-caller': 'vendor-fault',
}

const atCanary: Expected = {
  ...inconclusive,
  accepted: 'verified',
  ...ourFault,
}

const atListing: Expected = {
  ...inconclusive,
  denied: 'partial',
  'denied-by-trust-policy': 'partial',
  'denied-by-organization': 'partial',
  'denied-by-caller': 'partial',
  'denied-otherwise': 'partial',
  'root-caller': 'partial',
}

const isAnswer = ({ reply }: Fault, ...statuses: readonly number[]) => reply.kind === 'answer' && statuses.includes(reply.status)

/** Without a body, a success is known by its request ID alone, and an unclear status is settled by the listing, which is clean here. */
function expectedAtHead(fault: Fault): VerdictKind {
  if (isAnswer(fault, 400, 403)) return 'verified'
  if (isAnswer(fault, 404)) return 'partial'
  const hasRequestId = fault.reply.kind === 'answer' && 'x-amz-request-id' in fault.reply.headers
  return isAnswer(fault, 200) && hasRequestId ? 'verified' : 'inconclusive'
}

/** The session policy is ours, so its denial says nothing about the role. */
function expectedAtListing({ name, means }: Fault): VerdictKind {
  if (name.includes('session policy')) return 'inconclusive'
  return name.startsWith('404') || name === '403 Forbidden' ? 'partial' : atListing[means]
}

function expectedKind(fault: Fault, position: string): VerdictKind {
  if (position === 's3 head') return expectedAtHead(fault)
  if (position === 's3 list') return expectedAtListing(fault)
  if (position.endsWith('identity')) return atIdentity[fault.means]
  if (position === 'right-id') return atRightId[fault.means]
  if (position === 'right-id-again') return atRightIdAgain[fault.means]
  return (position.startsWith('canary') ? atCanary : atWrongCall)[fault.means]
}

type Seen = {
  readonly position: string
  readonly fault: Fault
  readonly kind: string
  readonly isReached: boolean
  readonly waitedMs: number
}

const port = (application: number, callDeadlineMs: number) =>
  awsSts({
    profile: profileOf('app', application),
    controlProfile: profileOf('control', application),
    secondRoleProfile: profileOf('second', application),
    canaryRoleArn: canaryArn,
    forcePathStyle: true,
    callDeadlineMs,
  })

/** One check of a new connection, through the routes. */
async function verdictKind(sts: ReturnType<typeof awsSts>): Promise<string> {
  const app = appDouble({ vendor: config, registry: memoryRegistry(), sts: { sts, calls: [], release: () => {} } })
  const token = await app.signIn()
  const { id } = await app.connect(token, { externalId: rightId })
  const response = await app.send('POST', `/api/connections/${id}/verify`, { token })
  return response.status === 200 ? Verdict.parse(await response.json()).kind : String(response.status)
}

/** On a busy machine a call that should be answered well may run out of time too. Any other wrong verdict is kept. */
const isHeldUp = ({ fault, position, kind, isReached }: Seen) =>
  kind === 'inconclusive' && (!isReached || expectedKind(fault, position) !== 'inconclusive')

const cellsOf = (faults: readonly Fault[]) =>
  faults.flatMap((fault, row) => positions.flatMap((position, column) => (isTried(row, column) ? [{ fault, position }] : [])))

/** Each fault at calls that wait for it, several checks at a time. */
async function matrix(faults: readonly Fault[], applications: number, callDeadlineMs: number): Promise<readonly Seen[]> {
  const cells = new Map<string, Cell>()
  pointSdkAtEndpoint(await faultEndpoint(cells), credentialFile(applications))
  const waiting = cellsOf(faults)
  const seen: Seen[] = []
  async function application(index: number): Promise<void> {
    const sts = port(index, callDeadlineMs)
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const run = next
      const once = async (): Promise<Seen> => {
        const cell: Cell = { ...run, calls: new Set(), firstRightIdCall: undefined }
        cells.set(String(index), cell)
        const kind = await verdictKind(sts)
        return { ...run, kind, isReached: cell.calls.size > 0, waitedMs: cell.calls.size * callDeadlineMs }
      }
      let found = await once()
      for (let again = 0; again < 8 && isHeldUp(found); again += 1) found = await once()
      seen.push(found)
    }
  }
  await Promise.all(Array.from({ length: applications }, (_, index) => application(index)))
  return seen
}

const line = ({ fault, position }: Pick<Seen, 'fault' | 'position'>, kind: string) => `${fault.name} at ${position}: ${kind}`

function expectRight(seen: readonly Seen[], faults: readonly Fault[]): void {
  const lines = new Set(seen.map((cell) => line(cell, '')))
  expect(lines.size).toBe(cellsOf(faults).length)
  expect(lines.size).toBeGreaterThanOrEqual(Math.floor((faults.length * positions.length) / parts))
  expect(new Set(seen.map(({ fault }) => fault)).size).toBe(faults.length)
  expect(new Set(seen.map(({ position }) => position)).size).toBe(positions.length)
  expect(seen.filter(({ isReached }) => !isReached).map((cell) => line(cell, 'not reached'))).toEqual([])
  expect(seen.map((cell) => line(cell, cell.kind)).sort()).toEqual(
    seen.map((cell) => line(cell, expectedKind(cell.fault, cell.position))).sort(),
  )
  // By the deadlines of the calls that met the fault, not by the clock of a busy machine.
  const longestCheckMs = 15_000
  expect(seen.filter(({ waitedMs }) => waitedMs > longestCheckMs)).toEqual([])
}

test(`${quickFaults.length} kinds of answer at ${positions.length} calls are never verified where AWS must answer otherwise`, async () => {
  expectRight(await matrix(quickFaults, 4, 5000), quickFaults)
})

test(`${slowFaults.length} kinds of answer that do not end are given up at ${positions.length} calls`, async () => {
  expectRight(await matrix(slowFaults, 12, 1500), slowFaults)
})
