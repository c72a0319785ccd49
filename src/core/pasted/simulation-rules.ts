import type { RolePlan } from '#core/connection/role-plan.ts'
import { evaluateIdentityPolicies } from '#core/policy/evaluate.ts'
import { messages } from '#core/text/messages.ts'
import type { SimulatedCall } from './finding-fact.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, type PlanFacts, planFacts } from './pasted-rule.ts'
import { attachmentsCommand, permissionsCommand, roleCommand } from './permissions-command.ts'
import { rightsOf } from './policy-rights.ts'

type SimulatedFacts = PlanFacts & {
  readonly action: string
  readonly resource: string
  readonly requested: string
  readonly missingKeys: string
  readonly identityArn: string
}

const onResource = ({ action, resource }: SimulatedFacts): string => (resource === '' ? action : `${action} on ${resource}`)

export const simulationMessages = messages('simulation-rules', {
  'simulation-assume-role': {
    title: 'The policy simulator doesn’t evaluate trust policies',
    sentence:
      'The policy simulator doesn’t evaluate the trust policy of a role, so this result says nothing about whether the role can be assumed.',
    detail: (facts: SimulatedFacts) =>
      `The role itself doesn’t need sts:AssumeRole. To check whether ${facts.vendor} can assume it, paste the output of: ${roleCommand(facts)}`,
  },
  'simulation-other-identity': {
    title: 'The simulation is about a different identity',
    sentence: ({ identityArn }: SimulatedFacts) => `The simulation tested the policies of ${identityArn}, not those of the role.`,
    detail: ({ roleArn }: SimulatedFacts) => `Simulate again with: --policy-source-arn ${roleArn}`,
  },
  'simulation-organization': {
    title: 'A policy of the organization denies the action',
    sentence: (facts: SimulatedFacts) =>
      `The policy simulator says that a service control policy (SCP) doesn’t allow ${onResource(facts)}.`,
    detail: () =>
      'Nothing in the role can override it. If the SCP has conditions, the result can differ from a real call. Ask your AWS Organizations admin.',
  },
  'simulation-boundary': {
    title: 'The permissions boundary denies the action',
    sentence: (facts: SimulatedFacts) => `The policy simulator says that the permissions boundary doesn’t allow ${onResource(facts)}.`,
    detail: () => 'Allow the action in the boundary as well, or use a boundary that allows it.',
  },
  'simulation-denied': {
    title: 'A policy denies a requested action',
    sentence: (facts: SimulatedFacts) => `The policy simulator says that a Deny in one of the policies blocks ${onResource(facts)}.`,
    detail: (facts: SimulatedFacts) =>
      `A Deny overrides every Allow. To find it, see the matched statements in the result, or paste the output of: ${permissionsCommand(facts)}`,
  },
  'simulation-not-allowed': {
    title: 'No policy allows a requested action',
    sentence: (facts: SimulatedFacts) => `The policy simulator says that no tested policy allows ${onResource(facts)}.`,
    detail: (facts: SimulatedFacts) =>
      `${facts.vendor} requested it.${facts.missingKeys === '' ? '' : ` The simulation lacked values for ${facts.missingKeys}.`} To see what the role has, paste the output of: ${permissionsCommand(facts)}`,
  },
  'simulation-managed-policy': {
    title: 'A requested managed policy may allow the action',
    sentence: ({ action }: SimulatedFacts) =>
      `The simulation tested ${action}. We can’t tell whether a requested managed policy allows it.`,
    detail: (facts: SimulatedFacts) => `To see what is attached, paste the output of: ${attachmentsCommand(facts)}`,
  },
  'simulation-other-resource': {
    title: 'The simulation used a different resource',
    sentence: ({ action, resource, requested }: SimulatedFacts) =>
      `The simulation tested ${action} on ${resource === '*' ? 'all resources (*)' : resource}. The request is for ${requested}, so this denial is expected.`,
    detail: ({ requested }: SimulatedFacts) => `Simulate again with this resource: ${requested}`,
  },
  'simulation-not-requested': {
    title: 'The action wasn’t requested',
    sentence: ({ action }: SimulatedFacts) => `The role isn’t meant to allow ${action}, so this denial is expected.`,
    detail: ({ vendor }: SimulatedFacts) => `${vendor} didn’t request this action. If it’s needed, ask ${vendor}.`,
  },
  'simulation-further': {
    title: 'A policy allows more than was requested',
    sentence: (facts: SimulatedFacts) => `According to the simulation, a policy allows ${onResource(facts)}, which wasn’t requested.`,
    detail: (facts: SimulatedFacts) =>
      `${facts.vendor} doesn’t need it. To see what the role allows, paste the output of: ${permissionsCommand(facts)}`,
  },
  'simulation-allowed': {
    title: 'The policy simulator allows what it tested',
    sentence: 'The policy simulator allows what was tested, as requested. It doesn’t evaluate the trust policy.',
    detail: (facts: SimulatedFacts) => `To check whether ${facts.vendor} can assume the role, paste the output of: ${roleCommand(facts)}`,
  },
})

