import { iamGuide, rule } from '#core/policy/form/rule.ts'
import { type JsonValue, jsonValue } from '#core/policy/json/json-node.ts'
import type { TrustRule, TrustStatement, TrustSubject } from '#core/rules/trust-subject.ts'
import { messages } from '#core/text/messages.ts'

export const tp23Messages = messages('TP23', {
  title: 'Other actions than AssumeRole',
  what: 'An Allow with wildcards, NotAction, or an action that AWS principals can’t call, and a statement without Action',
  why: 'The vendor calls sts:AssumeRole. A wildcard also lets it set session tags and a source identity. AssumeRoleWithSAML and AssumeRoleWithWebIdentity don’t work with an AWS principal.',
  todo: 'Write "sts:AssumeRole".',
  missing: 'The statement has no "Action". Write "sts:AssumeRole".',
  notAction: 'NotAction allows everything that isn’t listed. Write "Action": "sts:AssumeRole".',
  found: (text: string) => `${text} isn’t the action that an AWS account needs here. Write "sts:AssumeRole".`,
})

const fitting = ['sts:assumerole', 'sts:tagsession', 'sts:setsourceidentity']

const isForAws = ({ principals, element }: TrustStatement): boolean => principals.length > 0 || element('Principal')?.kind === 'text'

function assumeRole({ path }: TrustStatement, { context }: TrustSubject) {
  const more = [...(context.sendsSessionTags ? ['sts:TagSession'] : []), ...(context.sendsSourceIdentity ? ['sts:SetSourceIdentity'] : [])]
  return { path: [...path, 'Action'], value: more.length === 0 ? 'sts:AssumeRole' : ['sts:AssumeRole', ...more] }
}

function missing(statement: TrustStatement, subject: TrustSubject) {
  const { element, path } = statement
  if (element('Action') !== undefined || element('NotAction') !== undefined) return []
  return [{ message: (language: string) => tp23Messages.in(language).missing, path, fix: [assumeRole(statement, subject)] }]
}

function excluded(statement: TrustStatement, subject: TrustSubject) {
  const path = [...statement.path, 'NotAction']
  if (statement.element('NotAction') === undefined) return []
  return [
    {
      message: (language: string) => tp23Messages.in(language).notAction,
      path,
      at: 'key' as const,
      fix: [{ path }, assumeRole(statement, subject)],
    },
  ]
}

const foreign = (statement: TrustStatement, subject: TrustSubject) =>
  statement
    .texts('Action')
    .filter(({ text }) => isForAws(statement) && !fitting.includes(text.toLowerCase()))
    .map(({ text, path }) => ({
      message: (language: string) => tp23Messages.in(language).found(JSON.stringify(text)),
      path,
      fix: [assumeRole(statement, subject)],
    }))

export const tp23: TrustRule = rule(
  tp23Messages,
  'error',
  iamGuide('access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-mismatched-action-for-principal'),
  (subject) => [
    ...subject.statements.flatMap((statement) => missing(statement, subject)),
    ...subject.statements
      .filter(({ isAllow }) => isAllow)
      .flatMap((statement) => [...excluded(statement, subject), ...foreign(statement, subject)]),
  ],
)

export const tp24Messages = messages('TP24', {
  title: 'Session tags aren’t allowed',
  what: 'The vendor sends session tags or a source identity, and no Allow includes the action for it',
  why: 'AWS rejects the whole call when the trust policy doesn’t allow sts:TagSession or sts:SetSourceIdentity.',
  todo: 'Add the action, or let the vendor stop sending them.',
  found: (missing: string) => `The vendor’s calls also need ${missing}. Add it.`,
})

const isAllowed = ({ statements }: TrustSubject, action: string): boolean =>
  statements.some(
    ({ isAllow, texts }) =>
      isAllow &&
      texts('Action').some(({ text }) => text === '*' || text.toLowerCase() === 'sts:*' || text.toLowerCase() === action.toLowerCase()),
  )

export const tp24: TrustRule = rule(
  tp24Messages,
  'error',
  iamGuide('id_session-tags.html#id_session-tags_permissions-required'),
  (subject) => {
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
)
