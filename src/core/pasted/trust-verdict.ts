import { nearMisses } from '#core/connection/external-id/likeness.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import type { PolicyDocument } from '#core/policy/document.ts'
import { type Evaluation, evaluateTrustPolicy } from '#core/policy/evaluate.ts'

type TrustProbe = { readonly name: string; readonly expected: 'allowed' | 'denied'; readonly evaluation: Evaluation }

export type TrustVerdict = {
  readonly kind: 'safe' | 'refused' | 'open' | 'unknown'
  readonly probes: readonly TrustProbe[]
}

type Call = { readonly name: string; readonly callerArn: string; readonly externalId: string | undefined }

const sessionArn = ({ partition }: RolePlan, accountId: string, roleName: string): string =>
  `arn:${partition}:sts::${accountId}:assumed-role/${roleName}/rolebridge`

const otherAccount = (plan: RolePlan): string => (plan.vendorAccountId === '123456789012' ? '210987654321' : '123456789012')
const roleNameOf = (arn: string): string => arn.split('/').at(-1) ?? ''

/** Of the same length, so that only the value differs. */
const randomLike = (externalId: string): string => [...externalId].map((_, at) => 'rolebridge'[at % 10] ?? 'r').join('')

function wrongCalls(plan: RolePlan, callerArn: string): readonly Call[] {
  const { externalId, vendorAccountId, applicationRoleArn } = plan
  const random = randomLike(externalId)
  const otherRole = sessionArn(plan, vendorAccountId, 'SomeOtherRole')
  return [
    { name: 'no-id', callerArn, externalId: undefined },
    { name: 'random-id', callerArn, externalId: random === externalId ? `${random}2` : random },
    ...nearMisses(externalId).map((miss) => ({ name: `near-miss ${miss.variant}`, callerArn, externalId: miss.externalId })),
    { name: 'other-account', callerArn: sessionArn(plan, otherAccount(plan), 'Application'), externalId },
    ...(applicationRoleArn === null || roleNameOf(applicationRoleArn) === 'SomeOtherRole'
      ? []
      : [{ name: 'other-role', callerArn: otherRole, externalId }]),
  ]
}

const isDenied = (evaluation: Evaluation): boolean => evaluation === 'explicitly-denied' || evaluation === 'implicitly-denied'

function verdictKind([right, ...wrong]: readonly TrustProbe[]): TrustVerdict['kind'] {
  if (wrong.some(({ evaluation }) => evaluation === 'allowed')) return 'open'
  if (right === undefined || isDenied(right.evaluation)) return 'refused'
  return right.evaluation === 'allowed' && wrong.every(({ evaluation }) => isDenied(evaluation)) ? 'safe' : 'unknown'
}

/** The calls of a verification, judged by the text of the policy alone. Unknown is never safe. */
export function trustVerdict(document: PolicyDocument, plan: RolePlan): TrustVerdict {
  const callerArn = sessionArn(plan, plan.vendorAccountId, roleNameOf(plan.applicationRoleArn ?? 'role/Application'))
  const probe = ({ name, ...call }: Call, expected: TrustProbe['expected']): TrustProbe => ({
    name,
    expected,
    evaluation: evaluateTrustPolicy(document, { ...call, action: 'sts:AssumeRole' }),
  })
  const probes = [
    probe({ name: 'right-id', callerArn, externalId: plan.externalId }, 'allowed'),
    ...wrongCalls(plan, callerArn).map((call) => probe(call, 'denied')),
  ]
  return { kind: verdictKind(probes), probes }
}
