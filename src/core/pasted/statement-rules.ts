import { listOf } from '#core/policy/document.ts'
import { exceedsQuota, policyQuotas, policySize } from '#core/policy/size.ts'
import { said } from '#core/rules/said.ts'
import type { Patient } from './pasted-role.ts'
import { type Ailment, pages } from './pasted-rule.ts'
import { namesAction } from './trust-reading.ts'

/** Told by AWS before a role is there, or seen in the policy itself. */
export const tooLong: Ailment = {
  id: 'trust-policy-too-long',
  part: 'trust-policy',
  title: 'The trust policy is too long',
  source: pages.quotas,
  found: ({ trust, reasons }) => {
    const isTold = reasons.some((reason) => /ACLSizePerRole/.test(reason))
    const isLong = trust !== null && exceedsQuota(trust.document, 'trust-policy')
    if (!isTold && !isLong) return null
    const size = trust === null ? '' : said` of ${policySize(trust.document)} characters`
    return {
      sentence: said`The trust policy${size} is longer than the ${policyQuotas['trust-policy']} characters that IAM takes by default.`,
      detail: said`Blanks between the parts are not counted. One statement for one vendor is short enough; put others into roles of their own.`,
    }
  },
}

const deny: Ailment = {
  id: 'deny-statement',
  part: 'trust-policy',
  title: 'The trust policy has a Deny statement',
  source: pages.denyAllow,
  found: ({ trust }) => {
    const [statement] = trust?.denying ?? []
    if (statement === undefined) return null
    const sid = statement.statement.Sid
    return {
      sentence: said`The trust policy has a Deny statement${sid ? `, "${sid}"` : ''}, and Deny wins over every Allow.`,
      detail: said`The trust policy that was asked for has none and needs none.`,
    }
  },
}

const actionMissing: Ailment = {
  id: 'action-missing',
  part: 'trust-policy',
  title: 'The trust policy does not allow sts:AssumeRole',
  source: pages.assumeRole,
  found: ({ trust }) => {
    if (trust === null || trust.assuming.length > 0) return null
    const actions = trust.statements.flatMap(({ Action }) => listOf(Action))
    return {
      sentence: said`No statement of the trust policy allows sts:AssumeRole${actions.length === 0 ? '' : said`; it speaks of ${actions.join(', ')}`}.`,
      detail: said`sts:AssumeRoleWithSAML and sts:AssumeRoleWithWebIdentity are for people and programs that sign in elsewhere; the call here is sts:AssumeRole.`,
    }
  },
}

const actionFurther: Ailment = {
  id: 'action-further',
  part: 'trust-policy',
  title: 'The trust policy allows more than sts:AssumeRole',
  source: pages.action,
  found: ({ trust }) => {
    const further = (trust?.assuming ?? []).flatMap(({ statement: { Action, NotAction } }) => [
      ...listOf(Action).filter((action) => action.toLowerCase() !== 'sts:assumerole'),
      ...(NotAction === undefined ? [] : ['everything but what NotAction names']),
    ])
    if (further.length === 0) return null
    return {
      sentence: said`The trust policy also allows ${further.join(', ')}, which was not asked for.`,
      detail: said`sts:AssumeRole alone is enough.`,
    }
  },
}

const furtherStatement: Ailment = {
  id: 'statement-further',
  saysLessThan: ['second-statement-open', 'deny-statement', 'principal-further'],
  part: 'trust-policy',
  title: 'The trust policy has a further statement',
  source: pages.denyAllow,
  found: ({ trust }) => {
    if (trust === null || trust.statements.length < 2) return null
    return {
      sentence: said`The trust policy has ${trust.statements.length} statements, and one was asked for.`,
      detail: said`Statements add up. What the others allow is not known here and not needed.`,
    }
  },
}

const allows = ({ trust }: Patient, action: string): boolean =>
  trust?.statements.some((statement) => statement.Effect === 'Allow' && namesAction(statement, action)) === true

const hinted = (id: string, title: string, action: string, source: string): Ailment => ({
  id,
  part: 'vendor',
  title,
  source,
  found: (patient) => {
    const isTold = patient.reasons.some((reason) => reason.includes(`to perform: ${action}`))
    if (!isTold || allows(patient, action)) return null
    return {
      sentence: said`The call of ${patient.plan.vendor.name} also asks for ${action}, which the trust policy does not allow.`,
      detail: said`The trust policy is as it was asked for. ${patient.plan.vendor.name} should not send what needs ${action}; some ways of running an application add it unasked.`,
    }
  },
})

export const statementAilments: readonly Ailment[] = [
  hinted('session-tags-refused', 'The call carries session tags', 'sts:TagSession', pages.sessionTags),
  hinted('source-identity-refused', 'The call carries a source identity', 'sts:SetSourceIdentity', pages.sourceIdentity),
  actionMissing,
  deny,
]

/** What is no danger by itself, and was not asked for. */
export const surplusAilments: readonly Ailment[] = [actionFurther, furtherStatement]
