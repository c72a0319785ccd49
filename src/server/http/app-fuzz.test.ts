import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Verdict } from '#core/verify/verdict.ts'
import { runs } from '#tools/thorough.ts'
import { appDouble } from './app-double.test-data.ts'
import { anyId, surviveRequests } from './app-fuzz.test-data.ts'

test('survives arbitrary requests to every route, and assumes no role for them', async () => {
  const statuses = await surviveRequests(1500)
  for (const status of [200, 201, 400, 401, 404, 405, 422]) expect(statuses).toContain(status)
})

test('calls AWS for no ID that is not the tenant’s', async () => {
  const { send, signIn, connect, sts } = appDouble()
  const [token, other] = [await signIn(), await signIn()]
  const { id } = await connect(other)
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyId, fc.constant(id)), async (candidate) => {
      const response = await send('POST', `/api/connections/${candidate}/verify`, {
        token,
        body: { now: true, externalId: 'x', roleArn: 'y' },
      })
      expect([401, 404, 405]).toContain(response.status)
    }),
    { numRuns: runs(300) },
  )
  expect(sts.calls).toEqual([])
})

test('verifies the stored connection, whatever the request says', async () => {
  const { send, signIn, connect, sts } = appDouble()
  const token = await signIn()
  const { id, roleArn } = await connect(token)
  const body = {
    now: true,
    roleArn: 'arn:aws:iam::999999999999:role/Other',
    externalId: 'other',
    accountId: '999999999999',
    region: 'cn-north-1',
  }
  const response = await send('POST', `/api/connections/${id}/verify`, { token, body })
  expect(Verdict.parse(await response.json()).probes.map(({ region }) => region)).toEqual(['us-east-1'])
  expect(sts.calls).toEqual(['callerIdentity', `assumeRole ${roleArn}`])
})
