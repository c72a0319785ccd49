import { expect, test } from 'vitest'
import { planOf } from '#core/fixtures.test-data.ts'
import { diagnoseFacts, diagnosePasted } from './diagnose-pasted.ts'
import { readPastedRole } from './read-pasted-role.ts'

const plan = planOf()
const application = 'arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0abc'
const rcp = ' with an explicit deny in a resource control policy'
const silent = ' because no resource-based policy allows the sts:AssumeRole action'

const call = (caller: string, roleArn: string, reason: string): string =>
  `An error occurred (AccessDenied) when calling the AssumeRole operation: User: ${caller} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}${reason}`

const detailOf = (text: string): string => diagnoseFacts(readPastedRole(text), plan).detail

test('an RCP that denies the vendor is named without the condition that AWS doesn’t name', () => {
  const text = call(application, plan.roleArn, rcp)
  expect(diagnosePasted(text, plan)).toMatchObject({
    diagnosis: 'resource-control-policy',
    sentence: 'A resource control policy (RCP) in your AWS organization denied this call. AWS doesn’t say which condition of it.',
    others: [],
  })
  expect(detailOf(text)).toContain('Usually, account 111122223333 must be excluded')
})

test('a call that the vendor didn’t make is told as such before the RCP that denies it', () => {
  expect(diagnosePasted(call('arn:aws:iam::444455556666:user/alice', plan.roleArn, rcp), plan)).toMatchObject({
    diagnosis: 'caller-is-not-vendor',
    others: ['resource-control-policy'],
  })
})

test.each([rcp, silent, ' with an explicit deny in a role trust policy'])(
  'the call of another vendor is told as such alone%s',
  (reason) => {
    const text = call('arn:aws:sts::999988887777:assumed-role/OtherVendor/x', 'arn:aws:iam::444455556666:role/OtherVendorRole', reason)
    expect(diagnosePasted(text, plan)).toMatchObject({ diagnosis: 'call-of-others', others: [] })
    expect(detailOf(text)).toContain(`This isn’t the role of this connection, ${plan.roleArn}.`)
  },
)

test('an RCP that denies a role in another account isn’t said to be of the customer’s organization', () => {
  const text = call(application, 'arn:aws:iam::777788889999:role/PixelworksAccess', rcp)
  expect(diagnosePasted(text, plan)).toMatchObject({ diagnosis: 'called-other-role', others: [] })
})

test('what S3 denies without a reason is told with everything that can block it', () => {
  const detail = detailOf('An error occurred (403) when calling the HeadObject operation: Forbidden')
  for (const cause of ['permissions policy or boundary', 'session policy', 'VPC endpoint', 'KMS key', 'can block', 'doesn’t exist'])
    expect(detail).toContain(cause)
})
