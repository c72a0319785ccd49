import { expect, test } from 'vitest'
import { rolePlan } from '#core/connection/role-plan.ts'
import { termsOf, vendor } from '#core/fixtures.test-data.ts'
import { processorMs } from '#core/processor-time.test-data.ts'
import { diagnosePasted } from './diagnose-pasted.ts'

const plan = rolePlan(termsOf(), vendor)
const denied =
  'User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-1 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess'
const command = 'Use-STSRole -RoleArn arn:aws:iam::444455556666:role/PixelworksAccess -RoleSessionName test'

const xml = (code: string, message: string): string =>
  `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>5b1f</RequestId></ErrorResponse>`

const normalView = (cmdlet: string, message: string, exception: string): string => `${cmdlet} : ${message}
At line:1 char:1
+ ${cmdlet}
+ ~~~~~~~~~~~
    + CategoryInfo          : InvalidOperation: (Amazon.PowerShe...Cmdlet:Cmdlet) [${cmdlet}], InvalidOperationException
    + FullyQualifiedErrorId : ${exception},Amazon.PowerShell.Cmdlets.X.XCmdlet`

const conciseView = `PS> ${command}
Use-STSRole:
Line |
   1 |  ${command}
     |  ~~~~~~~~~~~~~~~~~~~~~~~
     | User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-1 is not authorized to
     | perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess
`

const signature = 'The request signature we calculated does not match the signature you provided.'

test.each([
  ['XML on one line', xml('AccessDenied', denied), { code: 'AccessDenied', operation: null, message: denied }, 'refused-without-reason'],
  [
    'XML with entities',
    xml('MalformedPolicyDocument', 'Invalid principal in policy: &quot;AWS&quot;:&#34;arn:aws:iam::111122223333:role/A&#x22;'),
    { code: 'MalformedPolicyDocument', operation: null, message: 'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:role/A"' },
    'creation-invalid-principal',
  ],
  [
    'the body of a request and XML whose words no rule knows',
    `> POST / HTTP/1.1\n\nAction=AssumeRole&Version=2011-06-15&RoleArn=x\n< HTTP/1.1 403\n${xml('SignatureDoesNotMatch', signature)}`,
    { code: 'SignatureDoesNotMatch', operation: 'AssumeRole', message: signature, circumstances: ['no-external-id'] },
    'application-credentials',
  ],
  [
    'XML with another error',
    '<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message></Error>',
    { code: 'NoSuchBucket', operation: null, message: 'The specified bucket does not exist' },
    'not-enough',
  ],
  [
    'the concise view of PowerShell',
    conciseView,
    { code: 'AccessDenied', operation: null, message: denied, circumstances: ['no-external-id'] },
    'refused-without-reason',
  ],
  [
    'the normal view of PowerShell, with words that no rule knows',
    normalView('Use-STSRole', signature, 'Amazon.SecurityToken.Model.SignatureDoesNotMatchException'),
    { code: 'SignatureDoesNotMatch', operation: 'AssumeRole', message: signature },
    'application-credentials',
  ],
  [
    'a cmdlet of PowerShell that wraps its message',
    normalView('New-IAMRole', 'The words of an\nerror.', 'Amazon.IdentityManagement.Model.ConcurrentModificationException'),
    { code: 'ConcurrentModification', operation: 'CreateRole', message: 'The words of an error.' },
    'call-rejected',
  ],
  [
    'PowerShell without credentials',
    'Get-STSCallerIdentity : No credentials specified or obtained from persisted/shell defaults.\nAt line:1 char:1',
    { code: 'NoCredentials', operation: null, message: 'No credentials specified or obtained from persisted/shell defaults.' },
    'terminal-credentials',
  ],
  [
    'PowerShell without a Region',
    'Use-STSRole : No region specified or obtained from persisted/shell defaults.\nAt line:1 char:1',
    { code: 'NoRegion', operation: null, message: 'No region specified or obtained from persisted/shell defaults.' },
    'terminal-no-region',
  ],
])('reads %s', (_, text, fact, diagnosis) => {
  const answer = diagnosePasted(text, plan)
  expect(answer.recognized.filter(({ kind }) => kind !== 'description')).toEqual([{ kind: 'error-text', ...fact }])
  expect(answer.diagnosis).toBe(diagnosis)
})

test.each(['<html><Error>Not found</Error></html>', '<Error><Message>Words</Message></Error>', 'Use-STSRole:\nLine |\n'])(
  'finds no error of AWS in %j',
  (text) => {
    expect(diagnosePasted(text, plan).recognized).toMatchObject([{ kind: 'unrecognized' }])
  },
)

test.each([
  ['XML that never ends', '<Error><Code>A</Code><Message>'],
  ['lines of a cmdlet', 'Use-STSRole : words\n'],
  ['a frame without text', 'Use-STSRole:\nLine |\n   |\n'],
  ['blank lines', '\n \t'],
])('reads a long paste of %s in time', (_, part) => {
  const text = part.repeat(Math.ceil(100_000 / part.length))
  expect(processorMs(() => diagnosePasted(text, plan))).toBeLessThan(5000)
})
