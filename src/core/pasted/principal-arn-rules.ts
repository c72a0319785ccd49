import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'
import { conditionTests } from './condition-rules.ts'
import type { PastedRole } from './pasted-role.ts'
import { type PastedRule, pages } from './pasted-rule.ts'
import { roleArnParts } from './role-arn-parts.ts'
import { type ConditionTest, isKey } from './trust-reading.ts'

export const principalArnMessages = messages('principal-arn-rules', {
  principalArnSession: {
    title: 'The condition on aws:PrincipalArn names a session',
    sentence: (value: string, wanted: string) =>
      `The condition on aws:PrincipalArn names the session ${value}; for a session the key holds the role, ${wanted}.`,
  },
  principalArnCase: {
    title: 'The condition on aws:PrincipalArn differs in upper and lower case',
    sentence: (value: string, wanted: string) =>
      `The condition on aws:PrincipalArn names ${value}, which differs from ${wanted} in upper and lower case.`,
  },
  principalArnPath: {
    title: 'The condition on aws:PrincipalArn has another path',
    sentence: (value: string, wanted: string) => `The condition on aws:PrincipalArn names ${value}, which has another path than ${wanted}.`,
  },
  principalArnOther: {
    title: 'The condition on aws:PrincipalArn names another role',
    sentence: (value: string, wanted: string) => `The condition on aws:PrincipalArn names ${value}, and the application role is ${wanted}.`,
  },
  principalArnOperator: {
    title: 'aws:PrincipalArn is compared in another way than asked for',
    sentence: (operator: string) => `The application role is compared by ${operator} instead of ArnEquals.`,
    detail: (applicationRoleArn: string) => `It must be ArnEquals with aws:PrincipalArn ${applicationRoleArn}.`,
  },
  principalArnMissing: {
    title: 'The condition that names the application role is missing',
    sentence: (applicationRoleArn: string) => `The trust policy allows every role in the vendor account, not just ${applicationRoleArn}.`,
    detail: (applicationRoleArn: string) => `The condition ArnEquals with aws:PrincipalArn ${applicationRoleArn} is missing.`,
  },
  arnDetail: (wanted: string) => `It must be ArnEquals with aws:PrincipalArn ${wanted}.`,
})

const principalTests = (pastedRole: PastedRole): readonly ConditionTest[] =>
  pastedRole.plan.applicationRoleArn === null ? [] : conditionTests(pastedRole).filter((test) => isKey(test, 'aws:PrincipalArn'))

type ArnForm = Pick<PastedRule, 'id' | 'title' | 'suppressedBy'> & {
  readonly is: (value: string, wanted: string) => boolean
  readonly sentence: (value: string, wanted: string) => Text
}

const sameName = (value: string, wanted: string, change: (text: string) => string = (text) => text): boolean =>
  change(roleArnParts(value)?.roleName ?? '') === change(roleArnParts(wanted)?.roleName ?? '.')

const arnForms: readonly ArnForm[] = [
  {
    id: 'principal-arn-session',
    title: (language) => principalArnMessages.in(language).principalArnSession.title,
    is: (value) => value.includes(':assumed-role/'),
    sentence: (value, wanted) => (language) => principalArnMessages.in(language).principalArnSession.sentence(value, wanted),
  },
  {
    id: 'principal-arn-case',
    title: (language) => principalArnMessages.in(language).principalArnCase.title,
    is: (value, wanted) => value !== wanted && value.toLowerCase() === wanted.toLowerCase(),
    sentence: (value, wanted) => (language) => principalArnMessages.in(language).principalArnCase.sentence(value, wanted),
  },
  {
    id: 'principal-arn-path',
    title: (language) => principalArnMessages.in(language).principalArnPath.title,
    is: (value, wanted) =>
      value !== wanted &&
      sameName(value, wanted) &&
      roleArnParts(value)?.accountId === roleArnParts(wanted)?.accountId &&
      roleArnParts(value)?.path !== roleArnParts(wanted)?.path,
    sentence: (value, wanted) => (language) => principalArnMessages.in(language).principalArnPath.sentence(value, wanted),
  },
  {
    id: 'principal-arn-other',
    suppressedBy: ['principal-arn-session', 'principal-arn-case', 'principal-arn-path'],
    title: (language) => principalArnMessages.in(language).principalArnOther.title,
    is: (value, wanted) => value !== wanted,
    sentence: (value, wanted) => (language) => principalArnMessages.in(language).principalArnOther.sentence(value, wanted),
  },
]

const arnRule = ({ is, sentence, ...ailment }: ArnForm): PastedRule => ({
  ...ailment,
  part: 'trust-policy',
  source: `${pages.conditionKeys}#condition-keys-principalarn`,
  found: (pastedRole) => {
    const wanted = pastedRole.plan.applicationRoleArn ?? ''
    const value = principalTests(pastedRole)
      .flatMap(({ values }) => values)
      .find((candidate) => is(candidate, wanted))
    return value === undefined
      ? null
      : { sentence: sentence(value, wanted), detail: (language) => principalArnMessages.in(language).arnDetail(wanted) }
  },
})

const equalOperators = ['ArnEquals', 'ArnLike', 'StringEquals']

const arnOperator: PastedRule = {
  id: 'principal-arn-operator',
  part: 'trust-policy',
  title: (language) => principalArnMessages.in(language).principalArnOperator.title,
  source: pages.operators,
  found: (pastedRole) => {
    const test = principalTests(pastedRole).find(({ operator }) => !equalOperators.includes(operator))
    if (test === undefined) return null
    return {
      sentence: (language) => principalArnMessages.in(language).principalArnOperator.sentence(test.operator),
      detail: (language) => principalArnMessages.in(language).principalArnOperator.detail(pastedRole.plan.applicationRoleArn ?? ''),
    }
  },
}

const arnMissing: PastedRule = {
  id: 'principal-arn-missing',
  suppressedBy: ['second-statement-open'],
  part: 'trust-policy',
  title: (language) => principalArnMessages.in(language).principalArnMissing.title,
  source: `${pages.conditionKeys}#condition-keys-principalarn`,
  found: ({ trust, plan }) => {
    const isMissing = trust?.assuming.some(({ tests }) => !tests.some((test) => isKey(test, 'aws:PrincipalArn')))
    if (plan.applicationRoleArn === null || !isMissing) return null
    return {
      sentence: (language) => principalArnMessages.in(language).principalArnMissing.sentence(plan.applicationRoleArn ?? ''),
      detail: (language) => principalArnMessages.in(language).principalArnMissing.detail(plan.applicationRoleArn ?? ''),
    }
  },
}

/** How the condition names the application role. */
export const principalArnRules: readonly PastedRule[] = [...arnForms.map(arnRule), arnOperator, arnMissing]
