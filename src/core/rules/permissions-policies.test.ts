import { expect, test } from 'vitest'
import { lintPermissionsPolicies } from './permissions-policies.ts'

const policy = (Effect: string, Action: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect, Action, Resource: '*' }] })

const rulesOf = (texts: readonly string[]): string[][] => lintPermissionsPolicies(texts).map((findings) => findings.map(({ rule }) => rule))

test('what two policies give together is found in both', () => {
  expect(rulesOf([policy('Allow', 'iam:PassRole'), policy('Allow', 'ec2:RunInstances')])).toEqual([['PP06', 'PP08'], ['PP08']])
})

test('a Deny in one policy holds for the others', () => {
  expect(rulesOf([policy('Allow', 'iam:PassRole'), policy('Allow', 'ec2:RunInstances'), policy('Deny', 'iam:*')])).toEqual([[], [], []])
})

test('a policy that is no JSON does not hide the others', () => {
  expect(rulesOf(['{', policy('Allow', 'iam:PassRole')])[1]).toEqual(['PP06'])
})
