import { expect, test } from 'vitest'
import { verdictOf } from '#core/fixtures.test-data.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { statusEvent } from './status-event.ts'

type Status = readonly [Verdict['kind'], Verdict['diagnosis']]

const verified: Status = ['verified', 'verified']
const lost: Status = ['drifted', 'access-lost']
const weakened: Status = ['drifted', 'weakened']
const outdated: Status = ['partial', 'update-required']
const waiting: Status = ['waiting', 'propagating']
const unavailable: Status = ['inconclusive', 'aws-unavailable']
const fault: Status = ['vendor-fault', 'vendor-credentials-refused']

const verdict = ([kind, diagnosis]: Status) => verdictOf({ kind, diagnosis })

test.each<readonly [Status | null, Status | null, Status, string | null]>([
  [null, null, waiting, null],
  [null, null, verified, 'connection.verified'],
  [waiting, waiting, verified, 'connection.verified'],
  [unavailable, verified, verified, null],
  [verified, verified, unavailable, null],
  [verified, verified, lost, 'connection.lost'],
  [unavailable, lost, lost, null],
  [lost, lost, verified, 'connection.recovered'],
  [verified, verified, weakened, 'connection.drifted'],
  [weakened, weakened, lost, 'connection.lost'],
  [verified, verified, outdated, 'connection.needs-update'],
  [outdated, outdated, verified, 'connection.recovered'],
  [verified, verified, fault, 'vendor.fault'],
  [fault, verified, fault, null],
  [fault, verified, verified, null],
])('after %s, with %s remembered, %s is told as %s', (last, remembered, now, type) => {
  const before = { last: last && verdict(last), remembered: remembered && verdict(remembered) }
  expect(statusEvent(before, { verdict: verdict(now), asked: 'asked' }, 'one', 'connection')?.type ?? null).toBe(type)
})
