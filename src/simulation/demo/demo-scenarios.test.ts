import { expect, test } from 'vitest'
import { decisionTable } from '#core/verify/diagnose.ts'
import { VerdictKind } from '#core/verify/probe-result.ts'
import { Diagnosis } from '#core/verify/verdict.ts'
import { demoScenario, demoScenarios } from './demo-scenarios.ts'
import { scenarioMessages } from './scenario-messages.ts'

/** They take a second tenant, another config or a busy server, and a demo has none of these. */
const notShown: readonly Diagnosis[] = ['check-delayed', 'update-required', 'other-external-id-accepted']

test('the presenter can choose every verdict and all but three diagnoses', () => {
  const shown = new Set([...demoScenarios.map(({ expects }) => expects), ...notShown])
  expect(Diagnosis.options.filter((diagnosis) => !shown.has(diagnosis))).toEqual([])
  const kinds = new Set(decisionTable.filter(({ code }) => shown.has(code)).map(({ kind }) => kind))
  expect(VerdictKind.options.filter((kind) => !kinds.has(kind))).toEqual([])
})

test('each scenario has a unique ID, a unique title, and a story', () => {
  const { scenarios } = scenarioMessages.in('en')
  const ids = demoScenarios.map(({ id }) => id)
  expect(Object.keys(scenarios).sort()).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(ids.map((id) => scenarios[id].title)).size).toBe(ids.length)
  for (const id of ids) expect(scenarios[id].story.length).toBeGreaterThan(20)
})

test('finds a scenario by ID or account, and falls back to the main path', () => {
  expect(demoScenario('no-condition').id).toBe('no-condition')
  expect(demoScenario('400000000010').id).toBe('no-condition')
  for (const id of ['444455556666', 'else', null]) expect(demoScenario(id).id).toBe('success')
})
