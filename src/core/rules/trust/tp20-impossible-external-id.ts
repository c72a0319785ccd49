import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'
import { demandExternalId } from './conditions.ts'
import { demandedExternalIds } from './demanded-external-ids.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp20Messages = messages('TP20', {
  title: 'STS refuses this external ID',
  what: 'An external ID with a character, or of a length, that STS does not take',
  why: 'STS refuses such an external ID before it looks at the role, so nobody can ever send it. Usually a blank came with copy and paste.',
  todo: 'Remove the blank, or take the external ID again.',
  blank: (text: string) => `${text} has a blank at an end, which STS refuses. Remove it.`,
  length: 'STS takes external IDs of 2 to 1224 characters only.',
  characters: (text: string) => `${text} has a character that STS refuses: only letters, digits and _ + = , . @ : / - are allowed.`,
})

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters */
const taken = /^[\w+=,.@:/-]{2,1224}$/

/** What a policy variable stands for is not known. */
const withoutVariables = (text: string): string => text.replace(/\$\{[^}]*\}/g, '__')

function message(text: string): Text {
  if (text !== text.trim()) return (language) => tp20Messages.in(language).blank(JSON.stringify(text))
  if (text.length < 2 || text.length > 1224) return (language) => tp20Messages.in(language).length
  return (language) => tp20Messages.in(language).characters(JSON.stringify(text))
}

export const tp20: TrustRule = {
  id: 'TP20',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters',
  messages: tp20Messages,
  check: (subject) =>
    demandedExternalIds(subject)
      .filter(({ text }) => !/[*?]/.test(text) && !taken.test(withoutVariables(text)))
      .map(({ statement, text, path }) => ({ message: message(text), path, fix: demandExternalId(statement, subject) })),
}
