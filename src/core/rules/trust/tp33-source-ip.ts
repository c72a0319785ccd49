import type { ConditionView } from '#core/policy/policy-view.ts'
import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'
import { conditionsOn, dropKeys } from './conditions.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp33Messages = messages('TP33', {
  title: 'The address of the caller is compared',
  what: 'aws:SourceIp or aws:VpcSourceIp',
  why: 'It works only with stable addresses that the vendor publishes. Private addresses never match, because the call reaches AWS over the internet or over an endpoint.',
  todo: 'Remove it, unless the vendor publishes its addresses and promises to keep them.',
  privateAddress: (text: string, key: string) => `${text} is a private address, which AWS never sees as ${key}. Remove the condition.`,
  found: 'This works only as long as the vendor calls from these addresses. Keep it only if the vendor publishes them.',
})

/** https://www.rfc-editor.org/rfc/rfc1918, https://www.rfc-editor.org/rfc/rfc6598 and https://www.rfc-editor.org/rfc/rfc4193 */
const privateAddress =
  /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|127\.|169\.254\.|f[cd][0-9a-f]{2}:)/i

function message({ values, key }: ConditionView): Text {
  const found = values.find(({ text }) => privateAddress.test(text))
  if (found !== undefined) return (language) => tp33Messages.in(language).privateAddress(found.text, key)
  return (language) => tp33Messages.in(language).found
}

export const tp33: TrustRule = {
  id: 'TP33',
  severity: 'warning',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip',
  messages: tp33Messages,
  check: ({ statements }) =>
    statements.flatMap((statement) =>
      conditionsOn(statement, 'aws:sourceip', 'aws:vpcsourceip').map((condition) => ({
        message: message(condition),
        path: condition.path,
        at: 'key',
        fix: dropKeys(statement, 'aws:sourceip', 'aws:vpcsourceip'),
      })),
    ),
}
