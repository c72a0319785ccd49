import { iamGuide, rule } from '#core/policy/form/rule.ts'
import type { PlacedText } from '#core/policy/policy-view.ts'
import { impliedIds } from '#core/rules/trust-probes.ts'
import { otherIdsOf, type TrustRule, type TrustStatement, type TrustSubject } from '#core/rules/trust-subject.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { isPlaceholder } from '#core/text/placeholder.ts'
import { conditionsOn, dropKeys, externalIdKey, requireExternalId } from './conditions.ts'
import { admits, admitsVendorWithId, looseAllows } from './tried-calls.ts'

type DemandedExternalId = PlacedText & { readonly statement: TrustStatement; readonly comparison: string }

/** The external IDs with which a call gets in: what an Allow compares for equality. */
function demandedExternalIds({ statements }: TrustSubject): readonly DemandedExternalId[] {
  return statements
    .filter(({ admits }) => admits)
    .flatMap((statement) =>
      conditionsOn(statement, externalIdKey)
        .filter(({ isNegated, comparison }) => comparison.startsWith('String') && !isNegated)
        .flatMap(({ comparison, values }) =>
          values.filter(({ isInexact }) => !isInexact).map((value) => ({ ...value, statement, comparison })),
        ),
    )
}

export const tp13Messages = messages('TP13', {
  title: 'A wildcard that has no effect',
  what: '* or ? in a value of StringEquals',
  why: 'StringEquals and similar operators treat * as a plain character, so the value never matches.',
  todo: 'Write the whole value. For ARNs with wildcards use ArnLike.',
  found: (text: string) => `* and ? are plain characters here, so ${text} never matches. Write the whole value.`,
})

const equality = /^String(Not)?Equals(IgnoreCase)?$/

/** Keys whose values never have such a character. */
const plainKeys = [externalIdKey, 'aws:principalarn', 'aws:principalaccount', 'aws:principalorgid', 'aws:sourcearn', 'aws:sourceaccount']

export const tp13: TrustRule = rule(
  tp13Messages,
  'error',
  iamGuide('access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-wildcard-without-like-operator'),
  (subject) =>
    subject.statements.flatMap((statement) =>
      conditionsOn(statement, ...plainKeys)
        .filter(({ comparison }) => equality.test(comparison))
        .flatMap(({ keyName, values }) =>
          values.filter(({ text }) => /[*?]/.test(text.replace(/\$\{[^}]*\}/g, ''))).map((value) => ({ keyName, ...value })),
        )
        .map(({ keyName, text, path }) => ({
          message: (language) => tp13Messages.in(language).found(JSON.stringify(text)),
          path,
          fix: keyName === externalIdKey ? requireExternalId(statement, subject) : dropKeys(statement, keyName),
        })),
    ),
)

export const tp19Messages = messages('TP19', {
  title: 'The external ID is easy to guess',
  what: 'An external ID that looks like a name, an account number or a shared constant',
  why: "Anyone who guesses a customer's external ID can make the product use that customer's role. AWS recommends a unique, random one.",
  todo: 'Use the generated one.',
  tooShort: 'has too few random characters',
  accountId: 'is little more than an account number',
  name: 'is little more than a name',
  repeated: 'repeats itself',
  words: 'is made of words, sequences or keyboard rows',
  found: (text: string, word: string) => `${text} ${word}. Use a random one.`,
})

const words: Readonly<Record<NonNullable<ReturnType<TrustSubject['guessability']>>, Text>> = {
  'too-short': (language) => tp19Messages.in(language).tooShort,
  'contains-account-id': (language) => tp19Messages.in(language).accountId,
  'contains-name': (language) => tp19Messages.in(language).name,
  repeated: (language) => tp19Messages.in(language).repeated,
  'made-of-words': (language) => tp19Messages.in(language).words,
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters */
const longest = 1224

const judgedMaximum = 20

export const tp19: TrustRule = rule(
  tp19Messages,
  'high',
  'https://docs.aws.amazon.com/wellarchitected/latest/framework/sec_permissions_share_securely_third_party.html',
  (subject) =>
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
            fix: requireExternalId(statement, subject),
          },
        ]
      }),
)

export const tp20Messages = messages('TP20', {
  title: 'STS rejects this external ID',
  what: 'An external ID with a character, or of a length, that STS doesn’t accept',
  why: 'STS rejects this external ID before it evaluates the role, so it never matches. Copying text often adds a space.',
  todo: 'Remove the space, or copy the external ID again.',
  blank: (text: string) => `${text} contains a space or an invisible character, which STS rejects. Remove it.`,
  length: 'STS accepts external IDs of 2 to 1,224 characters only.',
  characters: (text: string) => `${text} has a character that STS rejects: only letters, digits, and _ + = , . @ : / - are allowed.`,
})

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters */
const taken = /^[\w+=,.@:/-]{2,1224}$/

/** What a policy variable stands for is not known. */
const withoutVariables = (text: string): string => text.replace(/\$\{[^}]*\}/g, '__')

