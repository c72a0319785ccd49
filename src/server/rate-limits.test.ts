import { expect, test } from 'vitest'
import { limitPerMinute } from './rate-limits.ts'

test('past its limit a key waits, and no other key does', async () => {
  const limit = limitPerMinute(2)
  expect([await limit('one'), await limit('one')]).toEqual([{ kind: 'allowed' }, { kind: 'allowed' }])
  const refused = await limit('one')
  expect(refused.kind === 'refused' && refused.retryAfterSeconds >= 1 && refused.retryAfterSeconds <= 60).toBe(true)
  expect(await limit('other')).toEqual({ kind: 'allowed' })
})
