import { expect, test } from 'vitest'
import { demoClock } from './demo-clock.ts'

test('in steps time stands still, and no pace ever turns it back', () => {
  let real = 1000
  const clock = demoClock(() => real, 'realistic')
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
})
