import { jsonValue } from '#core/policy/json/json-value.ts'
import { refusedCharacters, withAllowedCharacters } from '#core/rules/allowed-characters.ts'
import { messages } from '#core/text/messages.ts'
import type { AnyPolicyRule } from './any-policy-rule.ts'

export const tp37Messages = messages('TP37', {
  title: 'A character that AWS refuses',
  what: 'Characters outside of tab, line feed, carriage return and U+0020 to U+00FF',
  why: 'AWS refuses the whole document. They usually come from a word processor or a chat: curly quotes, long dashes, characters that nobody sees.',
  todo: 'Remove them, or write the plain ones.',
})

export const tp37: AnyPolicyRule = {
  id: 'TP37',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html#API_CreateRole_RequestParameters',
  messages: tp37Messages,
  check: ({ text, root }) => {
    const found = refusedCharacters(text)
    if (found.length === 0) return []
    const fix = [{ path: [], value: withAllowedCharacters(jsonValue(root)) }]
    return found.map(({ message, start, end }) => ({ message, path: [], place: { start, end }, fix }))
  },
}
