import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { AccountId } from '#core/aws/account-id.ts'
import { Region } from '#core/aws/region.ts'
import { awsRequest, queryPairs } from './aws-request.ts'

const signedIn = { accountId: AccountId.parse('012345678901'), region: Region.parse('eu-west-1') }

test('a request names the account in its access key and numbers its lists', () => {
  const parameters = {
    StackName: 'a stack',
    Parameters: [
      { ParameterKey: 'ExternalId', ParameterValue: 'a+b=c' },
      { ParameterKey: 'Buckets', ParameterValue: 'x,y' },
    ],
    Capabilities: ['CAPABILITY_NAMED_IAM'],
  }
  const call = { ...signedIn, service: 'cloudformation', action: 'CreateStack', parameters } as const
  expect(awsRequest(call, new Date('2026-01-02T23:59:59Z'))).toMatchInlineSnapshot(`
    {
      "body": "Action=CreateStack&Version=2010-05-15&StackName=a+stack&Parameters.member.1.ParameterKey=ExternalId&Parameters.member.1.ParameterValue=a%2Bb%3Dc&Parameters.member.2.ParameterKey=Buckets&Parameters.member.2.ParameterValue=x%2Cy&Capabilities.member.1=CAPABILITY_NAMED_IAM",
      "headers": {
        "Authorization": "AWS4-HMAC-SHA256 Credential=SIM012345678901/20260102/eu-west-1/cloudformation/aws4_request, SignedHeaders=host, Signature=simulated",
        "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
      },
      "method": "POST",
    }
  `)
})

test('an empty list is left out', () => {
  expect(queryPairs({ Capabilities: [], StackName: 'a' })).toEqual([['StackName', 'a']])
})

propertyTest.prop([fc.dictionary(fc.stringMatching(/^[A-Z]\w*$/), fc.oneof(fc.string(), fc.array(fc.string())))])(
  'every value arrives as it was, form encoding included',
  (parameters) => {
    const { body } = awsRequest({ ...signedIn, service: 'iam', action: 'GetRole', parameters }, new Date(0))
    const pairs = new URLSearchParams(body)
    for (const [name, value] of Object.entries(parameters)) {
      if (name === 'Action' || name === 'Version') continue
      if (typeof value === 'string') expect(pairs.get(name)).toBe(value)
      else expect(value.map((_, index) => pairs.get(`${name}.member.${index + 1}`))).toEqual(value)
    }
  },
)
