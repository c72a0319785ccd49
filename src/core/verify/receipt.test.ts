import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { renderArtifact } from '#core/artifacts/artifacts.ts'
import { connections } from '#core/connection/arbitraries.test-data.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { planOf } from '#core/fixtures.test-data.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import { VerdictKind } from '#core/verify/probe-result.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { Receipt, receipt } from './receipt.ts'

const at = '2026-11-22T08:00:00.000Z'

const verified: Verdict = {
  kind: 'verified',
  diagnosis: 'verified',
  causes: [],
  probes: [
    { name: 'right-id', outcome: 'assumed', requestId: 'r-1', region: 'us-east-1', at },
    {
      name: 'near-miss',
      variant: 'case',
      outcome: 'denied',
      code: 'AccessDenied',
      hint: 'trust-policy-silent',
      requestId: 'r-2',
      region: 'us-east-1',
      at,
    },
  ],
  checks: [{ id: 'c', permissionSet: 's', call: 's3-head-bucket', resource: 'acme-uploads', outcome: 'passed', requestId: 'r-3', at }],
  checkedAt: at,
  nextCheckInMs: 1000,
  simulated: true,
}

const signedNow = { connectionId: 'c1', now: new Date(at), jti: 'j1' }

propertyTest.prop([connections], { numRuns: 25 })(
  'a receipt is read back as it was written and never names the external ID',
  ({ terms, vendor }) => {
    const written = receipt({ ...signedNow, plan: rolePlan(terms, vendor), verdict: verified })
    const text = JSON.stringify(written)
    expect(Receipt.parse(JSON.parse(text))).toEqual(written)
    expect(Object.keys(written ?? {})).not.toContain('externalId')
    expect(written?.externalIdSha256).toBe(sha256Hex(terms.externalId))
  },
)

propertyTest.prop([connections], { numRuns: 10 })('the hashes are those of the files that are downloaded', ({ terms, vendor }) => {
  const plan = rolePlan(terms, vendor)
  const asked = receipt({ ...signedNow, plan, verdict: verified })?.asked
  expect(asked?.trustPolicySha256).toBe(sha256Hex(renderArtifact('trust-policy', plan).text))
  expect(asked?.permissionsPolicySha256).toBe(sha256Hex(renderArtifact('permissions-policy', plan).text))
  const lines = renderArtifact('cloudformation', plan).text.trimEnd().split('\n')
  expect(asked?.templateVersion).toBe(sha256Hex(`${lines.slice(0, -1).join('\n')}\n`))
})

propertyTest.prop([fc.constantFrom(...VerdictKind.options.filter((kind) => kind !== 'verified')), connections], { numRuns: 16 })(
  'no other verdict gets a receipt',
  (kind, { terms, vendor }) => {
    expect(receipt({ ...signedNow, plan: rolePlan(terms, vendor), verdict: { ...verified, kind } })).toBeNull()
  },
)

test('a receipt names the application’s roles that the check didn’t run as', () => {
  const untriedRoles = ['arn:aws:iam::111122223333:role/OldApplication']
  const plan = planOf()
  expect(receipt({ ...signedNow, plan, verdict: { ...verified, untriedRoles } })?.untriedRoles).toEqual(untriedRoles)
  expect(receipt({ ...signedNow, plan, verdict: verified })).not.toHaveProperty('untriedRoles')
})

test('SHA-256 is as everybody computes it', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

propertyTest.prop([fc.anything()])('reading never throws', (value) => {
  expect(Receipt.safeParse(value).success).toBe(false)
})
