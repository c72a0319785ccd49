import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { awsAnswer, type XmlElement, XmlText, xmlList } from './aws-answer.ts'

const OrderedNode = z.record(z.string(), z.unknown())

/** What `DOMParser` gives in a browser, as far as it is read. */
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

test('lists, texts, empty elements and blanks between elements are read', () => {
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

test('an action without a result is an answer', () => {
  const xml = '<PutRolePolicyResponse><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></PutRolePolicyResponse>'
  expect(awsAnswer(root(xml), 'PutRolePolicy', z.unknown())).toEqual({ kind: 'answer', result: '' })
})

test("an error keeps AWS's code and words", () => {
  const xml =
    '<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>Stack with id a does not exist</Message></Error></ErrorResponse>'
  expect(awsAnswer(root(xml), 'DescribeStacks', Result)).toEqual({
    kind: 'error',
    code: 'ValidationError',
    message: 'Stack with id a does not exist',
  })
})

test('a page that is not of AWS, and an answer of another shape, are no answer', () => {
  expect(awsAnswer(root('<html><body>Bad gateway</body></html>'), 'DescribeStacks', Result).kind).toBe('unreachable')
  const xml = '<DescribeStacksResponse><DescribeStacksResult><Stacks>?</Stacks></DescribeStacksResult></DescribeStacksResponse>'
  expect(awsAnswer(root(xml), 'DescribeStacks', Result).kind).toBe('unreachable')
})
