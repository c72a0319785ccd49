import { iamGuide, type Match, rule } from '#core/policy/form/rule.ts'
import { jsonValue, memberOf } from '#core/policy/json/json-node.ts'
import type { TrustRule, TrustStatement } from '#core/rules/trust-subject.ts'
import { messages } from '#core/text/messages.ts'

export const tp25Messages = messages('TP25', {
  title: 'Resource in a trust policy',
  what: 'A Resource or NotResource element',
  why: 'The role itself is the resource of its trust policy. AWS rejects the document: MalformedPolicyDocument, Has prohibited field Resource.',
  todo: 'Remove it. If this is a permissions policy, paste it into the other field.',
  found: (name: string) => `A trust policy can’t have ${name}. Remove it.`,
})

export const tp25: TrustRule = rule(
  tp25Messages,
  'error',
  iamGuide(
    'access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-role-trust-policy-syntax-error-resource',
  ),
  ({ statements }) =>
    statements.flatMap(({ element, path }) =>
      ['Resource', 'NotResource']
        .filter((name) => element(name) !== undefined)
        .map((name) => ({
          message: (language) => tp25Messages.in(language).found(name),
          path: [...path, name],
          at: 'key',
          fix: [{ path: [...path, name] }],
        })),
    ),
)

export const tp26Messages = messages('TP26', {
  title: 'Old version of the policy language',
  what: 'Version is missing or 2008-10-17',
  why: 'Without "2012-10-17", AWS uses the 2008 version, in which policy variables are plain text.',
  todo: 'Write "Version": "2012-10-17" at the top.',
  missing: 'The version is missing. Write "Version": "2012-10-17".',
  old: 'Write "2012-10-17", the current version.',
})

export const tp26: TrustRule = rule(tp26Messages, 'warning', iamGuide('reference_policies_elements_version.html'), ({ version }) => {
  if (version !== null && version !== '2008-10-17') return []
  const message =
    version === null ? (language: string) => tp26Messages.in(language).missing : (language: string) => tp26Messages.in(language).old
  return [{ message, path: version === null ? [] : ['Version'], fix: [{ path: ['Version'], value: '2012-10-17' }] }]
})

export const tp27Messages = messages('TP27', {
  title: 'Effect missing or misspelled',
  what: 'An Effect that is neither "Allow" nor "Deny"',
  why: 'AWS rejects a statement whose effect isn’t exactly "Allow" or "Deny".',
  todo: 'Write "Allow" or "Deny".',
  missing: 'The statement has no "Effect". Write "Allow" or "Deny".',
  wrong: (meant: string) => `Write ${meant}. It’s case-sensitive.`,
})

export const tp27: TrustRule = rule(tp27Messages, 'error', iamGuide('reference_policies_elements_effect.html'), ({ statements }) =>
  statements
    .filter(({ effect }) => effect !== 'Allow' && effect !== 'Deny')
    .map(({ effect, path }) => {
      const meant = ['Allow', 'Deny'].find((word) => word.toLowerCase() === effect?.trim().toLowerCase())
      const at = [...path, 'Effect']
      return {
        message:
          effect === null
            ? (language) => tp27Messages.in(language).missing
            : (language) => tp27Messages.in(language).wrong(JSON.stringify(meant ?? 'Allow')),
        path: effect === null ? path : at,
        fix: [{ path: at, value: meant ?? 'Allow' }],
      }
    }),
)

export const tp28Messages = messages('TP28', {
  title: 'Longer than the quota',
  what: 'More than 2,048 characters, excluding whitespace',
  why: 'AWS allows 2,048 characters in a trust policy unless the quota was raised.',
  todo: 'Remove old external IDs and principals.',
  found: (size: number, sizeMaximum: number) =>
    `The policy has ${size} characters. AWS allows ${sizeMaximum}. Remove old external IDs and principals.`,
})

export const tp28: TrustRule = rule(
  tp28Messages,
  'error',
  iamGuide('reference_iam-quotas.html#reference_iam-quotas-entity-length'),
  ({ size, sizeMaximum }) =>
    size <= sizeMaximum ? [] : [{ message: (language) => tp28Messages.in(language).found(size, sizeMaximum), path: [] }],
)

export const tp36Messages = messages('TP36', {
  title: 'The same condition key twice',
  what: 'Condition keys of one Condition that differ only in case',
  why: 'Condition keys aren’t case-sensitive, so sts:ExternalId and sts:externalid are the same key. AWS rejects the repetition.',
  todo: 'Combine them, or write the key the same way everywhere.',
  found: (key: string) => `${key} repeats an earlier condition key (not case-sensitive). Combine them.`,
  respelled: (key: string, first: string) =>
    `${key} and ${first} are the same condition key. AWS rejects both capitalizations in one Condition. Write ${first} here too.`,
})

/** The text of AWS has a condition block as all that is within `Condition`, whatever the operator. */
function repeated({ conditions, path: statementPath, element }: TrustStatement): readonly Match[] {
  const first = new Map(conditions.toReversed().map(({ keyName, key }) => [keyName, key]))
  return conditions.flatMap(({ operator, keyName, key, path }): readonly Match[] => {
    const known = first.get(keyName) ?? key
    if (known === key) return []
    const tests = memberOf(element('Condition'), operator)?.value
    const value = memberOf(tests, key)?.value
    const isCombined = value === undefined || memberOf(tests, known) !== undefined
    const [written, former] = [JSON.stringify(key), JSON.stringify(known)]
    return [
      {
        message: (language) => {
          const { found, respelled } = tp36Messages.in(language)
          return isCombined ? found(written) : respelled(written, former)
        },
        path,
        at: 'key',
        fix: [{ path }, ...(isCombined ? [] : [{ path: [...statementPath, 'Condition', operator, known], value: jsonValue(value) }])],
      },
    ]
  })
}

export const tp36: TrustRule = rule(
  tp36Messages,
  'error',
  iamGuide('access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-duplicate-keys-with-different-case'),
  ({ statements }) => statements.flatMap(repeated),
)
