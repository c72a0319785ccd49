import type { PolicyView, StatementView } from '#core/policy/policy-view.ts'
import { lengthMaximum, policyLength } from '#core/policy/size.ts'
import { messages } from '#core/text/messages.ts'
import type { Match, Rule } from './rule.ts'
import { iamGuide, rule } from './rule.ts'

/** How the role gets the policy: AWS lets an inline policy be longer. */
type Attached = { readonly context: { readonly attachment?: 'managed' | 'inline' | undefined } }

type PermissionsFormRule = Rule<PolicyView & Attached>

export const pp22Messages = messages('PP22', {
  title: 'A principal in a permissions policy',
  what: '`Principal` or `NotPrincipal`.',
  why: 'A permissions policy says what the role can do. Its trust policy says who can assume it. AWS returns MalformedPolicyDocument.',
  todo: 'Remove it. If this is the trust policy, paste it under the role’s Trust relationships.',
  looksLikeTrust: 'This looks like a trust policy. Paste it under the role’s Trust relationships.',
  remove: 'Remove it.',
  found: (name: string, advice: string) => `A permissions policy can’t have ${name}. ${advice}`,
})

const principalElements = (statement: StatementView): readonly Match[] =>
  ['Principal', 'NotPrincipal']
    .filter((name) => statement.element(name) !== undefined)
    .map((name) => {
      const isTrust = statement.texts('Action').some(({ text }) => /^sts:(assumerole|tagsession)/i.test(text))
      const advice = (language: string) => pp22Messages.in(language)[isTrust ? 'looksLikeTrust' : 'remove']
      const path = [...statement.path, name]
      // A trust policy without its principal is no policy at all, so it gets no fix.
      return {
        message: (language) => pp22Messages.in(language).found(name, advice(language)),
        path,
        at: 'key',
        ...(isTrust ? {} : { fix: [{ path }] }),
      }
    })

const principalGuide = iamGuide('reference_policies_elements_principal.html')

export const pp22Principal: PermissionsFormRule = rule(pp22Messages, 'error', principalGuide, ({ statements }) =>
  statements.flatMap(principalElements),
)

export const pp23Messages = messages('PP23', {
  title: 'The policy is too long',
  what: 'More than 6,144 characters in a managed policy, or more than 10,240 in all inline policies of a role together, excluding whitespace.',
  why: 'AWS rejects it: LimitExceeded.',
  todo: 'Split it into several managed policies, or name fewer ARNs.',
  found: (length: string, maximum: string, place: string, inline: string | null) =>
    `The policy has ${length} characters. AWS allows ${maximum} in ${place}. Split it into several managed policies, or name fewer ARNs.${inline === null ? '' : ` As a role’s only inline policy, it can have ${inline}.`}`,
  managed: 'a managed policy',
  inline: 'the inline policies of a role',
})

const group = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

export const pp23TooLong: PermissionsFormRule = rule(
  pp23Messages,
  'error',
  iamGuide('reference_iam-quotas.html'),
  ({ root, context: { attachment = 'managed' } }) => {
    const [length, maximum] = [policyLength(root), lengthMaximum[attachment]]
    if (length <= maximum) return []
    const inline = length <= lengthMaximum.inline ? group(lengthMaximum.inline) : null
    return [
      {
        message: (language) =>
          pp23Messages
            .in(language)
            .found(
              group(length),
              group(maximum),
              attachment === 'managed' ? pp23Messages.in(language).managed : pp23Messages.in(language).inline,
              inline,
            ),
        path: [],
      },
    ]
  },
)

export const pp32Messages = messages('PP32', {
  title: 'The effect is missing or misspelled',
  what: '`Effect` that isn’t exactly `Allow` or `Deny`.',
  why: 'AWS rejects the policy. The value is case-sensitive.',
  todo: 'Write `"Effect": "Allow"`.',
  missing: 'This statement has no Effect. Add "Effect": "Allow".',
  wrong: (meant: string) => `Effect must be "Allow" or "Deny". Write ${meant}.`,
})

const effects = ['Allow', 'Deny']

export const pp32Effect: PermissionsFormRule = rule(
  pp32Messages,
  'error',
  iamGuide('reference_policies_elements_effect.html'),
  ({ statements }) =>
    statements.flatMap(({ path, effect, element }) => {
      if (element('Effect') === undefined) return [{ message: (language) => pp32Messages.in(language).missing, path }]
      if (effect !== null && effects.includes(effect)) return []
      const meant = effects.find((word) => word.toLowerCase() === effect?.trim().toLowerCase())
      const place = [...path, 'Effect']
      const message = (language: string) => pp32Messages.in(language).wrong(JSON.stringify(meant ?? 'Allow'))
      return [{ message, path: place, ...(meant === undefined ? {} : { fix: [{ path: place, value: meant }] }) }]
    }),
)

export const pp33Messages = messages('PP33', {
  title: 'A statement is missing an element',
  what: 'A statement without `Action` or `Resource`, or with both an element and its `Not…` twin.',
  why: 'AWS rejects the policy: MalformedPolicyDocument.',
  todo: 'Give each statement one `Action` and one `Resource`.',
  both: (name: string, negated: string) => `A statement can’t have both ${name} and ${negated}. Remove one of them.`,
  missing: (name: string) => `This statement has no ${name}, so AWS rejects the policy. Add it.`,
})

const pairs = [
  ['Action', 'NotAction'],
  ['Resource', 'NotResource'],
] as const

/** The grammar asks for exactly one of each pair. */
function pairSpots(statement: StatementView, [name, negated]: (typeof pairs)[number]): Match[] {
  const found = [name, negated].filter((element) => statement.element(element) !== undefined)
  if (found.length === 1) return []
  if (found.length === 2) {
    return [{ message: (language) => pp33Messages.in(language).both(name, negated), path: [...statement.path, negated], at: 'key' }]
  }
  return [{ message: (language) => pp33Messages.in(language).missing(name), path: statement.path }]
}

export const pp33IncompleteStatement: PermissionsFormRule = rule(
  pp33Messages,
  'error',
  iamGuide('reference_policies_grammar.html'),
  ({ statements }) => statements.flatMap((statement) => pairs.flatMap((pair) => pairSpots(statement, pair))),
)
