import { expect, test } from 'vitest'
import { replaceTransport, send } from './transport.ts'

test('sends requests unchanged through the replaced transport', async () => {
  const asked: unknown[] = []
  replaceTransport(async (address, init) => {
    asked.push([address, init])
    return new Response('answer')
  })
  const answer = await send('api/sessions', { method: 'POST' })
  expect(await answer.text()).toBe('answer')
  expect(asked).toEqual([['api/sessions', { method: 'POST' }]])
})
