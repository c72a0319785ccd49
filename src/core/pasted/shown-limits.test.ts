import { expect, test } from 'vitest'
import { planOf } from '#core/fixtures.test-data.ts'
import { diagnoseFacts } from './diagnose-pasted.ts'
import { readPastedRole } from './read-pasted-role.ts'

const denial =
  'User: arn:aws:sts::444455556666:assumed-role/Deploy/AWSCloudFormation is not authorized to perform: s3:CreateBucket on resource: arn:aws:s3:::acme-logs because no identity-based policy allows the s3:CreateBucket action'

const told = (statement: object): string => {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] })
  return diagnoseFacts(readPastedRole(`${denial}\n\n${policy}`), planOf()).detail
}

test('what the caller’s policy allows instead of the denied call is told', () => {
  expect(told({ Action: 's3:Create*', Resource: 'arn:aws:s3:::team-*' })).toMatch(
    /^The policy in the text allows s3:CreateBucket only on arn:aws:s3:::team-\*\. Add arn:aws:s3:::acme-logs there\./,
  )
  const condition = { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }
  expect(told({ Action: 's3:CreateBucket', Resource: '*', Condition: condition })).toMatch(
    /only with its condition on aws:RequestedRegion\. Check whether the call meets it\./,
  )
})

test('a policy about other actions says nothing of the denied call', () => {
  expect(told({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::team-*' })).not.toContain('in the text')
  expect(told({ Action: 's3:CreateBucket', Resource: 'arn:aws:s3:::acme-*' })).not.toContain('in the text')
})
