import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { listen } from '#server/listen.ts'
import { isOnPath } from '#tools/outside-tools.ts'
import { templateUrl, testAws } from './testing.test-data.ts'

const run = promisify(execFile)
const externalId = 'k7Qm2vK9dRt4XwB8nZc5Hs2P'
const trustPolicy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': externalId } },
    },
  ],
})

test.skipIf(!isOnPath('aws'))('the aws client creates a role and a stack, and sees a bucket', async () => {
  const { simulator } = testAws()
  const { port, stop } = await listen({ fetch: (request) => simulator.fetch(request), host: '127.0.0.1', port: 0 })
  onTestFinished(() => stop())
  const endpoint = `http://127.0.0.1:${port}`
  const env = {
    PATH: process.env['PATH'],
    HOME: '/nonexistent',
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'SIM444455556666',
    AWS_SECRET_ACCESS_KEY: 'any',
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
  }
  const cli = async (...words: string[]) => (await run('aws', words, { env })).stdout
  await cli('iam', 'create-role', '--role-name', 'ByHand', '--assume-role-policy-document', trustPolicy)
  const role = JSON.parse(await cli('iam', 'get-role', '--role-name', 'ByHand', '--query', 'Role'))
  expect(role).toMatchObject({ Arn: 'arn:aws:iam::444455556666:role/ByHand', AssumeRolePolicyDocument: JSON.parse(trustPolicy) })
  const values = { AccountId: '444455556666', ExternalId: externalId, SourceBuckets: 'acme-uploads' }
  const parameters = Object.entries(values).map(([key, value]) => `ParameterKey=${key},ParameterValue=${value}`)
  const stack = ['--stack-name', 'PixelworksAccess']
  const launch = ['cloudformation', 'create-stack', ...stack, '--template-url', templateUrl('aws'), '--parameters', ...parameters]
  await expect(cli(...launch)).rejects.toThrow('Requires capabilities : [CAPABILITY_NAMED_IAM]')
  await cli(...launch, '--capabilities', 'CAPABILITY_NAMED_IAM')
  const status = await cli('cloudformation', 'describe-stacks', ...stack, '--query', 'Stacks[0].StackStatus', '--output', 'text')
  expect(status.trim()).toBe('CREATE_COMPLETE')
  await cli('s3api', 'head-bucket', '--bucket', 'acme-uploads')
  await expect(cli('s3api', 'head-bucket', '--bucket', 'missing-bucket')).rejects.toThrow('404')
})
