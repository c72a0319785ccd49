import { fc, test as propertyTest } from '@fast-check/vitest'
import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { AccountId } from '#core/aws/account-id.ts'
import { Region } from '#core/aws/region.ts'
import { awsAnswer, awsRequest, queryPairs, readablePolicy, type XmlElement, XmlText, xmlList } from './aws-query.ts'

const OrderedNode = z.record(z.string(), z.unknown())

/** The part of a browser's `DOMParser` result that is read. */
function elements(nodes: unknown): XmlElement[] {
  return z
    .array(OrderedNode)
    .parse(nodes)
    .flatMap((node) => Object.entries(node))
    .filter(([name]) => name !== '#text')
    .map(([localName, inner]) => ({ localName, children: elements(inner), textContent: textOf(inner) }))
}

function textOf(nodes: unknown): string {
  return z
    .array(OrderedNode)
    .parse(nodes)
    .flatMap((node) => Object.entries(node))
    .map(([name, inner]) => (name === '#text' ? String(inner) : textOf(inner)))
    .join('')
}

function root(xml: string): XmlElement {
  const parser = new XMLParser({ preserveOrder: true, parseTagValue: false, trimValues: false })
  const [element] = elements(parser.parse(xml))
  if (element === undefined) throw new Error('no element')
  return element
}

const Result = z.object({ Stacks: xmlList(z.object({ StackName: z.string(), Reason: XmlText, Outputs: xmlList(z.string()) })) })

test('reads lists, text, empty elements, and whitespace between elements', () => {
  const xml = `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
  <DescribeStacksResult>
    <Stacks>
      <member><StackName>0123</StackName><Reason/><Outputs>
      </Outputs></member>
      <member><StackName>b &amp; c</StackName><Outputs><member>x</member></Outputs></member>
    </Stacks>
  </DescribeStacksResult>
  <ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>
</DescribeStacksResponse>`
  expect(awsAnswer(root(xml), 'DescribeStacks', Result)).toEqual({
    kind: 'answer',
    result: {
      Stacks: [
        { StackName: '0123', Reason: '', Outputs: [] },
        { StackName: 'b & c', Reason: '', Outputs: ['x'] },
      ],
    },
  })
})

test('reads an action without a result', () => {
  const xml = '<PutRolePolicyResponse><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></PutRolePolicyResponse>'
  expect(awsAnswer(root(xml), 'PutRolePolicy', z.unknown())).toEqual({ kind: 'answer', result: '' })
})

test('keeps the code and message of an AWS error', () => {
  const xml =
    '<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>Stack with id a does not exist</Message></Error></ErrorResponse>'
  expect(awsAnswer(root(xml), 'DescribeStacks', Result)).toEqual({
    kind: 'error',
    code: 'ValidationError',
    message: 'Stack with id a does not exist',
  })
})

test("rejects a page that isn't from AWS, and a result of another shape", () => {
  expect(awsAnswer(root('<html><body>Bad gateway</body></html>'), 'DescribeStacks', Result).kind).toBe('unreachable')
  const xml = '<DescribeStacksResponse><DescribeStacksResult><Stacks>?</Stacks></DescribeStacksResult></DescribeStacksResponse>'
  expect(awsAnswer(root(xml), 'DescribeStacks', Result).kind).toBe('unreachable')
})

const signedIn = { accountId: AccountId.parse('012345678901'), region: Region.parse('eu-west-1') }

test('a request has the account in its access key and numbers its lists', () => {
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

test('omits an empty list', () => {
  expect(queryPairs({ Capabilities: [], StackName: 'a' })).toEqual([['StackName', 'a']])
})

propertyTest.prop([fc.dictionary(fc.stringMatching(/^[A-Z]\w*$/), fc.oneof(fc.string(), fc.array(fc.string())))])(
  'every value survives form encoding',
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

test('decodes and indents a policy', () => {
  expect(readablePolicy('%7B%22Version%22%3A%222012-10-17%22%7D')).toBe('{\n  "Version": "2012-10-17"\n}')
})

propertyTest.prop([fc.json()])('keeps the content of a policy while indenting it', (text) => {
  expect(JSON.parse(readablePolicy(encodeURIComponent(text)))).toEqual(JSON.parse(text))
})

propertyTest.prop([fc.string({ unit: 'binary' })])("keeps text that isn't a policy", (text) => {
  expect(() => readablePolicy(text)).not.toThrow()
})
