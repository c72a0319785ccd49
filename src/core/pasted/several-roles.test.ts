import { expect, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import { planOf, vendor } from '#core/fixtures.test-data.ts'
import { diagnoseFacts, diagnosePasted } from './diagnose-pasted.ts'
import { readPastedRole } from './read-pasted-role.ts'

const account = 'arn:aws:iam::111122223333:role'
const [application, old, verifier] = [`${account}/PixelworksApplication`, `${account}/service/OldApplication`, `${account}/Verifier`]
const several = Vendor.parse({
  ...vendor,
  additionalApplicationRoles: [{ name: 'OldApplication', path: '/service/' }],
  verifierRole: { name: 'Verifier' },
})
const plan = planOf({}, several)

const trusting = (roles: unknown, Principal: unknown = { AWS: 'arn:aws:iam::111122223333:root' }): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal,
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': plan.externalId }, ArnEquals: { 'aws:PrincipalArn': roles } },
      },
    ],
  })

const kindOf = (text: string) => diagnoseFacts(readPastedRole(text), plan).kind
const sentencesOf = (text: string) => {
  const { sentence, others } = diagnosePasted(text, plan)
  return [sentence, ...others].join(' ')
}

test('a role that trusts all of them is as planned, in any order', () => {
  expect(kindOf(trusting([application, old, verifier]))).toBe('as-planned')
  expect(kindOf(trusting([verifier, old, application]))).toBe('as-planned')
})

test('a role that trusts the verifier and not the application is told so', () => {
  expect(kindOf(trusting(verifier))).toBe('differs')
  expect(sentencesOf(trusting(verifier))).toContain(
    `The application has several roles, and the trust policy doesn’t allow ${application} and ${old}.`,
  )
})

test('a role from before another one was added is told what it lacks', () => {
  expect(sentencesOf(trusting([application, old]))).toContain(`doesn’t allow ${verifier}.`)
  expect(diagnosePasted(trusting([application, old]), plan).fix).toContain(verifier)
})

test.each([
  [
    'another role',
    [application, old, verifier, `${account}/Stranger`],
    `names ${account}/Stranger. The application’s roles are ${application}, ${old}, and ${verifier}.`,
  ],
  ['other capitals', [application, old, `${account}/VERIFIER`], `which differs from ${verifier} only in capitalization`],
  ['no path', [application, `${account}/OldApplication`, verifier], `which has a different path than ${old}`],
])('a condition with %s is told, with the role that is meant', (_, roles, sentence) => {
  expect(kindOf(trusting(roles))).toBe('differs')
  expect(sentencesOf(trusting(roles))).toContain(sentence)
})

test('one of the roles as the principal leaves the others out', () => {
  expect(kindOf(trusting([application, old, verifier], { AWS: application }))).toBe('differs')
  expect(sentencesOf(trusting([application, old, verifier], { AWS: application }))).toContain(`doesn’t allow ${old} and ${verifier}.`)
})

test('a message that names any of them is about this connection', () => {
  const message = (arn: string) =>
    `User: ${arn} is not authorized to perform: sts:AssumeRole on resource: ${plan.roleArn}. External ID: ${plan.externalId}`
  expect(sentencesOf(message(verifier))).not.toContain('which this connection doesn’t trust')
  expect(sentencesOf(message(application))).not.toContain('which this connection doesn’t trust')
})
