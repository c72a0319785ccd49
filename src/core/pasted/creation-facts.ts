import type { RolePlan } from '#core/connection/role-plan.ts'
import { type PlanFacts, planFacts } from './pasted-rule.ts'
import { asSentence } from './quoted-reason.ts'

export type CreationFacts = PlanFacts & {
  /** What CloudFormation asks to acknowledge. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
  readonly capabilities: readonly string[]
  readonly parameter: RejectedParameter
  readonly stackSet: StackSetRoles
  /** What IAM says is wrong with a policy; empty where it says only that something is. */
  readonly policyFault: string
}

type StackSetRoles = {
  /** As the text has it, which may be masked. Empty where it names none. */
  readonly inAccount: string
  readonly executionRole: string
  readonly administrationRole: string
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html */
function stackSetRolesIn(reason: string): StackSetRoles {
  const [
    ,
    inAccount = '',
    executionRole = 'AWSCloudFormationStackSetExecutionRole',
    administrationRole = 'AWSCloudFormationStackSetAdministrationRole',
  ] = /Account ([\d*xX]{4,14}) should have '([^']{1,80})' role with trust relationship to Role '([^']{1,80})'/.exec(reason) ?? []
  return { inAccount, executionRole, administrationRole }
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

function policyFaultIn(reason: string): string {
  const [said = ''] = reason.split(/\s*\(Service: |\s*\n?\s*status code: /)
  const words = said
    .replace(/^.*Resource handler returned message: "?/s, '')
    .replace(/^.*\bMalformedPolicyDocument(?:Exception)?\b:?\s*/s, '')
    .trim()
  return words.split(/\s+/).length < 3 || /^Syntax errors? in policy/i.test(words) ? '' : asSentence(words)
}

/** What CloudFormation's or IAM's message names. */
export const creationFacts = (reason: string, plan: RolePlan): CreationFacts => ({
  ...planFacts(plan),
  capabilities: capabilitiesIn(reason),
  parameter: parameterIn(reason),
  stackSet: stackSetRolesIn(reason),
  policyFault: policyFaultIn(reason),
})
