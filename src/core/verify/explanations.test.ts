import { expect, test } from 'vitest'
import { planOf, verdictOf } from '#core/fixtures.test-data.ts'
import { explanationFacts, type PasteCode, pasteText, verdictKindMessages } from './explanation.ts'
import { VerdictKind } from './probe-result.ts'
import { Cause, causeMessages, Diagnosis, explanation, shownCauses, Verdict } from './verdict.ts'

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
      "happened": "AWS keeps denying access to arn:aws:iam::444455556666:role/PixelworksAccess.",
      "paste": [
        "trust-policy",
        "trust-policy-command",
      ],
      "title": "We can’t assume the role",
      "todo": [
        "Check that the stack shows CREATE_COMPLETE. If it rolled back, open Events for the reason. If the reason is a role that already exists, don’t delete that role: another team may use it.",
        "Check that you’re in account 4444 5555 6666.",
        "Check that the role is named exactly PixelworksAccess (case-sensitive).",
        "In account 4444 5555 6666, open IAM, Roles, PixelworksAccess, Trust relationships, and replace its trust policy with the corrected one.",
        "Still denied? Ask your AWS Organizations admin whether a resource control policy (RCP) blocks outside accounts.",
        "Keep this page open. We’ll re-check automatically.",
      ],
      "why": "AWS returns the same error whether the role is missing, has a different name, or has a different trust policy, so check each. CloudTrail doesn’t log these denials.",
    }
  `)
})

test.each(Cause.options)('%s has a title and a way to check it', (cause) => {
  const { title, check } = causeMessages.in('en')[cause]
  expect(title).toMatch(/^[A-Z].*[^.]$/)
  expect(check(facts)).toSatisfy((text: string) => text.endsWith('.') && !text.includes('undefined'))
})

const unsafe = verdictOf({
  kind: 'unsafe',
  diagnosis: 'extra-trust',
  causes: ['several-external-ids', 'principal-condition-missing'],
  inspection: {
    ...{ outcome: 'read', extraPrincipals: [], hasOtherExternalIds: true, trustsOtherRoles: true, namesOtherRoles: true, added: [] },
    ...{ removed: [], denied: [], attachedPolicies: [], decisions: [], requestIds: [], at: '2026-01-02T03:04:05.000Z' },
  },
})

test('a condition that names another role is shown as that, under a code that every version can read', () => {
  expect(Verdict.parse(unsafe).causes).toEqual(unsafe.causes)
  expect(shownCauses(unsafe)).toEqual(['several-external-ids', 'principal-condition-names-another'])
  expect(shownCauses({ ...unsafe, inspection: undefined })).toEqual(unsafe.causes)
  const { title, check } = causeMessages.in('en')['principal-condition-names-another']
  expect(title).toBe('The condition on aws:PrincipalArn names another role')
  expect(check(facts)).toContain('keep only the roles')
  const trustedUser = 'arn:aws:iam::111122223333:user/pixelworks'
  expect(check({ ...facts, trustedUser })).toContain(`trust only the IAM user ${trustedUser}.`)
})

test('a verdict with a cause of a later version is read without it', () => {
  expect(Verdict.parse({ ...unsafe, causes: ['cause-of-tomorrow', 'several-external-ids'] }).causes).toEqual(['several-external-ids'])
  expect(Verdict.safeParse({ ...unsafe, causes: [7] }).success).toBe(false)
})

test.each(VerdictKind.options)('%s is one sentence', (kind) => {
  expect(verdictKindMessages.in('en')[kind]).toSatisfy(isSentence)
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
