import { type Said, said } from '#core/rules/said.ts'
import { demandExternalId } from './conditions.ts'
import { demandedExternalIds } from './demanded-external-ids.ts'
import type { TrustRule } from './trust-rule.ts'

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters */
const taken = /^[\w+=,.@:/-]{2,1224}$/

/** What a policy variable stands for is not known. */
const withoutVariables = (text: string): string => text.replace(/\$\{[^}]*\}/g, '__')

function message(text: string): Said {
  if (text !== text.trim()) return said`${JSON.stringify(text)} has a blank at an end, which STS refuses. Remove it.`
  if (text.length < 2 || text.length > 1224) return said`STS takes external IDs of 2 to 1224 characters only.`
  return said`${JSON.stringify(text)} has a character that STS refuses: only letters, digits and _ + = , . @ : / - are allowed.`
}

export const tp20: TrustRule = {
  id: 'TP20',
  severity: 'error',
  title: 'STS refuses this external ID',
  what: 'An external ID with a character, or of a length, that STS does not take',
  why: 'STS refuses such an external ID before it looks at the role, so nobody can ever send it. Usually a blank came with copy and paste.',
  todo: 'Remove the blank, or take the external ID again.',
  source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters',
  check: (subject) =>
    demandedExternalIds(subject)
      .filter(({ text }) => !/[*?]/.test(text) && !taken.test(withoutVariables(text)))
      .map(({ statement, text, path }) => ({ message: message(text), path, fix: demandExternalId(statement, subject) })),
}
