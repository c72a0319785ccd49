import { expect, test } from 'vitest'
import { demoClock } from './demo-clock.ts'

test('the clock stops at the pace step, never goes back with another pace, and restarts with the demo', () => {
  let real = 1000
  const clock = demoClock(() => real, 'realistic', 1000)
  real = 2000
  expect(clock.now()).toBe(2000)
  clock.setPace('step')
  real = 9000
  expect(clock.now()).toBe(2000)
  clock.pass(500)
  expect(clock.now()).toBe(2500)
  clock.setPace('instant')
  expect(clock.now()).toBe(2500)
  real = 9100
  expect(clock.now()).toBe(2600)
  clock.restart()
  expect(clock.now()).toBe(1000)
  real = 9300
  expect(clock.now()).toBe(1200)
})
