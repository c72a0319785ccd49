import { readPrincipal } from '#core/policy/principal-view.ts'
import { messages } from '#core/text/messages.ts'
import { conditionsOn } from './conditions.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp34Messages = messages('TP34', {
  title: 'aws:PrincipalArn is never a session',
  what: 'aws:PrincipalArn compared with an assumed-role ARN',
  why: 'For a session of a role aws:PrincipalArn is the ARN of the role, so it never equals an assumed-role ARN.',
  todo: 'Write the ARN of the role: arn:aws:iam::…:role/….',
  found: (value: string) => `For a session of a role aws:PrincipalArn is the ARN of the role. Write ${value}.`,
})

export const tp34: TrustRule = {
  id: 'TP34',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn',
  messages: tp34Messages,
  check: ({ statements }) =>
    statements.flatMap((statement) =>
      conditionsOn(statement, 'aws:principalarn').flatMap(({ values }) =>
        values
          .filter(({ text }) => /^arn:[^:]*:sts::[^:]*:assumed-role\//.test(text))
          .map(({ text, path }) => {
            const value =
              readPrincipal(text).roleArn ?? text.replace(/^arn:([^:]*):sts::([^:]*):assumed-role\/([^/]*).*$/s, 'arn:$1:iam::$2:role/$3')
            return {
              message: (language) => tp34Messages.in(language).found(JSON.stringify(value)),
              path,
              fix: [{ path, value }],
            }
          }),
      ),
    ),
}
