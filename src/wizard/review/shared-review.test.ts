import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { RoleName } from '#core/aws/role-name.ts'
import { connectionTerms } from '#core/connection/connection.ts'
import { receipt } from '#core/connection/receipt.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { noExternalId } from '#wizard/account/placeholders.ts'
import { differences, readSharedReview, sharedReviewText } from './shared-review.ts'

const vendor = Vendor.parse(demoVendor)
const externalId = 'k7Qm2vK9dRt4XwB8nZc5Hs2P'

const planOf = (change: Readonly<Record<string, unknown>> = {}) =>
  rolePlan(
    connectionTerms(vendor, { externalId: 'any' }).parse({
      accountId: '444455556666',
      region: 'us-east-1',
      externalId,
      permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } },
      ...change,
    }),
    vendor,
  )

const edited = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-uploads/*' }],
}

const bucket = fc.stringMatching(/^[a-z][a-z0-9]{2,20}$/)
const plans = fc
  .record({
    accountId: fc.stringMatching(/^[1-9]\d{11}$/),
    buckets: fc.array(bucket, { minLength: 1, maxLength: 5 }),
    isEdited: fc.boolean(),
  })
  .map(({ accountId, buckets, isEdited }) =>
    planOf({
      accountId: accountId === vendor.accounts.aws ? '444455556666' : accountId,
      permissions: { readSourceImages: { sourceBuckets: buckets } },
      ...(isEdited ? { permissionsPolicy: edited } : {}),
    }),
  )

propertyTest.prop([plans, fc.option(fc.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/))])(
  'a link is read back as the plan that it was made of, but for the external ID',
  (plan, signed) => {
    const text = sharedReviewText(plan, signed)
    expect(text).toMatch(/^[\w-]+$/)
    const reading = readSharedReview(text, vendor)
    expect(reading).toMatchObject({ kind: 'review', receipt: signed, plan: { accountId: plan.accountId, externalId: noExternalId } })
    expect(reading.kind === 'review' && reading.plan.permissionsPolicy).toEqual(plan.permissionsPolicy)
    expect(reading.kind === 'review' && reading.plan.roleArn).toBe(plan.roleArn)
  },
)

test('the link holds no external ID and nothing of the vendor', () => {
  const text = sharedReviewText(planOf(), null)
  const decoded = Buffer.from(text, 'base64url').toString()
  for (const absent of [externalId, vendor.name, 'vendor', 'token']) expect(decoded).not.toContain(absent)
})

test('the link of a connection that keeps the role which the config named before is read back as that role', () => {
  const { permissionsPolicy: _, ...plan } = planOf()
  const renamed = { ...vendor, role: { ...vendor.role, name: RoleName.parse('RenamedRole') } }
  const reading = readSharedReview(sharedReviewText(rolePlan(plan, renamed), null), renamed)
  expect(reading.kind === 'review' && reading.plan.roleArn).toBe(plan.roleArn)
})

const link = (value: unknown) => Buffer.from(JSON.stringify(value) ?? '').toString('base64url')

propertyTest.prop([fc.oneof(fc.string({ unit: 'binary' }), fc.anything().map(link), fc.base64String())])(
  'whatever a link says, reading it never throws',
  (text) => {
    expect(() => readSharedReview(text, vendor)).not.toThrow()
  },
)

test('who trusts whom is said by this page alone, whatever the link says', () => {
  const { accountId, region, permissions } = planOf()
  const forged = link({
    accountId,
    region,
    permissions,
    vendor: { name: 'Evil' },
    vendorAccountId: '999999999999',
    externalId: 'known-to-me',
  })
  const reading = readSharedReview(forged, vendor)
  if (reading.kind !== 'review') throw new Error(reading.kind)
  expect(reading.plan.vendor.name).toBe(vendor.name)
  expect(JSON.stringify(reading.plan)).not.toMatch(/Evil|999999999999|known-to-me/)
})

test('permissions that the vendor does not ask for, and accounts that are none, make no page', () => {
  const { accountId, region } = planOf()
  for (const bad of [
    { accountId: '1', region, permissions: {} },
    { accountId, region: 'mars-1', permissions: {} },
    { accountId, region, permissions: { other: {} } },
  ])
    expect(readSharedReview(link(bad), vendor)).toEqual({ kind: 'unreadable' })
})

test('a receipt is of the page only if account, role, vendor and permissions are the same', () => {
  const plan = planOf()
  const verdict: Verdict = {
    kind: 'verified',
    diagnosis: 'verified',
    causes: [],
    probes: [],
    checks: [],
    checkedAt: '2026-11-22T08:00:00.000Z',
    nextCheckInMs: 2000,
    simulated: true,
  }
  const signed = receipt({ plan, connectionId: 'c', verdict, now: new Date(0), jti: 'j' })
  if (signed === null) throw new Error('no receipt')
  expect(differences(signed, plan)).toEqual([])
  expect(differences(signed, planOf({ accountId: '777788889999' }))).toEqual(['account', 'role'])
  expect(differences(signed, planOf({ permissionsPolicy: edited }))).toEqual(['permissions'])
  expect(differences({ ...signed, vendor: { ...signed.vendor, accountId: plan.accountId } }, plan)).toEqual(['vendor'])
})
