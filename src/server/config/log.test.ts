import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { createLog, linesByTurn } from './log.ts'

/** A log by turn, and what was written, one text for each write. */
function logByTurn(level = 'info', isAuditKept = false) {
  const writes: string[] = []
  const output = linesByTurn({ write: (text) => void writes.push(text) })
  return { log: createLog(level, output, { isAuditKept }), writes, nextTurn: () => new Promise((resume) => setImmediate(resume)) }
}

test('writes all lines of a turn of the event loop at once', async () => {
  const { log, writes, nextTurn } = logByTurn()
  for (const number of [1, 2, 3]) log.info({ number }, 'answered')
  expect(writes).toEqual([])
  await nextTurn()
  expect(writes.map((text) => text.match(/"number":\d/g))).toEqual([['"number":1', '"number":2', '"number":3']])
  log.info({ number: 4 }, 'answered')
  await nextTurn()
  expect(writes).toHaveLength(2)
})

test.each([
  ['an entry of the audit log', 'info', { audit: true }],
  ['a warning', 'warn', {}],
  ['an error', 'error', {}],
] as const)('writes %s before the response, after the lines before it', (_, method, fields) => {
  const { log, writes } = logByTurn()
  log.info({}, 'before')
  log[method](fields, 'important')
  expect(writes.join('').match(/before|important/g)).toEqual(['before', 'important'])
})

test('writes an entry of the audit log at once where the level excludes other lines', () => {
  const { log, writes } = logByTurn('error', true)
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
  const script = `import { createLog, linesByTurn } from '#server/config/log.ts'
const log = createLog('info', linesByTurn())
for (let number = 1; number <= 1000; number += 1) log.info({ number }, 'answered')
${end}`
  const { stdout, status: found } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  const last = stdout.trim().split('\n').at(-1)
  expect([found, stdout.split('\n').length - 1, last]).toEqual([status, 1000, expect.stringContaining('"number":1000')])
})
