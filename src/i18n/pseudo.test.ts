import { expect, test } from 'vitest'
import { artifactDialects } from '#core/artifacts/artifacts.ts'
import { rolloutDialects } from '#core/artifacts/rollout/rollout-artifacts.ts'
import { refusalMessages } from '#core/connection/refusals.ts'
import { planOf } from '#core/fixtures.test-data.ts'
import { diagnoseFacts } from '#core/pasted/diagnose-pasted.ts'
import { answers } from '#core/pasted/pasted-answers.test-data.ts'
import { readPastedRole } from '#core/pasted/read-pasted-role.ts'
import { lintTrustPolicy } from '#core/rules/lint.ts'
import { trustContext } from '#core/rules/rule-case.test-data.ts'
import { conditionCases, documentCases } from '#core/rules/trust/document-cases.test-data.ts'
import { externalIdCases } from '#core/rules/trust/external-id-cases.test-data.ts'
import { principalCases } from '#core/rules/trust/principal-cases.test-data.ts'
import { explanationFacts } from '#core/verify/explanation.ts'
import { Cause, causeMessages, Diagnosis, explanation } from '#core/verify/verdict.ts'
import './pseudo.ts'

const pseudo = 'en-XA'
const plan = planOf()
const facts = explanationFacts(plan)

/** A text can hold others, so the innermost go first. */
function outsideOf(text: string): string {
  const rest = text.replace(/⟦[^⟦⟧]*⟧/g, '')
  return rest === text ? rest : outsideOf(rest)
}

const hasEnglish = (text: string): boolean => /\p{L}{2,} \p{L}{2,}/u.test(outsideOf(text))

test.each(Diagnosis.options)('%s is explained without English left', (diagnosis) => {
  const { title, happened, why, todo } = explanation(diagnosis, facts, pseudo)
  expect([title, happened, why, ...todo].filter((text) => !text.startsWith('⟦') || hasEnglish(text))).toEqual([])
})

test('causes and refusals have no English left', () => {
  const causes = Cause.options.flatMap((cause) => [causeMessages.in(pseudo)[cause].title, causeMessages.in(pseudo)[cause].check(facts)])
  expect([...causes, ...Object.values(refusalMessages.in(pseudo).codes)].filter((text) => !text.startsWith('⟦'))).toEqual([])
})

test.each([...Object.values(artifactDialects), ...Object.values(rolloutDialects)])('$id is offered without English left', ({ texts }) => {
  const { title, purpose, needs } = texts(pseudo)
  expect([title, purpose, ...needs].filter((text) => !text.startsWith('⟦') || hasEnglish(text))).toEqual([])
})

test('findings of the linter have no English left', () => {
  const cases = Object.values({ ...principalCases, ...externalIdCases, ...conditionCases, ...documentCases })
  const findings = cases
    .flatMap(({ bad }) => bad.slice(0, 1))
    .flatMap(({ text, context }) => lintTrustPolicy(text, { ...trustContext, ...context }, pseudo))
  expect(findings.length).toBeGreaterThan(30)
  expect([...new Set(findings.map(({ message }) => message))].filter((message) => !message.startsWith('⟦') || hasEnglish(message))).toEqual(
    [],
  )
})

test('diagnoses of pasted roles have no English left', () => {
  const diagnoses = answers.map(([, text]) => diagnoseFacts(readPastedRole(text), plan, pseudo))
  const sentences = diagnoses.flatMap((diagnosis) => ('sentence' in diagnosis ? [diagnosis.sentence, diagnosis.detail] : []))
  expect(sentences.length).toBeGreaterThan(20)
  expect(sentences.filter((text) => !text.startsWith('⟦') || hasEnglish(text))).toEqual([])
})
