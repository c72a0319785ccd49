import { expect, test } from 'vitest'
import type { Probe, Verdict } from '#core/verify/verdict.ts'
import { vendorFaultReport } from './vendor-fault-report.ts'

const at = '2026-11-22T08:00:00.000Z'

function verdict(kind: Verdict['kind'], diagnosis: Verdict['diagnosis'], outcome?: Probe['outcome']): Verdict {
  const probes: Probe[] = outcome === undefined ? [] : [{ name: 'right-id', outcome, requestId: 'r', region: 'us-east-1', at }]
  return { kind, diagnosis, causes: [], probes, checks: [], checkedAt: at, nextCheckInMs: 1000, simulated: false }
}

test('logs the start of a fault, its change and its end once each, for each partition', () => {
  const logged: string[] = []
  const write = (level: string) => (fields: Readonly<Record<string, unknown>>) =>
    void logged.push(`${level} ${fields['partition']} ${fields['diagnosis']}`)
  const report = vendorFaultReport({ info: write('info'), warn: write('warn'), error: write('error') })
  const expired = verdict('vendor-fault', 'vendor-credentials-refused')
  for (const _ of Array(3).keys()) report('aws', expired)
  report('aws', verdict('inconclusive', 'aws-unavailable'))
  report('aws', verdict('vendor-fault', 'verifier-blind', 'assumed'))
  report('aws-cn', expired)
  report('aws', verdict('waiting', 'propagating', 'denied'))
  report('aws', verdict('verified', 'verified', 'assumed'))
  expect(logged).toEqual([
    'error aws vendor-credentials-refused',
    'error aws verifier-blind',
    'error aws-cn vendor-credentials-refused',
    'info aws verifier-blind',
  ])
})
