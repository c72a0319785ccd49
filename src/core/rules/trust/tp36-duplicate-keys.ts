import type { TrustStatement } from '#core/rules/trust-subject.ts'
import { messages } from '#core/text/messages.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp36Messages = messages('TP36', {
  title: 'The same condition key twice',
  what: 'Condition keys of one operator that differ in case only',
  why: 'The case of condition keys does not count, so sts:ExternalId and sts:externalid are the same key twice. AWS refuses it.',
  todo: 'Join them into one.',
  found: (key: string) => `${key} is the same condition key as one before it; capitals do not count. Join them into one.`,
})

function repeated({ conditions }: TrustStatement) {
  const seen = new Map<string, string>()
  return conditions.filter(({ operator, keyName, key }) => {
    const id = `${operator} ${keyName}`
    const first = seen.get(id)
    seen.set(id, first ?? key)
    return first !== undefined && first !== key
  })
}

export const tp36: TrustRule = {
  id: 'TP36',
  severity: 'error',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-duplicate-keys-with-different-case',
  messages: tp36Messages,
  check: ({ statements }) =>
    statements.flatMap((statement) =>
      repeated(statement).map(({ key, path }) => ({
        message: (language) => tp36Messages.in(language).found(JSON.stringify(key)),
        path,
        at: 'key',
        fix: [{ path }],
      })),
    ),
}
