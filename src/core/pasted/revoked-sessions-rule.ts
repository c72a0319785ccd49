import { listOf, type PolicyStatement } from '#core/policy/document.ts'
import { messages } from '#core/text/messages.ts'
import { familyRule, type PastedRule, type PlanFacts, planFacts } from './pasted-rule.ts'
import { aboutPermissions, statementsOf } from './permissions-rules.ts'

type RevokedFacts = PlanFacts & { readonly time: string }

export const revokedSessionsMessages = messages('revoked-sessions-rule', {
  'permissions-revoke-sessions': {
    title: 'A policy that revokes older sessions',
    sentence: ({ time }: RevokedFacts) => `This policy denies everything to sessions that began before ${time}.`,
    detail: ({ vendor }: RevokedFacts) =>
      `IAM adds a policy like this when someone revokes the active sessions of a role. If it’s attached to the role, ${vendor} only has to assume the role again. If the time is in the future, the policy also denies every new session until then. The trust policy isn’t the cause.`,
  },
})

const source = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html'

function revocationTime({ Effect, Action, Resource, Condition = {} }: PolicyStatement): string | null {
  const [[operator, keys] = [], ...others] = Object.entries(Condition)
  if (Effect !== 'Deny' || operator !== 'DateLessThan' || others.length > 0 || !listOf(Action).includes('*')) return null
  if (!listOf(Resource).includes('*')) return null
  const [[key = '', value] = [], ...otherKeys] = Object.entries(keys ?? {})
  const [time] = listOf(value)
  return key.toLowerCase() !== 'aws:tokenissuetime' || otherKeys.length > 0 || time === undefined ? null : String(time)
}

/** Only where nothing else was pasted: with another statement, the rules about permissions tell more. */
export const revokedSessionsRule: PastedRule = familyRule(revokedSessionsMessages.in, {
  id: 'permissions-revoke-sessions',
  part: 'vendor',
  suppresses: ['permissions-only-denies', 'permissions-deny', ...aboutPermissions],
  source,
  facts: (pastedRole) => {
    const times = statementsOf(pastedRole).map(revocationTime)
    const [time] = times
    return time == null || times.includes(null) ? null : { ...planFacts(pastedRole.plan), time }
  },
})
