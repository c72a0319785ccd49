import { accountIdInGroups } from '#core/account-id.ts'
import type { PastedFact, RoleFact } from '#core/doctor/pasted-fact.ts'
import { recognisedWords as words } from '../words/doctor.ts'

const behind = (sign: string, text: string | null): string => (text === null || text === '' ? '' : `${sign}${text}`)

function roleWords({ roleName, accountId, trustPolicy }: RoleFact): string {
  const account = accountId === null ? '' : words.inAccount(accountIdInGroups(accountId))
  return (trustPolicy === null ? words.role : words.roleWithTrust)(roleName ?? words.unnamed, account)
}

function factWords(fact: PastedFact): string {
  switch (fact.kind) {
    case 'role':
      return roleWords(fact)
    case 'permissions-policy':
      return words['permissions-policy'](behind(' ', fact.policyName))
    case 'stack-events':
      return words['stack-events'](fact.stackName ?? '', behind(', ', fact.status))
    case 'stack':
      return words.stack(fact.stackName ?? words.unnamed, fact.status)
    case 'error-text':
      return words['error-text'](behind(': ', fact.code))
    case 'unrecognised':
      return fact.seems === 'empty' ? '' : words[fact.seems]
    default:
      return words[fact.kind]
  }
}

/** What a pasted text was taken for, each thing once. */
export function recognisedAs(facts: readonly PastedFact[]): readonly string[] {
  return [...new Set(facts.map(factWords))].filter((said) => said !== '')
}
