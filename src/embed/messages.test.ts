import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { enveloped, type FrameMessage, type HostMessage, readFrameMessage, readHostMessage, steps, themes } from './messages.ts'

const frameMessages: fc.Arbitrary<FrameMessage> = fc.oneof(
  fc.constant<FrameMessage>({ type: 'ready' }),
  fc.record({ type: fc.constant('resize' as const), height: fc.integer({ min: 1, max: 100_000 }) }),
  fc.record({ type: fc.constant('step' as const), step: fc.constantFrom(...steps) }),
  fc.record({ type: fc.constant('step' as const), step: fc.constantFrom(...steps), connectionId: fc.string() }),
  fc.record({ type: fc.constant('reveal' as const), top: fc.integer({ min: 0, max: 100_000 }), height: fc.nat(1000) }),
  fc.record({ type: fc.constant('verified' as const), connectionId: fc.string(), simulated: fc.boolean() }),
  fc.record({ type: fc.constant('error' as const), code: fc.stringMatching(/^[a-z][a-z-]{0,60}$/) }),
)
const hostMessages: fc.Arbitrary<HostMessage> = fc.oneof(
  fc.record({ type: fc.constant('theme' as const), theme: fc.constantFrom(...themes) }),
  fc.record({ type: fc.constant('visible' as const), top: fc.nat(100_000), height: fc.nat(3000) }),
)
const anything = fc.anything({ withNullPrototype: true, withMap: true, withDate: true })

propertyTest.prop([frameMessages])('reads what a frame sends', (message) => {
  expect(readFrameMessage(structuredClone(enveloped(message)))).toEqual(message)
})

propertyTest.prop([hostMessages])('reads what a host sends', (message) => {
  expect(readHostMessage(structuredClone(enveloped(message)))).toEqual(message)
})

propertyTest.prop([frameMessages, fc.dictionary(fc.string(), anything)])(
  'what was sent along with a message stays outside',
  (message, extra) => {
    expect(readFrameMessage({ ...extra, externalId: 'x', roleArn: 'y', ...enveloped(message) })).toEqual(message)
  },
)

propertyTest.prop([anything])('never throws', (data) => {
  expect(() => [readFrameMessage(data), readHostMessage(data)]).not.toThrow()
})

propertyTest.prop([frameMessages, anything.filter((version) => version !== 1)])('ignores other versions', (message, rolebridge) => {
  expect(readFrameMessage({ ...message, rolebridge })).toBeNull()
})

test('ignores messages that no wizard sends', () => {
  const wrong = [
    { type: 'constructor' },
    { type: '__proto__' },
    { type: 'resize' },
    { type: 'resize', height: '900' },
    { type: 'resize', height: 0 },
    { type: 'resize', height: -1 },
    { type: 'resize', height: Number.NaN },
    { type: 'resize', height: Number.POSITIVE_INFINITY },
    { type: 'step', step: 'other' },
    { type: 'reveal', top: 10 },
    { type: 'reveal', top: Number.NaN, height: 10 },
    { type: 'reveal', top: -1, height: 10 },
    { type: 'verified' },
    { type: 'error', code: '<b>' },
  ]
  for (const message of wrong) expect(readFrameMessage({ rolebridge: 1, ...message })).toBeNull()
  for (const theme of ['pink', undefined, 1]) expect(readHostMessage({ rolebridge: 1, type: 'theme', theme })).toBeNull()
})
