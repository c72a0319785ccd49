import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Verdict } from '#core/verify/verdict.ts'
import { appDouble } from './app-double.ts'
import { awsSts } from './aws-sts.ts'
import { type Cell, type Fault, faults, faultyAws, type Position, positions } from './faulty-aws.test-data.ts'

vi.setConfig({ testTimeout: 120_000 })

const keys = { default: 'AKIADEFAULT', control: 'AKIACONTROL', second: 'AKIASECOND' }

/** The server with the real AWS SDK in front of the endpoint. */
function served(url: string) {
  const folder = mkdtempSync(join(tmpdir(), 'aws-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const sections = Object.entries(keys).map(([name, key]) => `[${name}]\naws_access_key_id = ${key}\naws_secret_access_key = s\n`)
  writeFileSync(join(folder, 'credentials'), sections.join(''))
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name]
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: url,
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_EC2_METADATA_DISABLED: 'true',
  })
  const sts = awsSts({
    profile: undefined,
    controlProfile: 'control',
    secondRoleProfile: 'second',
    canaryRoleArn: null,
    forcePathStyle: true,
    callDeadlineMs: 1500,
  })
  return appDouble({ sts: { sts, calls: [], release: () => {} } })
}

const isPositive = (position: Position): boolean => position === 'right-id' || position === 'right-id-again'

/** Null: any verdict but `verified`. */
function expectedKind({ position, fault: { means } }: Cell): Verdict['kind'] | null {
  if (isPositive(position)) return means === 'assumed' ? 'verified' : null
  const kinds: Readonly<Record<Fault['means'], Verdict['kind']>> = {
    denial: 'verified',
    caller: 'vendor-fault',
    assumed: 'unsafe',
    'other-role': 'unsafe',
    nothing: 'inconclusive',
  }
  return kinds[means]
}

type App = ReturnType<typeof served>

async function verdictOf(app: App, { accountId, bucket, externalId }: Cell) {
  const token = await app.signIn()
  const permissions = { readSourceImages: { sourceBuckets: [bucket] } }
  const { id } = await app.connect(token, { accountId, externalId, permissions })
  const response = await app.send('POST', `/api/connections/${id}/verify`, { token })
  return { status: response.status, verdict: Verdict.parse(await response.json()) }
}

const letters = 'abcdefghjkmnpqrstuvwxyz'
const idOf = (index: number): string => `k7Qm2vK9dRt4XwB8nZ${String(index).padStart(4, '0')}${letters[index % letters.length]}P`

function cellAt(index: number, position: Position, fault: Fault): Cell {
  return { accountId: String(500_000_000_000 + index), bucket: `bucket-${index}`, externalId: idOf(index), position, fault }
}

const stsPositions = positions.filter((position) => !position.startsWith('s3'))
const s3Positions = positions.filter((position) => position.startsWith('s3'))

const unfaulty: Cell = {
  ...cellAt(9999, 'no-id', { name: 'none', means: 'denial', answer: () => {} }),
  position: 's3-head',
  fault: { name: 'none', means: 'nothing', answer: (response) => void response.writeHead(200).end() },
}

async function judged(cells: readonly Cell[]) {
  const aws = await faultyAws()
  const app = served(aws.url)
  for (const cell of [...cells, unfaulty]) aws.cells.set(cell.accountId, cell)
  // The SDK takes long to load, and the deadlines below are short.
  expect((await verdictOf(app, unfaulty)).verdict.kind).toBe('verified')
  const results: { readonly cell: Cell; readonly status: number; readonly verdict: Verdict }[] = []
  const queue = [...cells]
  const worker = async () => {
    for (let cell = queue.shift(); cell !== undefined; cell = queue.shift()) results.push({ cell, ...(await verdictOf(app, cell)) })
  }
  await Promise.all(Array.from({ length: 12 }, worker))
  return { results, reached: aws.reached }
}

const nameOf = ({ position, fault }: Cell) => `${position}: ${fault.name}`

test('no kind of fault at any call to STS makes a role verified, and every check ends', async () => {
  const cells = faults.flatMap((fault, row) => stsPositions.map((position, column) => cellAt(row * 20 + column, position, fault)))
  expect(faults.length).toBeGreaterThanOrEqual(27)
  const { results, reached } = await judged(cells)
  expect(cells.filter((cell) => !reached.has(cell)).map(nameOf)).toEqual([])
  const wrong = results.flatMap(({ cell, status, verdict }) => {
    const expected = expectedKind(cell)
    const isRight = status === 200 && (expected === null ? verdict.kind !== 'verified' : verdict.kind === expected)
    return isRight ? [] : [`${nameOf(cell)}: ${verdict.kind} (${verdict.diagnosis}) instead of ${expected ?? 'anything but verified'}`]
  })
  expect(results).toHaveLength(cells.length)
  expect(wrong).toEqual([])
})

test('no fault of S3 lets a permission count as checked', async () => {
  const cells = faults.flatMap((fault, row) => s3Positions.map((position, column) => cellAt(row * 20 + column, position, fault)))
  const { results, reached } = await judged(cells)
  expect(cells.filter((cell) => !reached.has(cell)).map(nameOf)).toEqual([])
  expect(results.map(({ status }) => status)).toEqual(results.map(() => 200))
  const blamed = results
    .filter(({ cell, verdict }) => verdict.kind === 'partial' && cell.fault.means === 'nothing' && !cell.fault.name.includes('deni'))
    .map(({ cell }) => nameOf(cell))
  // The answer to a HEAD request has no body: without the second call a 403 of a proxy would be a denial.
  expect(blamed).toEqual([])
  const passed = results.filter(({ verdict }) => verdict.kind === 'verified').map(({ cell }) => nameOf(cell))
  expect(passed.filter((name) => !/success|session|denial|deny|allows/.test(name))).toMatchInlineSnapshot(`
    [
      "s3-head: no content",
      "s3-head-and-list: no content",
      "s3-head: ValidationError",
      "s3-head: MalformedPolicyDocument",
      "s3-head: PackedPolicyTooLarge",
      "s3-head: RegionDisabledException",
      "s3-head: ExpiredToken",
      "s3-head: InvalidClientTokenId",
      "s3-head: SignatureDoesNotMatch",
      "s3-head: Throttling",
      "s3-head: a page of a proxy as 403",
      "s3-head: accessdenied in other letters",
    ]
  `)
})
