import { type JsonValue, jsonValue } from '#core/policy/json/json-value.ts'
import type { TrustSubject } from '#core/rules/trust-subject.ts'
import { messages } from '#core/text/messages.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp24Messages = messages('TP24', {
  title: 'Session tags are not allowed',
  what: 'The vendor sends session tags or a source identity, and no Allow has the action for it',
  why: 'AWS refuses the whole call when the trust policy does not allow sts:TagSession or sts:SetSourceIdentity.',
  todo: 'Add the action, or let the vendor stop sending them.',
  found: (missing: string) => `The vendor's calls need ${missing} too. Add it.`,
})

const isAllowed = ({ statements }: TrustSubject, action: string): boolean =>
  statements.some(
    ({ isAllow, texts }) =>
      isAllow &&
      texts('Action').some(({ text }) => text === '*' || text.toLowerCase() === 'sts:*' || text.toLowerCase() === action.toLowerCase()),
  )

export const tp24: TrustRule = {
  id: 'TP24',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required',
  messages: tp24Messages,
  check: (subject) => {
    const { sendsSessionTags, sendsSourceIdentity } = subject.context
    const missing = [...(sendsSessionTags ? ['sts:TagSession'] : []), ...(sendsSourceIdentity ? ['sts:SetSourceIdentity'] : [])].filter(
      (action) => !isAllowed(subject, action),
    )
    const [statement] = subject.statements.filter(({ admits }) => admits)
    if (statement === undefined || missing.length === 0) return []
    const path = [...statement.path, 'Action']
    const action = statement.element('Action')
    const actions: readonly JsonValue[] = action === undefined ? [] : [jsonValue(action)].flat()
    return [
      {
        message: (language) => tp24Messages.in(language).found(missing.join(', ')),
        path,
        fix: [{ path, value: [...actions, ...missing] }],
      },
    ]
  },
}
