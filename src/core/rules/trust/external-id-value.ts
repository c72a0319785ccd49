import type { PlacedText } from '#core/policy/policy-view.ts'
import type { TrustRule, TrustStatement, TrustSubject } from '#core/rules/trust-subject.ts'
import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'
import { conditionsOn, demandExternalId, dropKeys, externalIdKey } from './conditions.ts'

type DemandedExternalId = PlacedText & { readonly statement: TrustStatement; readonly comparison: string }

/** The external IDs with which a call gets in: what an Allow compares for equality. */
function demandedExternalIds({ statements }: TrustSubject): readonly DemandedExternalId[] {
  return statements
    .filter(({ admits }) => admits)
    .flatMap((statement) =>
      conditionsOn(statement, externalIdKey)
        .filter(({ isNegated, comparison }) => comparison.startsWith('String') && !isNegated)
        .flatMap(({ comparison, values }) => values.map((value) => ({ ...value, statement, comparison }))),
    )
}

export const tp13Messages = messages('TP13', {
  title: 'Wildcard where none works',
  what: '* or ? in a value of StringEquals',
  why: 'In StringEquals and its kin * is a plain character, so the value is never equal.',
  todo: 'Write the whole value. For ARNs with wildcards use ArnLike.',
  found: (text: string) => `* and ? are plain characters here, so nothing is ever equal to ${text}. Write the whole value.`,
})

const equality = /^String(Not)?Equals(IgnoreCase)?$/

/** Keys whose values never have such a character. */
const plainKeys = [externalIdKey, 'aws:principalarn', 'aws:principalaccount', 'aws:principalorgid', 'aws:sourcearn', 'aws:sourceaccount']

export const tp13: TrustRule = {
  id: 'TP13',
  severity: 'error',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-wildcard-without-like-operator',
  messages: tp13Messages,
  check: (subject) =>
    subject.statements.flatMap((statement) =>
      conditionsOn(statement, ...plainKeys)
        .filter(({ comparison }) => equality.test(comparison))
        .flatMap(({ keyName, values }) =>
          values.filter(({ text }) => /[*?]/.test(text.replace(/\$\{[^}]*\}/g, ''))).map((value) => ({ keyName, ...value })),
        )
        .map(({ keyName, text, path }) => ({
          message: (language) => tp13Messages.in(language).found(JSON.stringify(text)),
          path,
          fix: keyName === externalIdKey ? demandExternalId(statement, subject) : dropKeys(statement, keyName),
        })),
    ),
}

export const tp19Messages = messages('TP19', {
  title: 'The external ID can be guessed',
  what: 'An external ID that looks like a name, an account number or a shared constant',
  why: "Who guesses the external ID of a customer can have the product use that customer's role. AWS asks for a unique, random one.",
  todo: 'Use the generated one.',
  accountId: 'has an account number in it',
  name: 'is little more than a name',
  repeated: 'repeats itself',
  words: 'is made of words, sequences or keyboard rows',
  found: (text: string, word: string) => `${text} ${word}. Use a random one.`,
})

const words: Readonly<Record<NonNullable<ReturnType<TrustSubject['guessability']>>, Text>> = {
  'contains-account-id': (language) => tp19Messages.in(language).accountId,
  'contains-name': (language) => tp19Messages.in(language).name,
  repeated: (language) => tp19Messages.in(language).repeated,
  'made-of-words': (language) => tp19Messages.in(language).words,
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters */
const longest = 1224

const judgedMaximum = 20

export const tp19: TrustRule = {
  id: 'TP19',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/framework/sec_permissions_share_securely_third_party.html',
  messages: tp19Messages,
  check: (subject) =>
    demandedExternalIds(subject)
      .slice(0, judgedMaximum)
      .filter(({ text }) => text.length <= longest && text !== '' && !/[*?$\s]/.test(text))
      .flatMap(({ statement, text, path }) => {
        const guess = subject.guessability(text)
        if (guess === null) return []
        return [
          {
            message: (language) => tp19Messages.in(language).found(JSON.stringify(text), words[guess](language)),
            path,
            fix: demandExternalId(statement, subject),
          },
        ]
      }),
}

export const tp20Messages = messages('TP20', {
  title: 'STS rejects this external ID',
  what: 'An external ID with a character, or of a length, that STS does not take',
  why: 'STS rejects such an external ID before it looks at the role, so nobody can ever send it. Usually a blank came with copy and paste.',
  todo: 'Remove the blank, or take the external ID again.',
  blank: (text: string) => `${text} has a blank at an end, which STS rejects. Remove it.`,
  length: 'STS takes external IDs of 2 to 1224 characters only.',
  characters: (text: string) => `${text} has a character that STS rejects: only letters, digits and _ + = , . @ : / - are allowed.`,
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

export const tp21Messages = messages('TP21', {
  title: 'Several external IDs',
  what: 'More than one external ID is taken',
  why: 'Several values mean OR: each of them opens the role. Two are fine while an ID is being changed.',
  todo: 'Remove the old one when the change is done.',
  found: (text: string) => `${text} opens the role as well. Remove it unless the external ID is being changed.`,
})

export const tp21: TrustRule = {
  id: 'TP21',
  severity: 'warning',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html',
  messages: tp21Messages,
  check: (subject) => {
    const all = demandedExternalIds(subject)
    const known = all.some(({ text }) => text === subject.context.externalId) ? subject.context.externalId : all[0]?.text
    return all
      .filter(({ text }) => text !== known)
      .map(({ statement, text, path }) => ({
        message: (language) => tp21Messages.in(language).found(JSON.stringify(text)),
        path,
        fix: demandExternalId(statement, subject),
      }))
  },
}

export const tp43Messages = messages('TP43', {
  title: 'Another external ID is required',
  what: 'No value that sts:ExternalId is compared with is the external ID of the connection',
  why: 'The vendor sends the external ID of the connection with every call, and the role refuses it.',
  todo: 'Copy the external ID, or the whole policy, again.',
  caseOnly: ' Only the case of letters differs, and it counts.',
  none: '',
  found: (externalId: string, text: string, caseOnly: string) =>
    `The external ID of this connection is ${externalId}, not ${text}.${caseOnly}`,
})

const caseOnly = (text: string, other: string): Text =>
  text.toLowerCase() === other.toLowerCase()
    ? (language) => tp43Messages.in(language).caseOnly
    : (language) => tp43Messages.in(language).none

export const tp43: TrustRule = {
  id: 'TP43',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
  messages: tp43Messages,
  check: (subject) => {
    const { externalId } = subject.context
    const demanded = demandedExternalIds(subject)
    const isMet = demanded.some(({ text, comparison }) =>
      comparison === 'StringEqualsIgnoreCase' ? text.toLowerCase() === externalId.toLowerCase() : text === externalId,
    )
    if (externalId === '' || isMet) return []
    // Patterns and variables may stand for it; a blank at an end has a rule of its own.
    if (demanded.some(({ text }) => /[*?$]/.test(text) || text.trim() === externalId)) return []
    return demanded.map(({ statement, text, path }) => ({
      message: (language) =>
        tp43Messages.in(language).found(JSON.stringify(externalId), JSON.stringify(text), caseOnly(text, externalId)(language)),
      path,
      fix: demandExternalId(statement, subject),
    }))
  },
}
