import { listOf } from '#core/policy/document.ts'
import { exceedsQuota, policyQuotas, policySize } from '#core/policy/size.ts'
import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'
import { lintedPrincipalRules } from './general-rules.ts'
import type { PastedRole } from './pasted-role.ts'
import { type PastedRule, pages } from './pasted-rule.ts'
import { namesAction } from './trust-reading.ts'

export const statementRulesMessages = messages('statement-rules', {
  trustPolicyTooLong: {
    title: 'The trust policy is too long',
    sentence: (size: number | null, maximum: number) =>
      `The trust policy${size === null ? '' : ` of ${size} characters`} is longer than the ${maximum} characters that IAM takes by default.`,
    detail: 'Blanks between the parts are not counted. One statement for one vendor is short enough; put others into roles of their own.',
  },
  denyStatement: {
    title: 'The trust policy has a Deny statement',
    sentence: (rest: string) => `The trust policy has a Deny statement${rest}, and Deny wins over every Allow.`,
    detail: 'The trust policy that was asked for has none and needs none.',
  },
  actionMissing: {
    title: 'The trust policy does not allow sts:AssumeRole',
    sentence: (rest: string) => `No statement of the trust policy allows sts:AssumeRole${rest}.`,
    named: (actions: string) => `; it speaks of ${actions}`,
    detail:
      'sts:AssumeRoleWithSAML and sts:AssumeRoleWithWebIdentity are for people and programs that sign in elsewhere; the call here is sts:AssumeRole.',
  },
  actionFurther: {
    title: 'The trust policy allows more than sts:AssumeRole',
    sentence: (further: string) => `The trust policy also allows ${further}, which was not asked for.`,
    detail: 'sts:AssumeRole alone is enough.',
  },
  statementFurther: {
    title: 'The trust policy has a further statement',
    sentence: (count: number) => `The trust policy has ${count} statements, and one was asked for.`,
    detail: 'Statements add up. What the others allow is not known here and not needed.',
  },
  tagged: {
    tags: 'The call carries session tags',
    identity: 'The call carries a source identity',
    sentence: (vendor: string, action: string) => `The call of ${vendor} also asks for ${action}, which the trust policy does not allow.`,
    detail: (vendor: string, action: string) =>
      `The trust policy is as it was asked for. ${vendor} should not send what needs ${action}; some ways of running an application add it unasked.`,
  },
})

/** Told by AWS before a role is there, or seen in the policy itself. */
export const tooLong: PastedRule = {
  id: 'trust-policy-too-long',
  suppresses: ['TP09', 'TP28', 'TP29', 'principal-further', 'statement-further'],
  part: 'trust-policy',
  title: (language) => statementRulesMessages.in(language).trustPolicyTooLong.title,
  source: pages.quotas,
  found: ({ trust, reasons }) => {
    const isTold = reasons.some((reason) => /ACLSizePerRole/.test(reason))
    const isLong = trust !== null && exceedsQuota(trust.document, 'trust-policy')
    if (!isTold && !isLong) return null
    return {
      sentence: (language) =>
        statementRulesMessages
          .in(language)
          .trustPolicyTooLong.sentence(trust === null ? null : policySize(trust.document), policyQuotas['trust-policy']),
      detail: (language) => statementRulesMessages.in(language).trustPolicyTooLong.detail,
    }
  },
}

const deny: PastedRule = {
  id: 'deny-statement',
  suppresses: ['statement-further'],
  part: 'trust-policy',
  title: (language) => statementRulesMessages.in(language).denyStatement.title,
  source: pages.denyAllow,
  found: ({ trust }) => {
    const [statement] = trust?.denying ?? []
    if (statement === undefined) return null
    const sid = statement.statement.Sid
    return {
      sentence: (language) => statementRulesMessages.in(language).denyStatement.sentence(sid ? `, "${sid}"` : ''),
      detail: (language) => statementRulesMessages.in(language).denyStatement.detail,
    }
  },
}

const actionMissing: PastedRule = {
  id: 'action-missing',
  suppresses: ['TP23', 'TP24', ...lintedPrincipalRules],
  part: 'trust-policy',
  title: (language) => statementRulesMessages.in(language).actionMissing.title,
  source: pages.assumeRole,
  found: ({ trust }) => {
    if (trust === null || trust.assuming.length > 0) return null
    const actions = trust.statements.flatMap(({ Action }) => listOf(Action))
    return {
      sentence: (language) =>
        statementRulesMessages
          .in(language)
          .actionMissing.sentence(actions.length === 0 ? '' : statementRulesMessages.in(language).actionMissing.named(actions.join(', '))),
      detail: (language) => statementRulesMessages.in(language).actionMissing.detail,
    }
  },
}

const actionFurther: PastedRule = {
  id: 'action-further',
  suppresses: ['TP23', 'TP24'],
  part: 'trust-policy',
  title: (language) => statementRulesMessages.in(language).actionFurther.title,
  source: pages.action,
  found: ({ trust }) => {
    const further = (trust?.assuming ?? []).flatMap(({ statement: { Action, NotAction } }) => [
      ...listOf(Action).filter((action) => action.toLowerCase() !== 'sts:assumerole'),
      ...(NotAction === undefined ? [] : ['everything but what NotAction names']),
    ])
    if (further.length === 0) return null
    return {
      sentence: (language) => statementRulesMessages.in(language).actionFurther.sentence(further.join(', ')),
      detail: (language) => statementRulesMessages.in(language).actionFurther.detail,
    }
  },
}

const furtherStatement: PastedRule = {
  id: 'statement-further',
  suppressedBy: ['second-statement-open', 'deny-statement', 'principal-further'],
  part: 'trust-policy',
  title: (language) => statementRulesMessages.in(language).statementFurther.title,
  source: pages.denyAllow,
  found: ({ trust }) => {
    if (trust === null || trust.statements.length < 2) return null
    return {
      sentence: (language) => statementRulesMessages.in(language).statementFurther.sentence(trust.statements.length),
      detail: (language) => statementRulesMessages.in(language).statementFurther.detail,
    }
  },
}

const allows = ({ trust }: PastedRole, action: string): boolean =>
  trust?.statements.some((statement) => statement.Effect === 'Allow' && namesAction(statement, action)) === true

const hinted = (id: string, title: Text, action: string, source: string): PastedRule => ({
  id,
  part: 'vendor',
  title,
  source,
  found: (pastedRole) => {
    const isTold = pastedRole.reasons.some((reason) => reason.includes(`to perform: ${action}`))
    if (!isTold || allows(pastedRole, action)) return null
    return {
      sentence: (language) => statementRulesMessages.in(language).tagged.sentence(pastedRole.plan.vendor.name, action),
      detail: (language) => statementRulesMessages.in(language).tagged.detail(pastedRole.plan.vendor.name, action),
    }
  },
})

export const statementRules: readonly PastedRule[] = [
  hinted('session-tags-refused', (language) => statementRulesMessages.in(language).tagged.tags, 'sts:TagSession', pages.sessionTags),
  hinted(
    'source-identity-refused',
    (language) => statementRulesMessages.in(language).tagged.identity,
    'sts:SetSourceIdentity',
    pages.sourceIdentity,
  ),
  actionMissing,
  deny,
]

/** What is no danger by itself, and was not asked for. */
export const extraRules: readonly PastedRule[] = [actionFurther, furtherStatement]
