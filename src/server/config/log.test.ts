import { spawnSync } from 'node:child_process'
import pino from 'pino'
import { afterEach, expect, test, vi } from 'vitest'
import { createLog, type LogLevel, linesTogether } from './log.ts'

afterEach(() => void vi.useRealTimers())

/** A log that holds its lines, and what was written, one text for each write. */
function holdingLog(level: LogLevel = 'info', isAuditKept = false) {
  const writes: string[] = []
  const output = linesTogether({ write: (text) => void writes.push(text) })
  return { log: createLog(level, output, { isAuditKept }), writes }
}

const numbersIn = (texts: readonly string[]) =>
  texts.map((text) => [...text.matchAll(/"number":(\d+)/g)].map(([, number]) => Number(number)))

test('writes lines that follow each other at once', async () => {
  const { log, writes } = holdingLog()
  for (const number of [1, 2, 3]) log.info({ number }, 'answered')
  expect(writes).toEqual([])
  await vi.waitUntil(() => writes.length > 0)
  log.info({ number: 4 }, 'answered')
  await vi.waitUntil(() => writes.length > 1)
  expect(numbersIn(writes)).toEqual([[1, 2, 3], [4]])
})

test('holds no more than some kilobytes', () => {
  const { log, writes } = holdingLog()
  for (let number = 0; number < 1000; number += 1) log.info({ number, text: 'x'.repeat(100) }, 'answered')
  expect(writes.length).toBeGreaterThan(1)
  expect(numbersIn(writes).flat()).toEqual(Array.from({ length: numbersIn(writes).flat().length }, (_, number) => number))
})

test.each([
  ['an entry of the audit log', 'info', { audit: true }],
  ['a warning', 'warn', {}],
  ['an error', 'error', {}],
] as const)('writes %s before the response, after the lines before it', (_, method, fields) => {
  const { log, writes } = holdingLog()
  log.info({}, 'before')
  log[method](fields, 'important')
  expect(writes.join('').match(/before|important/g)).toEqual(['before', 'important'])
})

test('writes an entry of the audit log at once where the level excludes other lines', () => {
  const { log, writes } = holdingLog('error', true)
  log.info({}, 'not wanted')
  log.info({ audit: true }, 'audit')
  expect(writes.join('')).toMatch(/^\{[^\n]*"msg":"audit"\}\n$/)
})

test.each([
  ['exits', 'process.exit(3)', 3],
  ['has nothing more to do', '', 0],
  ['throws', "throw new Error('fault')", 1],
  ['rejects a promise', "Promise.reject(new Error('fault'))", 1],
])('loses no line of a process that %s', (_, end, status) => {
  const script = `import { createLog, linesTogether } from '#server/config/log.ts'
const log = createLog('info', linesTogether())
for (let number = 1; number <= 1000; number += 1) log.info({ number }, 'answered')
${end}`
  const { stdout, status: found } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  const last = stdout.trim().split('\n').at(-1)
  expect([found, stdout.split('\n').length - 1, last]).toEqual([status, 1000, expect.stringContaining('"number":1000')])
})

test.each([
  ['texts, numbers and truth values', { requestId: 'a1', status: 200, isUnchanged: true, handoff: null }],
  ['a field without a value', { requestId: 'a1', verdict: undefined }],
  ['characters that JSON escapes', { at: ['"quoted" \\ path', 'two\nlines \u0001', 'ä € 😀 \u2028', '\ud800'] }],
  ['nested values', { fault: { code: 'X', more: [1, { two: 2 }] }, never: Number.NaN }],
  ['a secret', { token: 'secret', nested: { externalId: 'secret', other: 1 } }],
])('writes the line of pino for %s', (_, fields) => {
  vi.useFakeTimers({ now: 1_764_511_200_123 })
  const [own, theirs]: [string[], string[]] = [[], []]
  const redact = { paths: ['token', 'nested.externalId'], censor: '[redacted]' }
  const reference = pino({ base: null, redact }, { write: (line) => void theirs.push(line) })
  const log = createLog('info', { write: (line) => void own.push(line) })
  for (const method of ['info', 'warn', 'error'] as const) {
    reference[method](fields, 'answered')
    log[method](fields, 'answered')
  }
  expect(own).toHaveLength(3)
  expect(own).toEqual(theirs)
})

test.each([
  ['trace', ['info', 'warn', 'error']],
  ['info', ['info', 'warn', 'error']],
  ['warn', ['warn', 'error']],
  ['error', ['error']],
  ['fatal', []],
  ['silent', []],
] as const)('writes lines of the level %s and above', (level, expected) => {
  const { log, writes } = holdingLog(level)
  for (const method of ['info', 'warn', 'error'] as const) log[method]({}, method)
  // Lines that are held are written with the next one that isn't.
  if (expected.length > 0) expect([...writes.join('').matchAll(/"msg":"(\w+)"/g)].map(([, method]) => method)).toEqual(expected)
  else expect(writes).toEqual([])
})

const circular: Record<string, unknown> = { code: 'X' }
circular['self'] = circular
const throwing = {
  get code(): string {
    throw new Error('fault')
  },
}
const refusing = { toJSON: () => Number.parseInt('x', 10).toString(99) }

test.each([
  ['a BigInt', { value: 1n }],
  ['an object that contains itself', { value: circular }],
  ['an array that contains itself', { value: [circular] }],
  ['a field that throws', { value: throwing }],
  ['an object without a JSON form', { value: refusing }],
])('writes a line without %s, and never throws', (_, fields) => {
  const { log, writes } = holdingLog()
  log.error({ audit: true, requestId: 'a1', ...fields, token: 'secret' }, 'failed')
  expect(writes).toHaveLength(1)
  expect(JSON.parse(writes.join(''))).toEqual({
    ...{ level: 50, time: expect.any(Number) },
    ...{ audit: true, requestId: 'a1', token: '[redacted]', msg: 'failed' },
  })
})

test('redacts secrets in arrays', () => {
  const { log, writes } = holdingLog()
  log.error({ list: [{ token: 'secret', other: 1 }, [{ externalId: 'secret' }], 'text'] }, 'failed')
  expect(JSON.parse(writes.join(''))).toMatchObject({ list: [{ token: '[redacted]', other: 1 }, [{ externalId: '[redacted]' }], 'text'] })
})
