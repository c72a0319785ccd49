import type { StatementView } from '#core/policy/policy-view.ts'
import { messages } from '#core/text/messages.ts'
import type { AnyPolicyRule } from './any-policy-rule.ts'

export const tp38Messages = messages('TP38', {
  title: 'The same Sid twice',
  what: 'Two statements with the same Sid',
  why: 'The Sid of each statement must be unique in the policy. AWS refuses it otherwise.',
  todo: 'Give one of them another Sid, or none: a Sid is only a name.',
  found: (text: string) => `Another statement has the Sid ${text} already. Change or remove this one.`,
})

function repeated(statements: readonly StatementView[]): readonly StatementView[] {
  const seen = new Set<string>()
  return statements.filter(({ texts }) => {
    const [sid] = texts('Sid')
    if (sid === undefined || sid.text === '') return false
    const isRepeated = seen.has(sid.text)
    seen.add(sid.text)
    return isRepeated
  })
}

export const tp38: AnyPolicyRule = {
  id: 'TP38',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
  messages: tp38Messages,
  check: ({ statements }) =>
    repeated(statements).map(({ path, texts }) => ({
      message: (language) => tp38Messages.in(language).found(JSON.stringify(texts('Sid')[0]?.text)),
      path: [...path, 'Sid'],
      fix: [{ path: [...path, 'Sid'] }],
    })),
}
