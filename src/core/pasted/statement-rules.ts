import { assumeActions, sendsSourceIdentity } from '#core/connection/role-policies.ts'
import { listOf } from '#core/policy/document.ts'
import { tp23, tp23Messages } from '#core/rules/trust/actions.ts'
import { lintedPrincipalRules } from '#core/rules/trust/conditions.ts'
import { tp28, tp28Messages } from '#core/rules/trust/document-form.ts'
import type { TrustSubject } from '#core/rules/trust-subject.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { assuming, type PastedRole } from './pasted-role.ts'
import { ofCatalog, type PastedRule, pages } from './pasted-rule.ts'

export const statementRulesMessages = messages('statement-rules', {
  denyStatement: {
    title: 'The trust policy has a Deny statement',
    sentence: (rest: string) => `The trust policy has a Deny statement${rest}. Deny overrides every Allow.`,
    detail: 'The requested trust policy has no Deny statement.',
  },
  actionMissing: {
    title: 'The trust policy doesn’t allow sts:AssumeRole',
    sentence: (rest: string) => `No statement of the trust policy allows sts:AssumeRole${rest}.`,
    named: (actions: string) => `. The policy allows ${actions}`,
    detail:
      'sts:AssumeRoleWithSAML and sts:AssumeRoleWithWebIdentity are for identities that sign in through an identity provider. This connection uses sts:AssumeRole.',
  },
  statementFurther: {
    title: 'The trust policy has an additional statement',
    sentence: (count: number) => `The trust policy has ${count} statements, but one was requested.`,
    detail: 'Any matching Allow grants access. Remove every statement that wasn’t requested.',
  },
  identityMissing: {
    title: 'The trust policy doesn’t allow a source identity',
    sentence: (action: string) => `The trust policy doesn’t allow ${action}.`,
    detail: (vendor: string, action: string) =>
      `The sessions of ${vendor} have a source identity, so AWS requires ${action} in addition to sts:AssumeRole.`,
  },
  tagged: {
    tags: 'The call carries session tags',
    identity: 'The call carries a source identity',
    sentence: (vendor: string, action: string) => `${vendor}’s call also requires ${action}, which the trust policy doesn’t allow.`,
    detail: (vendor: string, action: string) =>
      `The trust policy is as requested. ${vendor} shouldn’t send anything that requires ${action}. Some runtimes add it automatically.`,
  },
})

/** AWS reports it before a role exists. Otherwise the policy itself shows it. */
export const tooLong: PastedRule = {
  ...ofCatalog(tp28),
  suppresses: ['TP09', 'statement-further'],
  covers: ['TP29'],
  found: ({ trust, reasons }) => {
    const isReported = reasons.some((reason) => /ACLSizePerRole/.test(reason))
    const isLong = trust !== null && trust.size > trust.sizeMaximum
    if (!isReported && !isLong) return null
    return {
      sentence: (language) => (isLong ? tp28Messages.in(language).found(trust.size, trust.sizeMaximum) : tp28Messages.in(language).title),
      detail: (language) => `${tp28Messages.in(language).why} ${tp28Messages.in(language).todo}`,
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
    const statement = trust?.statements.find(({ effect }) => effect === 'Deny')
    if (statement === undefined) return null
    const sid = statement.texts('Sid')[0]?.text
    return {
      sentence: (language) => statementRulesMessages.in(language).denyStatement.sentence(sid ? `, "${sid}"` : ''),
      detail: (language) => statementRulesMessages.in(language).denyStatement.detail,
    }
  },
}

const actionMissing: PastedRule = {
  id: 'action-missing',
  covers: ['TP23', 'TP24', ...lintedPrincipalRules],
  part: 'trust-policy',
  title: (language) => statementRulesMessages.in(language).actionMissing.title,
  source: pages.assumeRole,
  found: (pastedRole) => {
    const { trust } = pastedRole
    if (trust === null || assuming(pastedRole).length > 0) return null
    const actions = trust.statements.flatMap(({ texts }) => texts('Action').map(({ text }) => text))
    return {
      sentence: (language) =>
        statementRulesMessages
          .in(language)
          .actionMissing.sentence(actions.length === 0 ? '' : statementRulesMessages.in(language).actionMissing.named(actions.join(', '))),
      detail: (language) => statementRulesMessages.in(language).actionMissing.detail,
    }
  },
}

const plannedActions = ({ plan }: PastedRole): readonly string[] => listOf(assumeActions(sendsSourceIdentity(plan.vendor)))

/** The vendor's sessions have a source identity, and the role is right otherwise. */
const sourceIdentityMissing: PastedRule = {
  id: 'source-identity-missing',
  part: 'trust-policy',
  title: (language) => statementRulesMessages.in(language).identityMissing.title,
  source: pages.sourceIdentity,
  found: (pastedRole) => {
    const { trust, plan } = pastedRole
    const action = 'sts:SetSourceIdentity'
    if (!plannedActions(pastedRole).includes(action) || assuming(pastedRole).length === 0 || allows(trust, action)) return null
    return {
      sentence: (language) => statementRulesMessages.in(language).identityMissing.sentence(action),
      detail: (language) => statementRulesMessages.in(language).identityMissing.detail(plan.vendor.name, action),
    }
  },
}

const otherActions: PastedRule = {
  ...ofCatalog(tp23),
  covers: ['TP24'],
  found: (pastedRole) => {
    const statements = assuming(pastedRole)
    const planned = plannedActions(pastedRole).map((action) => action.toLowerCase())
    const others = statements.flatMap(({ texts }) =>
      texts('Action').flatMap(({ text }) => (planned.includes(text.toLowerCase()) ? [] : text)),
    )
    const excludes = statements.some(({ element }) => element('NotAction') !== undefined)
    if (others.length === 0 && !excludes) return null
    return {
      sentence: (language) =>
        others.length === 0 ? tp23Messages.in(language).notAction : tp23Messages.in(language).found(others.join(', ')),
      detail: (language) => tp23Messages.in(language).why,
    }
  },
}

const furtherStatement: PastedRule = {
  id: 'statement-further',
  suppressedBy: ['TP22', 'deny-statement', 'TP09'],
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

const allows = (trust: TrustSubject | null, action: string): boolean =>
  trust?.statements.some(({ isAllow, coversAction }) => isAllow && coversAction(action)) === true

const hinted = (id: string, title: Text, action: string, source: string): PastedRule => ({
  id,
  part: 'vendor',
  title,
  source,
  found: (pastedRole) => {
    const isReported = pastedRole.reasons.some((reason) => reason.includes(`to perform: ${action}`))
    if (!isReported || allows(pastedRole.trust, action)) return null
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
  sourceIdentityMissing,
  deny,
]

/** What is no danger by itself, and was not asked for. */
export const extraRules: readonly PastedRule[] = [otherActions, furtherStatement]