const source = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html'

type Request = {
  readonly identityArn: string | null
  readonly isOfOther: boolean
  readonly call: SimulatedCall
  readonly isRequested: boolean
  /** A requested managed policy may allow it, and isn't read here. */
  readonly isUndecided: boolean
  readonly requested: string | null
}

const nameOf = (action: string): string => action.slice(action.indexOf(':') + 1).toLowerCase()

/** A console row has no service in it. */
const isSameAction = (simulated: string, written: string): boolean =>
  simulated.includes(':') ? simulated.toLowerCase() === written.toLowerCase() : nameOf(simulated) === nameOf(written)

function requestOf(call: SimulatedCall, identityArn: string | null, { permissionsPolicy, managedPolicyArns, roleArn }: RolePlan): Request {
  const rights = rightsOf(permissionsPolicy)
  const right = rights.find(({ action }) => isSameAction(call.action, action))
  const action = call.action.includes(':') ? call.action : (right?.action ?? call.action)
  const isAllowed =
    evaluateIdentityPolicies([permissionsPolicy], { action, resource: call.resource.replaceAll('*', 'rolebridge') }) === 'allowed'
  const isRequested = isAllowed && (call.resource !== '*' || right?.written.resource === '*')
  return {
    identityArn,
    isOfOther: identityArn !== null && identityArn !== roleArn,
    call,
    isRequested,
    isUndecided: !isRequested && managedPolicyArns.length > 0,
    requested: right?.written.resource ?? null,
  }
}

const isAssumeRole = ({ call }: Request): boolean => nameOf(call.action) === 'assumerole'
const isDenied = ({ call }: Request): boolean => call.decision !== 'allowed'

type Form = Pick<PastedRule, 'part'> & {
  readonly id: keyof ReturnType<typeof simulationMessages.in>
  readonly is: (request: Request) => boolean
}

/** In the order of urgency. */
const forms: readonly Form[] = [
  { id: 'simulation-other-identity', part: 'finding', is: (all) => all.isOfOther && !isAssumeRole(all) },
  {
    id: 'simulation-organization',
    part: 'finding',
    is: (all) => isDenied(all) && all.isRequested && all.call.isDeniedBy === 'organization',
  },
  { id: 'simulation-boundary', part: 'boundary', is: (all) => isDenied(all) && all.isRequested && all.call.isDeniedBy === 'boundary' },
  { id: 'simulation-denied', part: 'permissions-policy', is: (all) => all.isRequested && all.call.decision === 'explicitDeny' },
  { id: 'simulation-not-allowed', part: 'permissions-policy', is: (all) => all.isRequested && isDenied(all) },
  { id: 'simulation-assume-role', part: 'finding', is: isAssumeRole },
  { id: 'simulation-managed-policy', part: 'finding', is: (all) => all.isUndecided },
  { id: 'simulation-further', part: 'permissions-policy', is: (all) => !isDenied(all) && !all.isRequested },
  { id: 'simulation-other-resource', part: 'finding', is: (all) => isDenied(all) && all.requested !== null },
  { id: 'simulation-not-requested', part: 'finding', is: isDenied },
  { id: 'simulation-allowed', part: 'finding', is: () => true },
]

function requests({ findings, plan }: PastedRole): readonly Request[] {
  return findings.flatMap((finding) =>
    finding.kind === 'simulation' ? finding.calls.map((call) => requestOf(call, finding.identityArn, plan)) : [],
  )
}

const factsOf = ({ call, requested, identityArn }: Request, plan: RolePlan): SimulatedFacts => ({
  ...planFacts(plan),
  action: call.action,
  resource: call.resource,
  requested: requested ?? '',
  missingKeys: call.missingKeys.join(', '),
  identityArn: identityArn ?? '',
})

const ofForm = ({ id, part, is }: Form): PastedRule =>
  familyRule(simulationMessages.in, {
    id,
    part,
    source,
    suppresses: forms.map((form) => form.id).filter((other) => other !== id),
    facts: (pastedRole) => {
      const found = requests(pastedRole).find(is)
      return found === undefined ? null : factsOf(found, pastedRole.plan)
    },
  })

/** Results of the policy simulator. */
export const simulationRules: readonly PastedRule[] = forms.map(ofForm)
