import type { RolePlan } from '#core/connection/role-plan.ts'
import { inEnglish, type Said, type Say, said } from '#core/rules/said.ts'
import { callerPolicies } from './evidence.ts'
import { type AskedCheck, askedChecks } from './permission-checks.ts'
import type { PermissionCheckResult, Probe, ProbeName, Verdict } from './verdict.ts'

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

type Outcome = Pick<NamedCheck, 'state'> & { readonly detail: Said; readonly seen?: Pick<Probe, 'at' | 'requestId'> | undefined }

type SaidCheck = Omit<NamedCheck, 'title' | 'detail'> & { readonly title: Said; readonly detail: Said }

const named = (id: string, title: Said, { state, detail, seen }: Outcome): SaidCheck => ({
  id,
  title,
  state,
  detail,
  at: seen?.at ?? null,
  requestId: seen?.requestId || null,
})

const notRun: Outcome = { state: 'not-run', detail: said`` }

const find = (verdict: Verdict | null, name: ProbeName) => verdict?.probes.find((probe) => probe.name === name)
const isAssumed = (probe: Probe) => probe.outcome === 'assumed'
const provesExistence = (probe: Probe) => isAssumed(probe) || probe.hint === 'trust-policy-silent' || probe.hint === 'trust-policy-deny'

function roleAnswers(verdict: Verdict | null): Outcome {
  const rightId = find(verdict, 'right-id')
  if (verdict === null || rightId === undefined) return notRun
  const proof = verdict.probes.find(provesExistence)
  if (proof) return { state: 'passed', detail: said`The role exists.`, seen: proof }
  if (rightId.outcome === 'error') return { state: 'unknown', detail: said`AWS gave no usable answer.`, seen: rightId }
  if (verdict.kind === 'waiting') return { state: 'running', detail: said`Waiting for AWS to make the role known.`, seen: rightId }
  return { state: 'failed', detail: said`AWS gives no sign that the role exists or trusts us. It does not say which.`, seen: rightId }
}

const accepted: Outcome = { state: 'passed', detail: said`AWS accepted the call.` }

function acceptsExternalId(verdict: Verdict | null): Outcome {
  const [first, again] = [find(verdict, 'right-id'), find(verdict, 'right-id-again')]
  if (first === undefined) return notRun
  if (first.outcome === 'error') return { state: 'unknown', detail: said`AWS gave no usable answer.`, seen: first }
  if (isAssumed(first)) {
    if (again?.outcome === 'denied')
      return { state: 'unknown', detail: said`Accepted at first, refused at the end of the check.`, seen: again }
    return { ...accepted, seen: first }
  }
  if (verdict?.probes.some(provesExistence))
    return { state: 'failed', detail: said`The role exists and refuses your external ID.`, seen: first }
  return { state: 'not-run', detail: said`Can be told once the role answers.` }
}

const denied: Outcome = { state: 'passed', detail: said`AWS refused the call.` }

function refuses(verdict: Verdict | null, name: ProbeName): Outcome {
  const probes = verdict?.probes.filter((probe) => probe.name === name) ?? []
  const wrong = probes.find(isAssumed)
  if (wrong) return { state: 'failed', detail: said`Accepted, and must be refused.`, seen: wrong }
  if (probes.length === 0) return notRun
  const open = probes.find((probe) => probe.outcome === 'error')
  if (open) return { state: 'unknown', detail: said`AWS gave no usable answer.`, seen: open }
  const byUs = probes.find((probe) => callerPolicies(probe) !== null)
  if (byUs) return { state: 'unknown', detail: said`A policy on our side blocked the call, which proves nothing.`, seen: byUs }
  if (find(verdict, 'right-id')?.outcome !== 'assumed') {
    return { state: 'unknown', detail: said`Refused, as every call so far, which proves nothing yet.`, seen: probes[0] }
  }
  return { ...denied, seen: probes[0] }
}

const checkTitles: Readonly<Record<AskedCheck['call'], (resource: string) => Said>> = {
  's3-head-bucket': (bucket) => said`Bucket ${bucket} answers`,
  's3-list-objects': (bucket) => said`Bucket ${bucket} lists its objects`,
}

const checkOutcomes: Readonly<Record<PermissionCheckResult['outcome'], Pick<Outcome, 'state' | 'detail'>>> = {
  passed: { state: 'passed', detail: said`The call worked.` },
  failed: { state: 'failed', detail: said`The role may not make this call, or the resource does not exist.` },
  error: { state: 'unknown', detail: said`AWS gave no usable answer.` },
}

function permissionCheck(verdict: Verdict | null, asked: AskedCheck): SaidCheck {
  const result = verdict?.checks.find(
    (check) => check.id === asked.id && check.resource === asked.resource && check.permissionSet === asked.permissionSet,
  )
  const outcome = result ? { ...checkOutcomes[result.outcome], seen: result } : notRun
  return named(`${asked.permissionSet}-${asked.id}-${asked.resource}`, checkTitles[asked.call](asked.resource), outcome)
}

type NamedChecksPlan = Pick<RolePlan, 'permissions' | 'vendor'>

function saidChecks(verdict: Verdict | null, plan: NamedChecksPlan): readonly SaidCheck[] {
  return [
    named('role-answers', said`Role answers`, roleAnswers(verdict)),
    named('accepts-external-id', said`Accepts the external ID`, acceptsExternalId(verdict)),
    named('refuses-no-id', said`Refuses requests without it`, refuses(verdict, 'no-id')),
    named('refuses-random-id', said`Refuses a wrong one`, refuses(verdict, 'random-id')),
    named('refuses-near-miss', said`Refuses one that is almost right`, refuses(verdict, 'near-miss')),
    ...(find(verdict, 'other-account')
      ? [named('refuses-other-account', said`Refuses another account`, refuses(verdict, 'other-account'))]
      : []),
    ...(find(verdict, 'other-role')
      ? [named('refuses-other-role', said`Refuses another role of ours`, refuses(verdict, 'other-role'))]
      : []),
    ...askedChecks(plan, plan.vendor).map((asked) => permissionCheck(verdict, asked)),
  ]
}

/** What was proved and what was not, from the verdict alone. */
export function namedChecks(verdict: Verdict | null, plan: NamedChecksPlan, say: Say = inEnglish): readonly NamedCheck[] {
  const words = (sentence: Said) => say(sentence, 'named-checks')
  return saidChecks(verdict, plan).map(({ title, detail, ...check }) => ({ ...check, title: words(title), detail: words(detail) }))
}
