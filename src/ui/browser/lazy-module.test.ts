import { expect, test } from 'vitest'
import { lazyModule } from './lazy-module.ts'

test('fetches a module once for any number of requests', async () => {
  let fetches = 0
  const answers = lazyModule(() => Promise.resolve(++fetches))
  await Promise.all([answers.request(), answers.request()])
  expect(await answers.request()).toEqual({ kind: 'ready', module: 1 })
})

test('reports a failed fetch as a state, and fetches again on request', async () => {
  const outcomes = [() => Promise.reject(new Error('404')), () => Promise.resolve('here')]
  const flaky = lazyModule(() => outcomes.shift()?.() ?? Promise.reject(new Error('exhausted')))
  expect(await flaky.request()).toEqual({ kind: 'failed' })
  expect(await flaky.request()).toEqual({ kind: 'ready', module: 'here' })
})
