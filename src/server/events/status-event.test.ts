import { expect, test } from 'vitest'
import { verdictOf } from '#core/fixtures.test-data.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { verdictToCompare } from '#core/verify/verdict-history.ts'
import { type ToldStatus, toldOfDisconnection, type VerifiedRole } from '#server/registry/remembered-verdict.ts'
import { disconnectionToldAfter, statusEvent, toldAfter } from './status-event.ts'

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

/** The events of a series of verdicts, each of which is compared with what the ones before left behind. */
function told(series: readonly Status[]): readonly string[] {
  let before: Parameters<typeof toldAfter>[0] = { last: null, remembered: null }
  let compared: Verdict | null = null
  let verifiedRole: VerifiedRole | undefined
  return series.flatMap((status) => {
    const now = verdict(status)
    const event = statusEvent(before, { verdict: now, asked: 'asked' }, 'one', 'connection')
    compared = verdictToCompare(compared, now)
    if (now.kind === 'verified') verifiedRole = { chosen: 'chosen', role: 'role' }
    before = { last: now, remembered: { ...compared, told: toldAfter(before, now), ...(verifiedRole && { verifiedRole }) } }
    return event === null ? [] : [event.type.replace('connection.', '')]
  })
}

const confirming: Status = ['inconclusive', 'confirming-fix']
const unsafe: Status = ['unsafe', 'external-id-not-required']

test('tells each change once, whatever is remembered to verify a fix in two rounds', () => {
  expect(told([waiting, verified, weakened, weakened, confirming, verified, verified])).toEqual(['verified', 'drifted', 'recovered'])
  expect(told([verified, weakened, lost, lost, unavailable, lost, waiting, confirming, verified])).toEqual([
    'verified',
    'drifted',
    'lost',
    'recovered',
  ])
  expect(told([unsafe, confirming, verified, unavailable, verified])).toEqual(['verified'])
  expect(told([verified, outdated, unavailable, outdated, lost, outdated, verified])).toEqual([
    'verified',
    'needs-update',
    'lost',
    'needs-update',
    'recovered',
  ])
  expect(told([verified, fault, fault, verified, lost])).toEqual(['verified', 'vendor.fault', 'lost'])
})

const readUnsafe: Status = ['unsafe', 'extra-trust']
const shared: Status = ['unsafe', 'other-external-id-accepted']
const unread: Status = ['unsafe', 'trust-unread']
const lacking: Status = ['partial', 'permissions-incomplete']

test.each<readonly [string, readonly Status[], readonly string[]]>([
  ['and is fixed', [verified, readUnsafe, readUnsafe, confirming, verified], ['verified', 'drifted', 'recovered']],
  ['and is lost', [verified, shared, shared, lost, lost], ['verified', 'drifted', 'lost']],
  ['in another way each time', [verified, readUnsafe, unread, shared, weakened, verified], ['verified', 'drifted', 'recovered']],
  ['after AWS gave no answer', [verified, unavailable, readUnsafe, unavailable, readUnsafe], ['verified', 'drifted']],
  ['after a permission was missing', [verified, lacking, readUnsafe, lacking, verified], ['verified', 'drifted', 'recovered']],
  ['after it was lost', [verified, lost, shared, confirming, verified], ['verified', 'lost', 'drifted', 'recovered']],
  ['before an update', [verified, outdated, shared, verified], ['verified', 'needs-update', 'drifted', 'recovered']],
  [
    'around a fault of the vendor',
    [verified, fault, readUnsafe, fault, readUnsafe],
    ['verified', 'vendor.fault', 'drifted', 'vendor.fault'],
  ],
  ['and needed an update before it was ever verified', [outdated, unsafe, outdated, readUnsafe, verified], ['needs-update', 'recovered']],
  ['before it was ever verified', [waiting, unsafe, readUnsafe, confirming, verified], ['verified']],
])('tells once of a role that becomes unsafe %s', (_, series, events) => {
  expect(told(series)).toEqual(events)
})

