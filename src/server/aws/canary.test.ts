import { expect, test } from 'vitest'
import { Region } from '#core/aws/region.ts'
import type { AssumeRole, Sts } from '#core/verify/sts.ts'
import { profilesNamed } from '#server/config/environment.ts'
import { vendor } from '#server/http/app-double.test-data.ts'
import { canaryFaults, canaryState } from './canary.ts'

const arn = 'arn:aws:iam::111122223333:role/PixelworksAccess'
const region = Region.parse('us-east-1')

const answering =
  (codeFor: (request: AssumeRole) => string | null, sessionRole = 'PixelworksAccess'): Sts['assumeRole'] =>
  async (request) => {
    const code = codeFor(request)
    if (code !== null) return { kind: 'refused', code, hint: null, requestId: 'r' }
    const assumedRoleArn = `arn:aws:sts::111122223333:assumed-role/${sessionRole}/rolebridge-verify`
    const iam = () => async () => ({ kind: 'refused', code: 'NetworkError', hint: null, requestId: 'r' }) as const
    return { kind: 'assumed', assumedRoleArn, requestId: 'r', check: async () => ({ kind: 'passed', requestId: 'r' }), iam }
  }

test.each([
  ['sighted', answering(() => null)],
  ['blind', answering(({ externalId }) => (externalId === undefined ? 'AccessDenied' : null))],
  ['blind', answering(({ externalId }) => (externalId === undefined ? null : 'AccessDenied'))],
  ['unknown', answering(({ externalId }) => (externalId === undefined ? 'Throttling' : null))],
  ['unknown', answering(() => null, 'AnotherRole')],
] as const)('is %s by what the canary answers without an external ID and with any', async (state, assumeRole) => {
  expect(await canaryState(arn, region, assumeRole)).toBe(state)
})

test("rejects a canary whose name, path, account, or partition differs from the customers' roles", () => {
  const none = { ...profilesNamed(() => ''), aws: undefined, 'aws-us-gov': undefined, 'aws-cn': undefined, 'aws-eusc': undefined }
  expect(canaryFaults(vendor, none)).toEqual([])
  expect(canaryFaults(vendor, { ...none, aws: arn })).toEqual([])
  for (const wrong of [`${arn}2`, arn.replace('role/', 'role/a/'), arn.replace('111122223333', '444455556666')])
    expect(canaryFaults(vendor, { ...none, aws: wrong })).toEqual([expect.stringContaining(`set it to ${arn}`)])
  const { 'aws-cn': _, ...accounts } = vendor.accounts
  expect(canaryFaults({ ...vendor, accounts }, { ...none, 'aws-cn': 'arn:aws-cn:iam::111122225555:role/PixelworksAccess' })).toHaveLength(1)
})

test('with a suffix for each connection, accepts a canary whose name begins like the customers’ roles', () => {
  const none = { ...profilesNamed(() => ''), aws: undefined, 'aws-us-gov': undefined, 'aws-cn': undefined, 'aws-eusc': undefined }
  const suffixed = { ...vendor, role: { ...vendor.role, nameSuffix: 'per-connection' as const } }
  expect(canaryFaults(suffixed, { ...none, aws: `${arn}-canary` })).toEqual([])
  for (const wrong of [arn, `${arn}-`, `${arn}Canary`, `${arn}-canary`.replace('111122223333', '444455556666')])
    expect(canaryFaults(suffixed, { ...none, aws: wrong })).toEqual(
      wrong === `${arn}-` ? [] : [expect.stringContaining(`set it to ${arn}-canary`)],
    )
})
