import { wholeAccount } from '#core/checks/aws-check.ts'
import { awsCheck, codeMeaning } from '#core/checks/checks.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { type RequestedCheck, requestedChecks } from '#core/connection/role-policies.ts'
import { messages } from '#core/text/messages.ts'
import { callerPolicies } from './evidence.ts'
import { isInspected } from './inspection/inspection.ts'
import { inspectionMessages, inspectionSentences, inspectionState } from './inspection/inspection-words.ts'
import type { PermissionCheckResult, Probe, ProbeName } from './probe-result.ts'
import type { Verdict } from './verdict.ts'

type NamedCheckState = 'passed' | 'failed' | 'running' | 'not-run' | 'unknown'

/** One line of the list that the customer sees. */
export type NamedCheck = {
  readonly id: string
  readonly title: string
  readonly state: NamedCheckState
  readonly detail: string
  readonly at: string | null
  readonly requestId: string | null
}

/** The checks of every connection. Those of permissions have their own texts. */
export const namedCheckMessages = messages('named-checks', {
  titles: {
    'role-answers': 'Role exists',
    'accepts-external-id': 'Accepts your external ID',
    'refuses-no-id': 'Denies requests without an external ID',
    'refuses-random-id': 'Denies a wrong external ID',
    'refuses-near-miss': 'Denies a near-match external ID',
    'refuses-other-account': 'Denies other AWS accounts',
    'refuses-other-role': 'Denies another role in our account',
  },
  unclear: 'No clear response from AWS.',
  waiting: 'AWS is making the role available.',
  noSign: 'Access denied. The role is missing or its trust policy doesn’t match.',
  allowedThenDenied: 'Allowed at first, then denied.',
  deniedOwnId: 'The role exists but denied your external ID.',
  wronglyAllowed: 'Allowed. It must be denied.',
  deniedByVendor: 'Inconclusive: a policy on our side blocked the request.',
  deniedSoFar: 'Inconclusive: every request is denied so far.',
  failed: (resource: string) => `Access denied, or ${resource} doesn’t exist.`,
  absent: (resource: string) => `${resource} doesn’t exist.`,
  deniedAction: (action: string) => `Access denied: ${action}.`,
  failedInAccount: 'Access denied.',
  absentInAccount: 'Not set up in this account.',
})

type Texts = ReturnType<typeof namedCheckMessages.in>
type Title = keyof Texts['titles']
type Detail = Exclude<keyof Texts, 'titles' | 'failed' | 'absent' | 'deniedAction'>

type Outcome = Pick<NamedCheck, 'state'> & {
  /** Null where the title and the state say it all. */
  readonly detail: Detail | null
  readonly answer?: Pick<Probe, 'at' | 'requestId'> | undefined
}

const answered = (answer: Outcome['answer']) => ({ at: answer?.at ?? null, requestId: answer?.requestId || null })

const notRun: Outcome = { state: 'not-run', detail: null }
const passed = (answer: Outcome['answer']): Outcome => ({ state: 'passed', detail: null, answer })

const find = (verdict: Verdict | null, name: ProbeName) => verdict?.probes.find((probe) => probe.name === name)
const isAssumed = (probe: Probe) => probe.outcome === 'assumed'
const provesExistence = (probe: Probe) => isAssumed(probe) || probe.hint === 'trust-policy-silent' || probe.hint === 'trust-policy-deny'

function roleExists(verdict: Verdict | null): Outcome {
  const rightId = find(verdict, 'right-id')
  if (verdict === null || rightId === undefined) return notRun
  const proof = verdict.probes.find(provesExistence)
  if (proof) return passed(proof)
  if (rightId.outcome === 'error') return { state: 'unknown', detail: 'unclear', answer: rightId }
  if (verdict.kind === 'waiting') return { state: 'running', detail: 'waiting', answer: rightId }
  return { state: 'failed', detail: 'noSign', answer: rightId }
}

function acceptsExternalId(verdict: Verdict | null): Outcome {
  const [first, again] = [find(verdict, 'right-id'), find(verdict, 'right-id-again')]
  if (first === undefined) return notRun
  if (first.outcome === 'error') return { state: 'unknown', detail: 'unclear', answer: first }
  if (isAssumed(first)) {
    if (again?.outcome === 'denied') return { state: 'unknown', detail: 'allowedThenDenied', answer: again }
    return passed(first)
  }
  if (verdict?.probes.some(provesExistence)) return { state: 'failed', detail: 'deniedOwnId', answer: first }
  return notRun
}

