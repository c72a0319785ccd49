import type { RolePlan } from '#core/connection/role-plan.ts'
import { type PlanFacts, planFacts } from './pasted-rule.ts'
import { asSentence } from './quoted-reason.ts'
import { wordsOfAws } from './words-of-aws.ts'

export type CreationFacts = PlanFacts & {
  /** The capabilities that CloudFormation asks to acknowledge. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
  readonly capabilities: readonly string[]
  readonly parameter: RejectedParameter
  readonly stackSet: StackSetRoles
  readonly attempt: Attempt
  /** The fault of a policy in IAM's words; empty where it says only that there is one. */
  readonly policyFault: string
}

/** The operation that CloudFormation was to run on the stack, as far as the text says. */
export type Attempt = 'create' | 'update' | 'unknown'

export function attemptOf(operation: string | null | undefined): Attempt {
  if (operation === 'UpdateStack') return 'update'
  return operation === 'CreateStack' ? 'create' : 'unknown'
}

type StackSetRoles = {
  /** The written form, which may be masked. Empty where the text names none. */
  readonly inAccount: string
  readonly executionRole: string
  /** Empty where its name is cut off. */
  readonly administrationRole: string
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html */
function stackSetRolesIn(reason: string): StackSetRoles {
  const [, inAccount, executionRole, administrationRole = ''] =
    /Account ([\d*xX]{4,14}) should have '([^']{1,80})' role with trust relationship(?: to Role '([^']{1,80})')?/.exec(reason) ?? []
  if (inAccount !== undefined && executionRole !== undefined) return { inAccount, executionRole, administrationRole }
  const [, called = 'AWSCloudFormationStackSetExecutionRole'] =
    /on resource: \S{0,60}:role\/(\S{0,60}StackSetExecutionRole)/.exec(reason) ?? []
  return { inAccount: '', executionRole: called, administrationRole: 'AWSCloudFormationStackSetAdministrationRole' }
}

/** The name is empty where CloudFormation doesn't give it. */
type RejectedParameter = { readonly name: string; readonly problem: 'value' | 'missing' | 'unknown' }

function parameterIn(reason: string): RejectedParameter {
  const [, listed, said] = /Parameters?:? \[([^\]]{0,200})\] (must have|do not exist)/.exec(reason) ?? []
  if (listed !== undefined) return { name: listed, problem: said === 'must have' ? 'missing' : 'unknown' }
  const [, alone, at] = /Parameter '?(\w+)'? (?:failed|must)|at '(\w+)[^'\n]{0,80}' failed/.exec(reason) ?? []
  return { name: alone ?? at ?? '', problem: 'value' }
}

export const namedIam = 'CAPABILITY_NAMED_IAM'
export const autoExpand = 'CAPABILITY_AUTO_EXPAND'

function capabilitiesIn(reason: string): readonly string[] {
  const [, listed = ''] = /Requires capabilities\s*:\s*\[([^\]]{0,200})\]/i.exec(reason) ?? []
  const found = listed.match(/CAPABILITY_\w+/g) ?? [namedIam]
  return [...new Set(found)]
}

export function policyFaultIn(reason: string): string {
  const [said = ''] = reason.split(/\s*\(Service: |\s*\n?\s*status code: /)
  const words = wordsOfAws(said.replace(/^.*\bMalformedPolicyDocument(?:Exception)?\b["'`]?:?\s*/s, ''))
  return /^[,.;?!]/.test(words) || words.split(/\s+/).length < 3 || /^Syntax errors? in policy/i.test(words) ? '' : asSentence(words)
}

/** The values that CloudFormation's or IAM's message names. */
export const creationFacts = (reason: string, plan: RolePlan, attempt: Attempt): CreationFacts => ({
  ...planFacts(plan),
  capabilities: capabilitiesIn(reason),
  parameter: parameterIn(reason),
  stackSet: stackSetRolesIn(reason),
  attempt,
  policyFault: policyFaultIn(reason),
})
