import type { ConditionView } from '#core/policy/policy-view.ts'
import { tp34, tp34Messages } from '#core/rules/trust/caller-conditions.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { conditionTests } from './condition-rules.ts'
import { assuming, type PastedRole } from './pasted-role.ts'
import { type PastedRule, pages } from './pasted-rule.ts'
import { roleArnParts } from './role-shapes.ts'

export const principalArnMessages = messages('principal-arn-rules', {
  principalArnCase: {
    title: 'The condition on aws:PrincipalArn has different capitalization',
    sentence: (value: string, wanted: string) =>
      `The condition on aws:PrincipalArn names ${value}, which differs from ${wanted} only in capitalization.`,
  },
  principalArnPath: {
    title: 'The condition on aws:PrincipalArn has a different path',
    sentence: (value: string, wanted: string) =>
      `The condition on aws:PrincipalArn names ${value}, which has a different path than ${wanted}.`,
  },
  principalArnOther: {
    title: 'The condition on aws:PrincipalArn names a different role',
    sentence: (value: string, wanted: string) => `The condition on aws:PrincipalArn names ${value}. The application role is ${wanted}.`,
  },
  principalArnOperator: {
    title: 'aws:PrincipalArn is compared with a different operator',
    sentence: (operator: string) => `The application role is compared with ${operator} instead of ArnEquals.`,
  },
  principalArnMissing: {
    title: 'The condition that names the application role is missing',
    sentence: (applicationRoleArn: string) => `The trust policy allows every role in the vendor account, not just ${applicationRoleArn}.`,
    detail: (applicationRoleArn: string) => `The condition ArnEquals with aws:PrincipalArn ${applicationRoleArn} is missing.`,
  },
  must: (wanted: string) => `It must be ArnEquals with aws:PrincipalArn ${wanted}.`,
})

const principalTests = (pastedRole: PastedRole): readonly ConditionView[] =>
  pastedRole.plan.applicationRoleArn === null ? [] : conditionTests(pastedRole).filter(({ keyName }) => keyName === 'aws:principalarn')

type ArnForm = Pick<PastedRule, 'id' | 'title' | 'suppressedBy'> & {
  readonly is: (value: string, wanted: string) => boolean
  readonly sentence: (value: string, wanted: string) => Text
}

const sameName = (value: string, wanted: string, change: (text: string) => string = (text) => text): boolean =>
  change(roleArnParts(value)?.roleName ?? '') === change(roleArnParts(wanted)?.roleName ?? '.')

const arnForms: readonly ArnForm[] = [
  {
    id: tp34.id,
    title: (language) => tp34Messages.in(language).title,
    is: (value) => value.includes(':assumed-role/'),
    sentence: (_, wanted) => (language) => tp34Messages.in(language).found(JSON.stringify(wanted)),
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
    suppressedBy: [tp34.id, 'principal-arn-case', 'principal-arn-path'],
    title: (language) => principalArnMessages.in(language).principalArnOther.title,
    is: (value, wanted) => value !== wanted,
    sentence: (value, wanted) => (language) => principalArnMessages.in(language).principalArnOther.sentence(value, wanted),
  },
]

const arnRule = ({ is, sentence, ...rule }: ArnForm): PastedRule => ({
  ...rule,
  part: 'trust-policy',
  source: `${pages.conditionKeys}#condition-keys-principalarn`,
  found: (pastedRole) => {
    const wanted = pastedRole.plan.applicationRoleArn ?? ''
    const value = principalTests(pastedRole)
      .flatMap(({ values }) => values.map(({ text }) => text))
      .find((candidate) => is(candidate, wanted))
    return value === undefined
      ? null
      : { sentence: sentence(value, wanted), detail: (language) => principalArnMessages.in(language).must(wanted) }
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
      detail: (language) => principalArnMessages.in(language).must(pastedRole.plan.applicationRoleArn ?? ''),
    }
  },
}

const arnMissing: PastedRule = {
  id: 'principal-arn-missing',
  suppressedBy: ['TP22'],
  part: 'trust-policy',
  title: (language) => principalArnMessages.in(language).principalArnMissing.title,
  source: `${pages.conditionKeys}#condition-keys-principalarn`,
  found: (pastedRole) => {
    const { plan } = pastedRole
    const isMissing = assuming(pastedRole).some(({ conditions }) => !conditions.some(({ keyName }) => keyName === 'aws:principalarn'))
    if (plan.applicationRoleArn === null || !isMissing) return null
    return {
      sentence: (language) => principalArnMessages.in(language).principalArnMissing.sentence(plan.applicationRoleArn ?? ''),
      detail: (language) => principalArnMessages.in(language).principalArnMissing.detail(plan.applicationRoleArn ?? ''),
    }
  },
}

/** How the condition names the application role. */
export const principalArnRules: readonly PastedRule[] = [...arnForms.map(arnRule), arnOperator, arnMissing]
