import { expect, test } from 'vitest'
import { limitPer } from './rate-limits.ts'

test('limits each key separately', async () => {
  const limit = limitPer(60, 2)
  expect([await limit('one'), await limit('one')]).toEqual([{ kind: 'allowed' }, { kind: 'allowed' }])
  const refused = await limit('one')
  expect(refused.kind === 'refused' && refused.retryAfterSeconds >= 1 && refused.retryAfterSeconds <= 60).toBe(true)
  expect(await limit('other')).toEqual({ kind: 'allowed' })
})

test('counts several uses at once, and rejects them all if they exceed the limit', async () => {
  const limit = limitPer(3600, 10)
  expect(await limit('one', 8)).toEqual({ kind: 'allowed' })
  expect((await limit('one', 8)).kind).toBe('refused')
})