function denies(verdict: Verdict | null, name: ProbeName): Outcome {
  const probes = verdict?.probes.filter((probe) => probe.name === name) ?? []
  const wrong = probes.find(isAssumed)
  if (wrong) return { state: 'failed', detail: 'wronglyAllowed', answer: wrong }
  if (probes.length === 0) return notRun
  const open = probes.find((probe) => probe.outcome === 'error')
  if (open) return { state: 'unknown', detail: 'unclear', answer: open }
  const byVendor = probes.find((probe) => callerPolicies(probe) !== null)
  if (byVendor) return { state: 'unknown', detail: 'deniedByVendor', answer: byVendor }
  if (find(verdict, 'right-id')?.outcome !== 'assumed') return { state: 'unknown', detail: 'deniedSoFar', answer: probes[0] }
  return passed(probes[0])
}

function failure({ call, resource, code = '', action }: PermissionCheckResult, texts: Texts): string {
  if (action !== undefined) return texts.deniedAction(action)
  if (codeMeaning(call, code) === 'absent') return resource === wholeAccount ? texts.absentInAccount : texts.absent(resource)
  return resource === wholeAccount ? texts.failedInAccount : texts.failed(resource)
}

const checkStates = { passed: 'passed', failed: 'failed', error: 'unknown' } as const

function detailOf(result: PermissionCheckResult, texts: Texts): string {
  if (result.outcome === 'passed') return ''
  return result.outcome === 'failed' ? failure(result, texts) : texts.unclear
}

function permissionCheck(verdict: Verdict | null, requested: RequestedCheck, texts: Texts, language: string): NamedCheck {
  const { id, permissionSet, call, resource } = requested
  const result = verdict?.checks.find((check) => check.id === id && check.permissionSet === permissionSet && check.resource === resource)
  return {
    id: `${permissionSet}-${id}-${resource}`,
    title: awsCheck(call)?.messages.in(language).title(resource) ?? `${call} ${resource}`,
    state: result === undefined ? 'not-run' : checkStates[result.outcome],
    detail: result === undefined ? '' : detailOf(result, texts),
    ...answered(result),
  }
}

function roleInspection({ inspection }: Pick<Verdict, 'inspection'>, language: string): NamedCheck {
  const { title } = inspectionMessages.in(language)
  const named = { id: 'role-inspection', title } as const
  if (inspection === undefined) return { ...named, state: 'not-run', detail: '', at: null, requestId: null }
  return {
    ...named,
    state: inspectionState(inspection),
    detail: inspectionSentences(inspection, language).join(' '),
    at: inspection.at,
    requestId: inspection.requestIds[0] ?? null,
  }
}

type NamedChecksPlan = Pick<RolePlan, 'region' | 'permissions' | 'vendor'>

export function namedChecks(verdict: Verdict | null, plan: NamedChecksPlan, language = 'en'): readonly NamedCheck[] {
  const texts = namedCheckMessages.in(language)
  const named = (id: Title, { state, detail, answer }: Outcome): NamedCheck => ({
    id,
    title: texts.titles[id],
    state,
    detail: detail === null ? '' : texts[detail],
    ...answered(answer),
  })
  return [
    named('role-answers', roleExists(verdict)),
    named('accepts-external-id', acceptsExternalId(verdict)),
    named('refuses-no-id', denies(verdict, 'no-id')),
    named('refuses-random-id', denies(verdict, 'random-id')),
    named('refuses-near-miss', denies(verdict, 'near-miss')),
    ...(find(verdict, 'other-account') ? [named('refuses-other-account', denies(verdict, 'other-account'))] : []),
    ...(find(verdict, 'other-role') ? [named('refuses-other-role', denies(verdict, 'other-role'))] : []),
    ...(isInspected(plan) ? [roleInspection(verdict ?? {}, language)] : []),
    ...requestedChecks(plan, plan.vendor).map((requested) => permissionCheck(verdict, requested, texts, language)),
  ]
}
