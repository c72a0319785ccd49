import { expect, test } from 'vitest'
import '#i18n/de/findings.ts'
import { planOf, severalRoles, severalRolesVendor, trustOfRoles } from '#core/fixtures.test-data.ts'
import { diagnoseFacts, diagnosePasted } from './diagnose-pasted.ts'
import { readPastedRole } from './read-pasted-role.ts'

const { account, application, old, verifier } = severalRoles
const plan = planOf({}, severalRolesVendor)

const kindOf = (text: string) => diagnoseFacts(readPastedRole(text), plan).kind
const sentencesOf = (text: string) => {
  const { sentence, others } = diagnosePasted(text, plan)
  return [sentence, ...others].join(' ')
}

test('a role that trusts all of them is as planned, in any order', () => {
  expect(kindOf(trustOfRoles([application, old, verifier]))).toBe('as-planned')
  expect(kindOf(trustOfRoles([verifier, old, application]))).toBe('as-planned')
})

test('one statement for each of the roles is as planned, unless one of them is missing or allows more', () => {
  const each = (roles: readonly string[]) => roles.flatMap((role) => JSON.parse(trustOfRoles(role)).Statement)
  const text = (...statements: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements })
  const all = each([application, old, verifier])
  expect(kindOf(text(...all))).toBe('as-planned')
  expect(kindOf(text(...each([verifier, application, old])))).toBe('as-planned')
  expect(diagnosePasted(text(...each([application, old])), plan).diagnosis).toBe('principal-arn-incomplete')
  expect(diagnosePasted(text(...all, ...each([old])), plan).diagnosis).toBe('statement-further')
  expect(kindOf(text(...each([application, old]), { ...all[2], Condition: { ArnEquals: { 'aws:PrincipalArn': verifier } } }))).toBe(
    'differs',
  )
})

test('several roles are told as a list, in both languages', () => {
  expect(diagnoseFacts(readPastedRole(trustOfRoles([application, old])), plan)).toMatchObject({
    detail: `The condition ArnEquals on aws:PrincipalArn must list ${application}, ${old}, and ${verifier}.`,
  })
  expect(diagnoseFacts(readPastedRole(trustOfRoles([application, old])), plan, 'de')).toMatchObject({
    detail: `Die Bedingung ArnEquals für aws:PrincipalArn muss ${application}, ${old} und ${verifier} aufzählen.`,
  })
})

test('a role that trusts the verifier and not the application is told so', () => {
  expect(kindOf(trustOfRoles(verifier))).toBe('differs')
  expect(sentencesOf(trustOfRoles(verifier))).toContain(
    `The application has several roles, and the trust policy doesn’t allow ${application} and ${old}.`,
  )
})

test('a role from before another one was added is told what it lacks', () => {
  expect(sentencesOf(trustOfRoles([application, old]))).toContain(`doesn’t allow ${verifier}.`)
  expect(diagnosePasted(trustOfRoles([application, old]), plan).fix).toContain(verifier)
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
  expect(kindOf(trustOfRoles(roles))).toBe('differs')
  expect(sentencesOf(trustOfRoles(roles))).toContain(sentence)
})

test('one of the roles as the principal leaves the others out', () => {
  expect(kindOf(trustOfRoles([application, old, verifier], { AWS: application }))).toBe('differs')
  expect(sentencesOf(trustOfRoles([application, old, verifier], { AWS: application }))).toContain(`doesn’t allow ${old} and ${verifier}.`)
})

test('a message that names any of them is about this connection', () => {
  const message = (arn: string) =>
    `User: ${arn} is not authorized to perform: sts:AssumeRole on resource: ${plan.roleArn}. External ID: ${plan.externalId}`
  expect(sentencesOf(message(verifier))).not.toContain('which this connection doesn’t trust')
  expect(sentencesOf(message(application))).not.toContain('which this connection doesn’t trust')
})