test('an update that is told of a role that never worked doesn’t make it one that drifted', () => {
  const remembered = { ...verdict(unsafe), told: 'connection.needs-update' } as const
  expect(statusEvent({ last: verdict(unsafe), remembered }, { verdict: verdict(unsafe), asked: 'asked' }, 'one', 'connection')).toBeNull()
  const verifiedRole = { chosen: 'chosen', role: 'role' }
  const used = { last: verdict(unsafe), remembered: { ...remembered, verifiedRole } }
  expect(statusEvent(used, { verdict: verdict(unsafe), asked: 'asked' }, 'one', 'connection')?.type).toBe('connection.drifted')
})

test('after a canceled disconnection of a role that was verified, and found unsafe before, it is told as drifted', () => {
  const verifiedRole = { chosen: 'chosen', role: 'role' }
  const remembered = { ...verdict(shared), told: null, disconnectionToldAt: '2026-11-22T08:00:00.000Z', verifiedRole }
  const before = { last: verdict(shared), remembered }
  expect(statusEvent(before, { verdict: verdict(shared), asked: 'asked' }, 'one', 'connection')?.type).toBe('connection.drifted')
  expect(disconnectionToldAfter(before, verdict(shared))).toEqual({})
  const { verifiedRole: _, ...never } = remembered
  const neverVerified = { last: verdict(shared), remembered: never }
  expect(statusEvent(neverVerified, { verdict: verdict(shared), asked: 'asked' }, 'one', 'connection')).toBeNull()
})

test.each<readonly [Status, string]>([
  [verified, 'connection.recovered'],
  [lost, 'connection.lost'],
  [outdated, 'connection.needs-update'],
  [shared, 'connection.drifted'],
])('after a canceled disconnection, %s is told as %s, once a check says something of the role', (now, type) => {
  const disconnectionToldAt = '2026-11-22T08:00:00.000Z'
  const remembered = { ...verdict(verified), told: null, disconnectionToldAt }
  const before = { last: verdict(verified), remembered }
  expect(statusEvent(before, { verdict: verdict(unavailable), asked: 'asked' }, 'one', 'connection')).toBeNull()
  expect(disconnectionToldAfter(before, verdict(unavailable))).toEqual({ disconnectionToldAt })
  expect(statusEvent(before, { verdict: verdict(now), asked: 'asked' }, 'one', 'connection')?.type).toBe(type)
  expect(disconnectionToldAfter(before, verdict(now))).toEqual({})
})

test('after a canceled disconnection of a role that was verified before the last verdict, it is told as recovered', () => {
  const verifiedRole = { chosen: 'chosen', role: 'role' }
  const remembered = { ...verdict(confirming), told: null, disconnectionToldAt: '2026-11-22T08:00:00.000Z', verifiedRole }
  const before = { last: verdict(confirming), remembered }
  expect(statusEvent(before, { verdict: verdict(verified), asked: 'asked' }, 'one', 'connection')?.type).toBe('connection.recovered')
})

test.each<readonly [Status, ToldStatus]>([
  [verified, 'connection.verified'],
  [lost, 'connection.lost'],
])('after a canceled disconnection, an older copy, which knows no time of it, tells %s as %s too', (now, told) => {
  const after = toldOfDisconnection({ remembered: { ...verdict(now), told } }, '2026-11-22T08:00:00.000Z')
  const remembered = { ...verdict(now), told: after?.remembered.told }
  expect(statusEvent({ last: verdict(now), remembered }, { verdict: verdict(now), asked: 'asked' }, 'one', 'connection')?.type).toBe(told)
})

test('after a canceled disconnection of a role that was never verified, the first verdict is told as verified', () => {
  const remembered = { ...verdict(waiting), told: null, disconnectionToldAt: '2026-11-22T08:00:00.000Z' }
  const before = { last: verdict(waiting), remembered }
  expect(statusEvent(before, { verdict: verdict(verified), asked: 'asked' }, 'one', 'connection')?.type).toBe('connection.verified')
})
