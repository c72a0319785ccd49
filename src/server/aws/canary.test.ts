import { expect, test } from 'vitest'
import { Region } from '#core/aws/region.ts'
import { nameSuffixLength } from '#core/connection/suffixed-role-name.ts'
import { rolesToAssume } from '#core/hosting/hosting-plan.ts'
import { coversPattern } from '#core/policy/action-pattern.ts'
import { isWithin } from '#core/rules/hosting/assumable-roles.ts'
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

const none = { ...profilesNamed(() => ''), aws: undefined, 'aws-us-gov': undefined, 'aws-cn': undefined, 'aws-eusc': undefined }
const suffixed = { ...vendor, role: { ...vendor.role, nameSuffix: 'per-connection' as const } }

test('with a suffix for each connection, accepts only a canary whose name has one', () => {
  for (const right of [`${arn}-0000000000`, `${arn}-0a1b2c3d4e`]) expect(canaryFaults(suffixed, { ...none, aws: right })).toEqual([])
  const inOtherAccount = `${arn}-0000000000`.replace('111122223333', '444455556666')
  for (const wrong of [arn, `${arn}-`, `${arn}-canary`, `${arn}-00000000000`, `${arn}-x/0000000000`, `${arn}0000000000`, inOtherAccount])
    expect(canaryFaults(suffixed, { ...none, aws: wrong })).toEqual([expect.stringContaining(`set it to ${arn}-0000000000, not`)])
})

test.each(['*', '?'.repeat(nameSuffixLength)])(
  'a policy for %s after the hyphen, which the linter accepts, allows the canary too',
  (end) => {
    const [fault = ''] = canaryFaults(suffixed, { ...none, aws: arn })
    const proposed = /set it to (\S+), not/.exec(fault)?.[1] ?? ''
    const context = { assumableRoles: rolesToAssume({ ...suffixed, role: { ...suffixed.role, customerMayChoose: [] } }, 'aws') }
    const pattern = `arn:aws:iam::*:role/PixelworksAccess-${end}`
    expect([isWithin(pattern, context), coversPattern(pattern, proposed)]).toEqual([true, true])
  },
)
