import { expect, test } from 'vitest'
import type { Problem } from '#core/connection/problem.ts'
import { refusalMessages } from '#core/connection/refusals.ts'
import { Vendor } from '#core/connection/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import type { Failure } from '#wizard/api/request.ts'
import { type AccountForm, untouchedAccountForm } from './account-form.ts'
import { ownErrors, serverErrors } from './account-rules.ts'
import { typedPermissions } from './typed-terms.ts'

const sent: AccountForm = {
  accountId: '444455556666',
  externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
  region: 'us-east-1',
  chosen: {},
  permissionsPolicy: '',
  role: { path: '', permissionsBoundary: '', tags: '', maxSessionDuration: '' },
  parameters: { readSourceImages: { sourceBuckets: 'acme-uploads' } },
}

const refusal = (problem: Pick<Problem, 'status' | 'code' | 'issues'>): Failure => ({
  kind: 'problem',
  problem: { type: 'about:blank', title: 'Refused', ...problem },
  retryAfterMs: null,
})

test('shows errors only for fields that were invalid at Continue', () => {
  const issues = [
    { field: 'accountId', code: 'account-id-length' },
    { field: 'region', code: 'region-unknown' },
  ] as const
  expect(ownErrors(issues, ['accountId'])).toEqual([{ field: 'accountId', message: refusalMessages.in('en').codes['account-id-length'] }])
})

test('shows that an external ID is taken until it is changed', () => {
  const taken = refusal({ status: 409, code: 'external-id-taken' })
  expect(serverErrors(taken, sent, sent)).toMatchObject([{ field: 'externalId' }])
  expect(serverErrors(taken, sent, { ...sent, externalId: 'another' })).toEqual([])
})

test('maps issues from the server to their fields', () => {
  const invalid = refusal({
    status: 422,
    code: 'invalid',
    issues: [{ path: ['permissions', 'readSourceImages', 'sourceBuckets'], code: 'parameter-s3-bucket', message: '' }],
  })
  expect(serverErrors(invalid, sent, sent)).toEqual([
    { field: 'parameters.readSourceImages.sourceBuckets', message: refusalMessages.in('en').codes['parameter-s3-bucket'] },
  ])
  expect(serverErrors(invalid, sent, { ...sent, parameters: { readSourceImages: { sourceBuckets: 'acme' } } })).toEqual([])
})

test('keeps the error of an unreachable server on the whole form while the user types', () => {
  expect(serverErrors({ kind: 'unreachable' }, sent, { ...sent, accountId: '' })).toMatchObject([{ field: null }])
})

const [read, write, ...others] = demoVendor.permissionSets

test('a set is sent only from a Region whose partition it is offered in', () => {
  const vendor = Vendor.parse({ ...demoVendor, permissionSets: [read, { ...write, partitions: ['aws-us-gov'] }, ...others] })
  const form = { ...untouchedAccountForm(vendor), chosen: { writeResults: true } }
  const sentFrom = (region: string) => Object.keys(typedPermissions({ ...form, region }, vendor))
  expect(sentFrom('us-east-1')).toEqual(['readSourceImages'])
  expect(sentFrom('us-gov-west-1')).toEqual(['readSourceImages', 'writeResults'])
})
