import { expect, test } from 'vitest'
import { messageKeys } from '#core/connection/vendor-config/message-keys.ts'
import { screenMessageKeys } from './message-keys.ts'

test('the config check knows every text of the screens (npm run message-keys writes them)', async () => {
  expect(messageKeys).toEqual(await screenMessageKeys())
})
