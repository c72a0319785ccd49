import { expect, onTestFinished, test } from 'vitest'
import { decisionTable } from '#core/verify/diagnose.ts'
import { VerdictKind } from '#core/verify/probe-result.ts'
import { Diagnosis } from '#core/verify/verdict.ts'
import { scenarios } from '#i18n/de/scenarios.ts'
import { speak } from '#i18n/language.ts'
import { demoScenario, demoScenarios } from './demo-scenarios.ts'
import { scenarioWords } from './scenario-words.ts'

/** They take a second tenant, another config or a busy server, and a demo has none of these. */
const notShown: readonly Diagnosis[] = ['check-delayed', 'update-required', 'other-external-id-accepted']

test('every other diagnosis and every verdict can be picked', () => {
  const shown = new Set([...demoScenarios.map(({ expects }) => expects), ...notShown])
  expect(Diagnosis.options.filter((diagnosis) => !shown.has(diagnosis))).toEqual([])
  const kinds = new Set(decisionTable.filter(({ code }) => shown.has(code)).map(({ kind }) => kind))
  expect(VerdictKind.options.filter((kind) => !kinds.has(kind))).toEqual([])
})

test.each(['en', 'de'] as const)('each has an id and a title of its own, and something for the presenter to say, in %s', async (code) => {
  await speak({ code, locale: code })
  onTestFinished(() => speak({ code: 'en', locale: 'en' }))
  const titles = demoScenarios.map(({ id }) => scenarioWords.scenarios[id].title)
  expect(new Set(demoScenarios.map(({ id }) => id)).size).toBe(demoScenarios.length)
  expect(new Set(titles).size).toBe(demoScenarios.length)
  for (const { id } of demoScenarios) expect(scenarioWords.scenarios[id].story.length).toBeGreaterThan(20)
})

test('every story is told in German, and none is of a scenario that there is not', () => {
  const ids = demoScenarios.map(({ id }) => id).sort()
  expect(Object.keys(scenarioWords.scenarios).sort()).toEqual(ids)
  expect(Object.keys(scenarios.scenarios).sort()).toEqual(ids)
  for (const id of ids) expect(scenarios.scenarios[id].story, id).not.toBe(scenarioWords.scenarios[id].story)
})

test('one is found by its id or by its account, and whatever is not known is the main path', () => {
  expect(demoScenario('no-condition').id).toBe('no-condition')
  expect(demoScenario('400000000010').id).toBe('no-condition')
  for (const id of ['444455556666', 'else', null]) expect(demoScenario(id).id).toBe('success')
})
