import { expect, test } from 'vitest'
import { planOf } from '#core/fixtures.test-data.ts'
import { causeWords } from './cause-words.ts'
import { explanationFacts, type PasteCode } from './explanation.ts'
import { explanation, verdictWords } from './explanations.ts'
import { pasteText } from './paste-text.ts'
import { Cause, Diagnosis, VerdictKind } from './verdict.ts'

const plan = planOf()
const facts = explanationFacts(plan)

const isSentence = (text: string) => /^[A-Z(].*[.!]$/s.test(text) && !/undefined|null\b|\bOops\b|\[object/.test(text)

test.each(Diagnosis.options)('%s says what happened, why, and what to do', (diagnosis) => {
  const { title, happened, why, todo } = explanation(diagnosis, facts)
  expect(title).toMatch(/^[A-Z].*[^.]$/)
  expect([happened, why, ...todo].filter((text) => !isSentence(text))).toEqual([])
  expect(todo.length).toBeGreaterThan(0)
  expect([title, happened, why, ...todo].join(' ')).not.toMatch(/AccessDenied|try again/i)
})

test('the customer is asked to act only where the customer can', () => {
  for (const diagnosis of Diagnosis.options) {
    const { actor, paste } = explanation(diagnosis, facts)
    if (actor !== 'customer') expect(paste).toEqual([])
  }
})

test('a bare refusal is explained with everything that AWS does not reveal', () => {
  expect(explanation('not-assumable', facts)).toMatchInlineSnapshot(`
    {
      "actor": "customer",
      "happened": "AWS refuses to let Pixelworks assume arn:aws:iam::444455556666:role/PixelworksAccess, and has done so for longer than a new role needs.",
      "paste": [
        "trust-policy",
        "trust-policy-command",
      ],
      "title": "The role does not answer",
      "todo": [
        "In CloudFormation, check that the stack has the status CREATE_COMPLETE. If it was rolled back, its events name the reason. If the reason is a role that exists already, don’t delete that role: another team may use it.",
        "Check that the account at the top right of the console is 4444 5555 6666.",
        "In IAM, Roles, check that PixelworksAccess exists, with exactly these upper and lower case letters.",
        "In account 4444 5555 6666, open IAM, Roles, PixelworksAccess, tab "Trust relationships", and compare it with the trust policy below, character by character.",
        "If all of this agrees, ask the administrator of your AWS organization whether a resource control policy stops accounts outside the organization from assuming roles.",
        "Leave this page open. The role is looked at again by itself.",
      ],
      "why": "AWS gives one and the same answer when the role does not exist, when it stands in another account or under another name, when it trusts another principal, when it expects another external ID, and when a policy of your organization forbids the call. Nobody outside your account can tell these apart. AWS does not write refused calls of other accounts to your CloudTrail, so there is nothing to find there.",
    }
  `)
})

test.each(Cause.options)('%s has a title and a way to check it', (cause) => {
  const { title, check } = causeWords[cause]
  expect(title).toMatch(/^[A-Z].*[^.]$/)
  expect(check(facts)).toSatisfy((text: string) => text.endsWith('.') && !text.includes('undefined'))
})

test.each(VerdictKind.options)('%s is one sentence', (kind) => {
  expect(verdictWords[kind]).toSatisfy(isSentence)
})

const codes: readonly PasteCode[] = ['trust-policy', 'trust-policy-command', 'permissions-policy', 'permissions-policy-command']

test('the texts to paste carry the policies of the plan', () => {
  const texts = codes.map((code) => pasteText(code, plan).text)
  const policyIn = (text: string | undefined) => JSON.parse(/'(\{.*\})'\n$/.exec(text ?? '')?.[1] ?? text ?? '')
  expect(texts.map(policyIn)).toEqual([plan.trustPolicy, plan.trustPolicy, plan.permissionsPolicy, plan.permissionsPolicy])
})

test('the command to paste is one line', () => {
  expect(pasteText('trust-policy-command', plan).text).toMatchInlineSnapshot(`
    "aws iam update-assume-role-policy --role-name 'PixelworksAccess' --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"k7Qm2vK9dRt4XwB8nZc5Hs2P"},"ArnEquals":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/PixelworksApplication"}}}]}'
    "
  `)
})
