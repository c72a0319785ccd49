import { expect, test } from 'vitest'
import type { CallerIdentity } from '#core/verify/sts.ts'
import type { Log } from '#server/config/log.ts'
import { vendor } from '#server/http/app-double.test-data.ts'
import { refuseLongLivedCredentials } from './live-aws.ts'

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }
const as = (arn: string): CallerIdentity => ({ kind: 'identity', accountId: '111122223333', arn, requestId: 'r' })
const started = (identity: CallerIdentity, log = silent) =>
  refuseLongLivedCredentials(vendor, () => ({ callerIdentity: async () => identity }), log)

test.each([
  ['arn:aws:iam::111122223333:root', 'the root user'],
  ['arn:aws:iam::111122223333:user/deploy', 'an IAM user'],
  ['arn:aws-cn:iam::111122223333:user/team/deploy', 'an IAM user'],
])('refuses to start as %s', async (arn, who) => {
  await expect(started(as(arn))).rejects.toThrow(`has the credentials of ${who}`)
})

test("starts as a role, and warns if AWS doesn't return the identity", async () => {
  await started(as('arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-1'))
  const warned: unknown[] = []
  const log = { ...silent, warn: (fields: unknown) => void warned.push(fields) }
  await started({ kind: 'refused', code: 'CredentialsProviderError', hint: null, requestId: '' }, log)
  expect(warned).toContainEqual({ partition: 'aws', code: 'CredentialsProviderError' })
})
