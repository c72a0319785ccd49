import { expect, test } from 'vitest'
import { VerdictKind } from '#core/verify/probe-result.ts'
import { Diagnosis, decisionTable } from '#core/verify/verdict.ts'
import { demoScenario, demoScenarios } from './demo-scenarios.ts'

/** Scenarios pass through the first; the others take a second tenant, another config or a busy server, and a demo has none of these. */
const notShown: readonly Diagnosis[] = [
  'propagating',
  'check-delayed',
  'update-required',
  'other-external-id-accepted',
  'extra-trust',
  'trust-unread',
  'application-role-missing',
  'permissions-drifted',
]

test('the presenter can choose every verdict and all but seven diagnoses', () => {
  const shown = new Set([...demoScenarios.map(({ expects }) => expects), ...notShown])
  expect(Diagnosis.options.filter((diagnosis) => !shown.has(diagnosis))).toEqual([])
  const kinds = new Set(decisionTable.filter(({ code }) => shown.has(code)).map(({ kind }) => kind))
  expect(VerdictKind.options.filter((kind) => !kinds.has(kind))).toEqual([])
})

test('each scenario has a unique ID, a unique title, and a story', () => {
  const texts = demoScenarios.map(({ messages }) => messages.in('en'))
  expect(new Set(demoScenarios.map(({ id }) => id)).size).toBe(demoScenarios.length)
  expect(new Set(texts.map(({ title }) => title)).size).toBe(demoScenarios.length)
  for (const { story } of texts) expect(story.length).toBeGreaterThan(20)
})

test('finds a scenario by ID or account, and falls back to the main path', () => {
  expect(demoScenario('no-condition').id).toBe('no-condition')
  expect(demoScenario('400000000010').id).toBe('no-condition')
  for (const id of ['444455556666', 'else', null]) expect(demoScenario(id).id).toBe('success')
})
