import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { PastedFact, Proviso, RoleFact } from '#core/pasted/pasted-fact.ts'
import type { Choice } from '#core/pasted/pasted-role.ts'
import { localized } from '#i18n/language.ts'
import { recognizedMessages } from './diagnose-messages.ts'

const behind = (sign: string, text: string | null): string => (text === null || text === '' ? '' : `${sign}${text}`)

const inAccount = (accountId: string | null): string =>
  accountId === null ? '' : localized(recognizedMessages).inAccount(accountIdInGroups(accountId))

function provisoWords(proviso: Proviso | undefined): string {
  const words = localized(recognizedMessages)
  if (proviso === undefined) return ''
  const open = proviso.open.filter((name) => !name.startsWith('AWS::'))
  const defaults = Object.entries(proviso.defaults).map(([name, value]) => words.default(name, value))
  return [...(open.length === 0 ? [] : [words.open(open.join(', '))]), ...defaults].join('')
}

function roleWords({ roleName, accountId, trustPolicy, proviso }: RoleFact): string {
  const words = localized(recognizedMessages)
  const said = (trustPolicy === null ? words.role : words.roleWithTrust)(roleName ?? words.unnamed, inAccount(accountId))
  return `${said}${provisoWords(proviso)}`
}

function factWords(fact: PastedFact): string {
  const words = localized(recognizedMessages)
  switch (fact.kind) {
    case 'role':
      return roleWords(fact)
    case 'trust-policy':
      return `${words['trust-policy']}${provisoWords(fact.proviso)}`
    case 'caller':
      return words.caller(accountIdInGroups(fact.accountId))
    case 'permissions-policy':
      return words['permissions-policy'](behind(' ', fact.policyName))
    case 'stack-events':
      return words['stack-events'](fact.stackName ?? '', behind(', ', fact.status))
    case 'stack':
      return words.stack(fact.stackName ?? words.unnamed, fact.status)
    case 'error-text':
      return words['error-text'](behind(': ', fact.code))
    case 'unrecognized':
      return fact.seems === 'empty' ? '' : words[fact.seems]
    default:
      return words[fact.kind]
  }
}

export function recognizedAs(facts: readonly PastedFact[]): readonly string[] {
  return [...new Set(facts.map(factWords))].filter((said) => said !== '')
}

/** Which of several things of one kind was examined. */
export function chosenAs(choice: Choice): string {
  const words = localized(recognizedMessages)
  if (choice.kind === 'trust-policy') return words.chosenPolicy(choice.position, choice.count)
  return words.chosenRole(choice.roleName ?? words.unnamed, inAccount(choice.accountId), choice.count)
}
