import { expect, test } from 'vitest'
import { planOf } from '#core/fixtures.test-data.ts'
import { diagnoseFacts } from './diagnose-pasted.ts'
import { readPastedRole } from './read-pasted-role.ts'

const plan = planOf()
const managed = { ...plan, managedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }

const simulated = (EvalActionName: string, EvalDecision: string): string =>
  JSON.stringify({ EvaluationResults: [{ EvalActionName, EvalResourceName: 'arn:aws:s3:::acme-uploads/a.jpg', EvalDecision }] })

const found = (text: string, on = plan) => diagnoseFacts(readPastedRole(text), on)

test.each(['allowed', 'implicitDeny'])(
  'a managed policy may allow an action that the inline policy doesn’t have, which was %s',
  (decision) => {
    const text = simulated('s3:GetObjectTagging', decision)
    expect(found(text)).toMatchObject({ rule: decision === 'allowed' ? 'simulation-further' : 'simulation-not-requested' })
    expect(found(text, managed)).toMatchObject({
      rule: 'simulation-managed-policy',
      part: 'finding',
      sentence: 'The simulation tested s3:GetObjectTagging. We can’t tell whether a requested managed policy allows it.',
      detail:
        'To see what is attached, paste the output of: aws iam list-attached-role-policies --role-name PixelworksAccess --output json',
      others: [],
      fixes: [],
    })
  },
)

test.each(['simulation-denied', 'simulation-allowed'])('the inline policy decides on what it allows: %s', (rule) => {
  const text = simulated('s3:GetObject', rule === 'simulation-denied' ? 'explicitDeny' : 'allowed')
  for (const on of [plan, managed]) expect(found(text, on)).toMatchObject({ rule })
})

test('a Deny in a policy of the role has fixes', () => {
  expect(found(simulated('s3:GetObject', 'explicitDeny'))).toMatchObject({
    part: 'permissions-policy',
    fixes: expect.arrayContaining([expect.objectContaining({ artifact: 'console' })]),
  })
})

test('a scanner’s wildcard isn’t said to be unrequested where a managed policy may have it', () => {
  const text =
    "Result #1 HIGH IAM policy document uses sensitive action 's3:GetObject' on wildcarded resource '*' \n          ID aws-iam-no-policy-wildcards"
  expect(found(text)).toMatchObject({ rule: 'scan-wildcard', sentence: expect.stringContaining('wasn’t requested') })
  expect(found(text, managed)).toMatchObject({
    rule: 'scan-wildcard',
    sentence: 'The finding is about s3:GetObject on *. We can’t tell whether a requested managed policy has it.',
    detail: expect.stringContaining('list-attached-role-policies'),
  })
})
