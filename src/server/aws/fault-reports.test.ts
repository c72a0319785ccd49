import { expect, test } from 'vitest'
import { Region } from '#core/aws/region.ts'
import { verdictOf } from '#core/fixtures.test-data.ts'
import type { Probe } from '#core/verify/probe-result.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { reportedReadiness, vendorFaultReport } from './fault-reports.ts'
import type { PartitionReadiness } from './readiness.ts'

test("logs the start, change, and end of a partition's fault, and returns the readiness unchanged", async () => {
  const logged: string[] = []
  const write = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) =>
    void logged.push(`${level} ${fields['partition']} ${message}: ${fields['fault']}`)
  const answers = [null, 'expired', 'expired', 'no role', null, null].map((fault): readonly PartitionReadiness[] => [
    { partition: 'aws', fault, isWrongIdentity: fault === 'no role' },
    { partition: 'aws-cn', fault: null, isWrongIdentity: false },
  ])
  const waiting = answers.values()
  const readiness = reportedReadiness(async () => waiting.next().value ?? [], {
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  })
  for (const answer of answers) expect(await readiness()).toEqual(answer)
  expect(logged).toEqual(['error aws not ready: expired', 'error aws not ready: no role', 'info aws ready again: no role'])
})

const at = '2026-11-22T08:00:00.000Z'

function verdict(kind: Verdict['kind'], diagnosis: Verdict['diagnosis'], outcome?: Probe['outcome']): Verdict {
  const probes: Probe[] = outcome === undefined ? [] : [{ name: 'right-id', outcome, requestId: 'r', region: 'us-east-1', at }]
  return verdictOf({ kind, diagnosis, probes })
}

function reporting() {
  const logged: string[] = []
  const write = (level: string) => (fields: Readonly<Record<string, unknown>>) =>
    void logged.push(`${level} ${fields['partition']} ${fields['diagnosis']}`)
  const report = vendorFaultReport({ info: write('info'), warn: write('warn'), error: write('error') })
  return { logged, report }
}

const one = { id: 'one', region: Region.parse('eu-central-1') }
const two = { ...one, id: 'two' }
const inChina = { id: 'three', region: Region.parse('cn-north-1') }
const expired = verdict('vendor-fault', 'vendor-credentials-refused')
const blind = verdict('vendor-fault', 'verifier-blind', 'assumed')
const notAllowed = verdict('vendor-fault', 'vendor-not-allowed', 'denied')
const good = verdict('verified', 'verified', 'assumed')

test('logs the start, change, and end of a fault once, for each partition', () => {
  const { logged, report } = reporting()
  for (const _ of Array(3).keys()) report(one, expired)
  report(one, verdict('inconclusive', 'aws-unavailable'))
  report(one, blind)
  report(inChina, expired)
  report(one, verdict('waiting', 'propagating', 'denied'))
  report(one, good)
  expect(logged).toEqual([
    'error aws vendor-credentials-refused',
    'error aws verifier-blind',
    'info aws vendor-credentials-refused',
    'error aws-cn vendor-credentials-refused',
    'info aws verifier-blind',
  ])
})

test('logs a fault once if only one of two connections is affected', () => {
  const { logged, report } = reporting()
  for (const _ of Array(3).keys()) {
    report(one, notAllowed)
    report(two, good)
  }
  expect(logged).toEqual(['error aws vendor-not-allowed'])
  report(two, notAllowed)
  report(one, good)
  expect(logged).toHaveLength(1)
  report(two, good)
  expect(logged).toEqual(['error aws vendor-not-allowed', 'info aws vendor-not-allowed'])
})
