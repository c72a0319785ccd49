import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connections, seed } from '#core/connection/arbitraries.test-data.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { observedRole, roleMutations } from '#core/pasted/role-mutations.test-data.ts'
import { policyText } from '#core/policy/document.ts'
import { knowledge } from '#core/rules/permissions/permissions-case.test-data.ts'
import { consultation, pastedPermissions } from './diagnosis-session.ts'

const plans = connections.map(({ terms, vendor }) => rolePlan(terms, vendor))

test('reports one finding, once, for a role with one fault', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const saidTwice = roleMutations.flatMap(({ name, breaks }) => {
        const role = breaks(observedRole(plan), plan)
        const seen = role === null ? null : consultation(JSON.stringify({ Role: role }), plan)
        return seen === null || seen.findings.length === 0 ? [] : [[name, ...seen.findings.map(({ rule }) => rule)]]
      })
      expect(saidTwice).toEqual([])
    }),
    { seed, numRuns: 2 },
  )
})

test('shows no difference and no finding for the planned role', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      expect(consultation(policyText(plan.trustPolicy), plan)).toMatchObject({
        examination: { kind: 'as-planned' },
        further: [],
        comparisons: [],
        findings: [],
      })
    }),
    { seed, numRuns: 10 },
  )
})

test('locates a missing comma and still diagnoses the policy', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const broken = policyText(plan.trustPolicy).replace(',', '')
      const seen = consultation(broken, plan)
      expect(seen?.examination).toMatchObject({ kind: 'unreadable', seems: 'json-broken', at: { line: 2, column: 25 } })
      expect(seen?.examination.detail).toBe('A comma is missing after this.')
      expect(seen?.findings).toEqual([])
      expect(seen?.repaired?.kind).toBe('as-planned')
    }),
    { seed, numRuns: 10 },
  )
})

test('names curly quotes and comments, and compares the repaired policy with the correct one', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const text = policyText(plan.trustPolicy).replaceAll('sts:AssumeRole', 'sts:TagSession')
      const curly = consultation(text.replace(/"([^"]*)"/g, '\u201c$1\u201d'), plan)
      expect(curly?.examination.detail).toContain('curly quotes')
      const commented = consultation(text.replace('"Effect"', '// the vendor\n"Effect"'), plan)
      expect(commented?.examination.detail).toContain('no comments')
      for (const seen of [curly, commented]) {
        expect(seen?.repaired).toMatchObject({ kind: 'differs', part: 'trust-policy' })
        expect(seen?.comparisons).toEqual([{ part: 'trust-policy', current: text, corrected: policyText(plan.trustPolicy) }])
      }
    }),
    { seed, numRuns: 5 },
  )
})

test('reports nothing for empty input, and never throws', () => {
  const pieces = ['{', '}', '"Statement"', ':', '[', ']', ',', ' ', '\n', 'An error occurred (', '"Role"', 'CREATE_FAILED\t', '%7B']
  fc.assert(
    fc.property(plans, fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (plan, parts) => {
      const text = parts.join('')
      expect(consultation(text, plan) === null).toBe(text.trim() === '')
    }),
    { seed, numRuns: 150 },
  )
})

test('uses the IAM action data for a pasted permissions policy', () => {
  const plan = fc.sample(plans, { seed, numRuns: 1 })[0]
  if (plan === undefined) throw new Error('There is no plan')
  const text = policyText({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: 'sqs:SendMesage', Resource: `arn:${plan.partition}:sqs:${plan.region}:${plan.accountId}:jobs` },
  })
  expect(pastedPermissions(text, plan)).toBe(text)
  expect(pastedPermissions(policyText(plan.trustPolicy), plan)).toBeNull()
  const rules = (seen: ReturnType<typeof consultation>) => seen?.findings.map(({ rule }) => rule)
  expect(rules(consultation(text, plan))).toEqual([])
  expect(rules(consultation(text, plan, { knowledge }))).toEqual(['PP17'])
})
