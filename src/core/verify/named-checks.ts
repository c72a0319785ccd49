import type { RolePlan } from '../role-plan.ts'
import { type AskedCheck, askedChecks } from './permission-checks.ts'
import type { PermissionCheckResult, Probe, ProbeName, Verdict } from './verdict.ts'

export type NamedCheckState = 'passed' | 'failed' | 'running' | 'not-run' | 'unknown'

/** One line of the list that the customer sees. */
export type NamedCheck = {
  readonly id: string
  readonly title: string
  readonly state: NamedCheckState
  readonly detail: string
  readonly at: string | null
  readonly requestId: string | null
}

type Outcome = Pick<NamedCheck, 'state' | 'detail'> & { readonly seen?: Pick<Probe, 'at' | 'requestId'> | undefined }

const named = (id: string, title: string, { state, detail, seen }: Outcome): NamedCheck => ({
  id,
  title,
  state,
  detail,
  at: seen?.at ?? null,
  requestId: seen?.requestId || null,
})

const notRun: Outcome = { state: 'not-run', detail: '' }

const find = (verdict: Verdict | null, name: ProbeName) => verdict?.probes.find((probe) => probe.name === name)
const isAssumed = (probe: Probe) => probe.outcome === 'assumed'
const provesExistence = (probe: Probe) => isAssumed(probe) || probe.hint === 'trust-policy-silent' || probe.hint === 'trust-policy-deny'

function roleAnswers(verdict: Verdict | null): Outcome {
  const rightId = find(verdict, 'right-id')
  if (verdict === null || rightId === undefined) return notRun
  const proof = verdict.probes.find(provesExistence)
  if (proof) return { state: 'passed', detail: 'The role exists.', seen: proof }
  if (rightId.outcome === 'error') return { state: 'unknown', detail: 'AWS gave no usable answer.', seen: rightId }
  if (verdict.kind === 'waiting') return { state: 'running', detail: 'Waiting for AWS to make the role known.', seen: rightId }
  return { state: 'failed', detail: 'AWS gives no sign that the role exists or trusts us. It does not say which.', seen: rightId }
}

const accepted: Outcome = { state: 'passed', detail: 'AWS accepted the call.' }

function acceptsExternalId(verdict: Verdict | null): Outcome {
  const [first, again] = [find(verdict, 'right-id'), find(verdict, 'right-id-again')]
  if (first === undefined) return notRun
  if (first.outcome === 'error') return { state: 'unknown', detail: 'AWS gave no usable answer.', seen: first }
  if (isAssumed(first)) {
    if (again?.outcome === 'denied') return { state: 'unknown', detail: 'Accepted at first, refused at the end of the check.', seen: again }
    return { ...accepted, seen: first }
  }
  if (verdict?.probes.some(provesExistence))
    return { state: 'failed', detail: 'The role exists and refuses your external ID.', seen: first }
  return { state: 'not-run', detail: 'Can be told once the role answers.' }
}

function refuses(verdict: Verdict | null, name: ProbeName): Outcome {
  const probes = verdict?.probes.filter((probe) => probe.name === name) ?? []
  const wrong = probes.find(isAssumed)
  if (wrong) return { state: 'failed', detail: 'Accepted, and must be refused.', seen: wrong }
  if (probes.length === 0) return notRun
  const open = probes.find((probe) => probe.outcome === 'error')
  if (open) return { state: 'unknown', detail: 'AWS gave no usable answer.', seen: open }
  if (find(verdict, 'right-id')?.outcome !== 'assumed') {
    return { state: 'unknown', detail: 'Refused, as every call so far, which proves nothing yet.', seen: probes[0] }
  }
  return { state: 'passed', detail: 'AWS refused the call.', seen: probes[0] }
}

const checkTitles: Readonly<Record<AskedCheck['call'], (resource: string) => string>> = {
  's3-head-bucket': (bucket) => `Bucket ${bucket} answers`,
  's3-list-objects': (bucket) => `Bucket ${bucket} lists its objects`,
}

const checkOutcomes: Readonly<Record<PermissionCheckResult['outcome'], Pick<Outcome, 'state' | 'detail'>>> = {
  passed: { state: 'passed', detail: 'The call worked.' },
  failed: { state: 'failed', detail: 'The role may not make this call, or the resource does not exist.' },
  error: { state: 'unknown', detail: 'AWS gave no usable answer.' },
}

function permissionCheck(verdict: Verdict | null, asked: AskedCheck): NamedCheck {
  const result = verdict?.checks.find(
    (check) => check.id === asked.id && check.resource === asked.resource && check.permissionSet === asked.permissionSet,
  )
  const outcome = result ? { ...checkOutcomes[result.outcome], seen: result } : notRun
  return named(`${asked.permissionSet}-${asked.id}-${asked.resource}`, checkTitles[asked.call](asked.resource), outcome)
}

/** What was proved and what was not, from the verdict alone. */
export function namedChecks(verdict: Verdict | null, plan: Pick<RolePlan, 'terms' | 'vendor'>): readonly NamedCheck[] {
  return [
    named('role-answers', 'Role answers', roleAnswers(verdict)),
    named('accepts-external-id', 'Accepts the external ID', acceptsExternalId(verdict)),
    named('refuses-no-id', 'Refuses requests without it', refuses(verdict, 'no-id')),
    named('refuses-random-id', 'Refuses a wrong one', refuses(verdict, 'random-id')),
    named('refuses-near-miss', 'Refuses one that is almost right', refuses(verdict, 'near-miss')),
    ...(find(verdict, 'other-account')
      ? [named('refuses-other-account', 'Refuses another account', refuses(verdict, 'other-account'))]
      : []),
    ...askedChecks(plan.terms, plan.vendor).map((asked) => permissionCheck(verdict, asked)),
  ]
}