/** Whitespace and characters that have no shape. */
export const unseen = /[\s\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/gu

const visible = (text: string): string =>
  JSON.stringify(text).replace(unseen, (sign) => (sign === ' ' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`))

export function rejectedExternalId(text: string): Text {
  if (text.search(unseen) !== -1) return (language) => tp20Messages.in(language).blank(visible(text))
  if (text.length < 2 || text.length > 1224) return (language) => tp20Messages.in(language).length
  return (language) => tp20Messages.in(language).characters(JSON.stringify(text))
}

export const tp20: TrustRule = rule(
  tp20Messages,
  'error',
  'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters',
  (subject) =>
    demandedExternalIds(subject)
      .filter(({ text }) => !/[*?]/.test(text) && !taken.test(withoutVariables(text)))
      .map(({ statement, text, path }) => ({ message: rejectedExternalId(text), path, fix: requireExternalId(statement, subject) })),
)

export const tp21Messages = messages('TP21', {
  title: 'More than one external ID is accepted',
  what: 'Several values of sts:ExternalId',
  why: 'Each of the values is accepted, and our checks can’t detect the others. Two are fine while you rotate an ID.',
  todo: 'Remove the old one after the rotation.',
  found: (text: string) =>
    `The trust policy also accepts external ID ${text} (possibly an old one). Remove it unless you are rotating the ID.`,
  placeholder: (text: string) => `The trust policy also accepts external ID ${text}, a placeholder that anyone can guess. Remove it.`,
})

/** Texts of the policy that are accepted in addition to the connection's ID. */
export const otherAcceptedIds =
  (texts: readonly string[]): Text =>
  (language) =>
    tp21Messages.in(language)[texts.every(isPlaceholder) ? 'placeholder' : 'found'](texts.map((text) => JSON.stringify(text)).join(', '))

/** Every value that a condition compares with the external ID, in an Allow or a Deny. */
const comparedExternalIds = ({ statements }: TrustSubject): readonly DemandedExternalId[] =>
  statements.flatMap((statement) =>
    conditionsOn(statement, externalIdKey)
      .filter(({ comparison }) => comparison !== 'Null')
      .flatMap(({ comparison, values }) => values.map((value) => ({ ...value, statement, comparison }))),
  )

/** Another rule reports a pattern that allows any ID. */
const isReportedPattern = (text: string, subject: TrustSubject): boolean => /[*?]/.test(text) && looseAllows(subject).length > 0

/** The connection's ID gets in too, as far as the external ID decides. */
const acceptsRightId = (subject: TrustSubject): boolean =>
  subject.statements.some((statement) => statement.admits && admitsVendorWithId(subject, statement))

const isAdmitted = (subject: TrustSubject, externalId: string): boolean =>
  subject.statements.some((statement) => statement.admits && admits(subject, statement, externalId) !== 'closed')

export const tp21: TrustRule = rule(
  tp21Messages,
  'warning',
  iamGuide('reference_policies_condition-logic-multiple-context-keys-or-values.html'),
  (subject) => {
    const { signature, context } = subject
    const accepted = acceptsRightId(subject) ? (signature?.acceptedIds ?? []) : []
    const all = comparedExternalIds(subject).filter(
      ({ text }) =>
        !isReportedPattern(text, subject) && impliedIds(text, context).some((id) => accepted.includes(id) && isAdmitted(subject, id)),
    )
    const isDemanded = demandedExternalIds(subject).some(({ text }) => text === context.externalId)
    const known = isDemanded || context.externalId !== '' ? context.externalId : all[0]?.text
    return all
      .filter(({ text }) => text !== known && !otherIdsOf(context).includes(text))
      .map(({ statement, text, path }) => ({
        message: otherAcceptedIds([text]),
        path,
        fix: requireExternalId(statement, subject),
      }))
  },
)

export const tp43Messages = messages('TP43', {
  title: 'Another external ID is required',
  what: 'sts:ExternalId is compared only with values other than the connection’s external ID',
  why: 'The vendor sends the connection’s external ID with every call, and the role denies it. The policy is older than this external ID, was edited, or belongs to another connection.',
  todo: 'Copy the external ID or the whole policy again.',
  capitalization: (place: string) => `has different capitalization (${place}). It’s case-sensitive.`,
  differs: (place: string) => `differs ${place}.`,
  after: (count: number) => `after character ${count}`,
  at: (position: number) => `at character ${position}`,
  found: (externalId: string, texts: string, difference: string) =>
    `The external ID of this connection is ${externalId}. The trust policy expects ${texts || '(none)'}, which ${difference}`,
})

/** The first of the texts is compared in detail. */
export function otherExternalId(externalId: string, texts: readonly string[]): Text {
  const [text = ''] = texts
  const position = [...externalId].findIndex((character, index) => text[index] !== character)
  const isCaseOnly = text.toLowerCase() === externalId.toLowerCase()
  return (language) => {
    const { capitalization, differs, after, at, found } = tp43Messages.in(language)
    const place = position === -1 ? after(externalId.length) : at(position + 1)
    return found(externalId, texts.map((each) => JSON.stringify(each)).join(' | '), isCaseOnly ? capitalization(place) : differs(place))
  }
}

export const tp43: TrustRule = rule(tp43Messages, 'error', iamGuide('id_roles_common-scenarios_third-party.html'), (subject) => {
  const { externalId, nextExternalId } = subject.context
  const demanded = demandedExternalIds(subject)
  const isMet = demanded.some(({ text, comparison }) => {
    if (comparison === 'StringEqualsIgnoreCase') return text.toLowerCase() === externalId.toLowerCase()
    return text === externalId || text === nextExternalId
  })
  if (externalId === '' || isMet || (subject.signature !== null && acceptsRightId(subject))) return []
  // Patterns and variables may stand for it; a blank at an end has a rule of its own.
  if (demanded.some(({ text }) => /[*?$]/.test(text) || text.trim() === externalId)) return []
  return demanded.map(({ statement, text, path }) => ({
    message: otherExternalId(externalId, [text]),
    path,
    fix: requireExternalId(statement, subject),
  }))
})
