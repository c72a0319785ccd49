import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { RoleName } from '#core/aws/iam-names.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { planOf, request, vendor, verdictOf } from '#core/fixtures.test-data.ts'
import { receipt } from '#core/verify/receipt.ts'
import { noExternalId } from '#wizard/account/role-preview-plan.ts'
import { differences, readSharedReview, sharedReviewText } from './shared-review.ts'

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

test('the link contains no external ID and no vendor data', () => {
  const text = sharedReviewText(planOf(), null)
  const decoded = Buffer.from(text, 'base64url').toString()
  for (const absent of [request.externalId, vendor.name, 'vendor', 'token']) expect(decoded).not.toContain(absent)
})

test('reads back the role name of a connection that predates a config change', () => {
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

test('takes the trust relationship from this page, whatever the link claims', () => {
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

test('rejects permissions beyond the proposal and invalid accounts', () => {
  const { accountId, region } = planOf()
  for (const bad of [
    { accountId: '1', region, permissions: {} },
    { accountId, region: 'mars-1', permissions: {} },
    { accountId, region, permissions: { other: {} } },
  ])
    expect(readSharedReview(link(bad), vendor)).toEqual({ kind: 'unreadable' })
})

test('matches a receipt only when account, role, vendor and permissions are equal', () => {
  const plan = planOf()
  const verdict = verdictOf()
  const signed = receipt({ plan, connectionId: 'c', verdict, now: new Date(0), jti: 'j' })
  if (signed === null) throw new Error('no receipt')
  expect(differences(signed, plan)).toEqual([])
  expect(differences(signed, planOf({ accountId: '777788889999' }))).toEqual(['account', 'role'])
  expect(differences(signed, planOf({ permissionsPolicy: edited }))).toEqual(['permissions'])
  expect(differences({ ...signed, vendor: { ...signed.vendor, accountId: plan.accountId } }, plan)).toEqual(['vendor'])
})
