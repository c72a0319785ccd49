import { expect, test } from 'vitest'
import { planOf } from '#core/fixtures.test-data.ts'
import { managedPolicyRisk } from '#core/policy/managed-policy-words.ts'
import { explanationFacts } from '#core/verify/explanation.ts'
import { explanation } from '#core/verify/verdict.ts'
import './de/diagnoses.ts'
import './de/plain.ts'

const audit = 'arn:aws:iam::aws:policy/SecurityAudit'

test('the German text of a policy names the secrets that settings include', () => {
  expect(managedPolicyRisk(audit, 'de')).toMatch(/Einstellungen können Geheimnisse enthalten/)
  expect(managedPolicyRisk('arn:aws:iam::aws:policy/job-function/ViewOnlyAccess', 'de')).toMatch(/können Geheimnisse enthalten/)
})

test.each(['permissions-drifted', 'permissions-incomplete'] as const)('the German text of %s says which policies to attach', (code) => {
  const todo = (managedPolicyArns: readonly string[]) =>
    explanation(code, { ...explanationFacts(planOf()), managedPolicyArns }, 'de').todo.join('\n')
  expect(todo([audit])).toContain(`fügen Sie hinzu, was davon fehlt: ${audit}`)
  expect(todo([])).not.toContain('fügen Sie hinzu')
})
