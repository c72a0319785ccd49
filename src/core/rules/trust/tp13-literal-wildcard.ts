import { messages } from '#core/text/messages.ts'
import { conditionsOn, demandExternalId, dropKeys, externalIdKey } from './conditions.ts'
import type { TrustRule } from './trust-rule.ts'

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
