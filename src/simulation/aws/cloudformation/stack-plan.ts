import { type Refusal, validationError } from '#simulation/aws/answer.ts'
import type { Call } from '#simulation/aws/call.ts'
import { newNameSuffix } from '#simulation/aws/identifiers.ts'
import { type Environment, noValue, resolved } from './intrinsics.ts'
import { referenceValue } from './parameter-values.ts'
import type { Resource, Template } from './template.ts'

type StackIdentity = { readonly stackName: string; readonly stackId: string }

export type PlannedResource = {
  readonly logicalId: string
  readonly type: string
  readonly physicalId: string
  /** With every function resolved. */
  readonly properties: unknown
}

type Output = { readonly key: string; readonly value: string; readonly description: string; readonly exportName?: string }

export type StackPlan = { readonly resources: readonly PlannedResource[]; readonly outputs: readonly Output[] }

type Named = { readonly physicalId: string; readonly attributes: Readonly<Record<string, string>> }

type Scope = {
  readonly template: Template
  readonly values: ReadonlyMap<string, string>
  readonly stack: StackIdentity
  readonly call: Call
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
const pseudoParameters = ({ stack, call }: Scope): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    ['AWS::AccountId', call.caller.accountId],
    ['AWS::Partition', call.partition],
    ['AWS::Region', call.region],
    ['AWS::StackName', stack.stackName],
    ['AWS::StackId', stack.stackId],
    ['AWS::URLSuffix', call.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'],
    ['AWS::NotificationARNs', []],
    ['AWS::NoValue', noValue],
  ])

const own = <Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined

/** A condition can refer to other conditions, but not to itself. */
function conditionLookup({ template }: Scope, report: (fault: string) => void): Environment['condition'] {
  const pending = new Set<string>()
  return (name, environment) => {
    const definition = own(template.Conditions, name)
    if (definition === undefined || pending.has(name)) {
      report(`Template error: unresolved condition dependency ${name}`)
      return false
    }
    pending.add(name)
    const holds = String(resolved(definition, environment)) === 'true'
    pending.delete(name)
    return holds
  }
}

function environmentOf(scope: Scope, named: ReadonlyMap<string, Named>, report: (fault: string) => void): Environment {
  const { template, values } = scope
  const pseudo = pseudoParameters(scope)
  return {
    reference: (name) => {
      const parameter = own(template.Parameters, name)
      const text = values.get(name)
      if (parameter !== undefined && text !== undefined) return referenceValue(parameter, text)
      return pseudo.get(name) ?? named.get(name)?.physicalId
    },
    attribute: (logicalId, attribute) => own(named.get(logicalId)?.attributes ?? {}, attribute),
    condition: conditionLookup(scope, report),
    mapped: (map, first, second) => own(own(own(template.Mappings, map) ?? {}, first) ?? {}, second),
    report,
  }
}

function namedRole({ stack, call }: Scope, logicalId: string, { Properties }: Resource, environment: Environment): Named {
  const given = resolved(Properties['RoleName'] ?? noValue, environment)
  const physicalId =
    given === noValue ? `${stack.stackName}-${logicalId}`.slice(0, 51).concat(`-${newNameSuffix(call.world.randomBytes)}`) : String(given)
  const path = resolved(Properties['Path'] ?? '/', environment)
  const arn = `arn:${call.partition}:iam::${call.caller.accountId}:role${path === noValue ? '/' : String(path)}${physicalId}`
  return { physicalId, attributes: { Arn: arn } }
}

const isActive = (resource: { readonly Condition?: string | undefined }, environment: Environment): boolean =>
  resource.Condition === undefined || environment.condition(resource.Condition, environment)

/** Roles are named first, because other resources refer to them. */
function plannedResources(scope: Scope, named: Map<string, Named>, environment: Environment): PlannedResource[] {
  const active = Object.entries(scope.template.Resources).filter(([, resource]) => isActive(resource, environment))
  const roles = active.filter(([, { Type }]) => Type === 'AWS::IAM::Role')
  for (const [logicalId, resource] of roles) named.set(logicalId, namedRole(scope, logicalId, resource, environment))
  const others = active.filter(([, { Type }]) => Type !== 'AWS::IAM::Role')
  for (const [logicalId] of others) named.set(logicalId, { physicalId: `${scope.stack.stackName}-${logicalId}`, attributes: {} })
  return [...roles, ...others].map(([logicalId, { Type, Properties }]) => ({
    logicalId,
    type: Type,
    physicalId: named.get(logicalId)?.physicalId ?? '',
    properties: resolved(Properties, environment),
  }))
}

function plannedOutputs({ template }: Scope, environment: Environment): Output[] {
  return Object.entries(template.Outputs)
    .filter(([, output]) => isActive(output, environment))
    .map(([key, { Value, Description = '', Export }]) => {
      const value = resolved(Value, environment)
      if (typeof value === 'object' || typeof value === 'symbol') environment.report(`Template format error: Output ${key} is malformed.`)
      const name = Export === undefined ? {} : { exportName: String(resolved(Export.Name, environment)) }
      return { key, value: String(value), description: Description, ...name }
    })
}

function rulesRefusal({ template }: Scope, environment: Environment): Refusal | null {
  const holds = (condition: unknown) => String(resolved(condition, environment)) === 'true'
  for (const [name, { RuleCondition, Assertions }] of Object.entries(template.Rules)) {
    if (RuleCondition !== undefined && !holds(RuleCondition)) continue
    const broken = Assertions.find(({ Assert }) => !holds(Assert))
    if (broken !== undefined)
      return validationError(`Template validation error: ${broken.AssertDescription ?? `Assertion of rule ${name} failed.`}`)
  }
  return null
}

/** The resources and outputs of a template with these values, or the error that CloudFormation returns before it creates anything. */
export function stackPlan(scope: Scope): StackPlan | Refusal {
  const faults: string[] = []
  const named = new Map<string, Named>()
  const environment = environmentOf(scope, named, (fault) => faults.push(fault))
  const refusal = rulesRefusal(scope, environment)
  const resources = plannedResources(scope, named, environment)
  const outputs = plannedOutputs(scope, environment)
  const [fault] = faults
  if (fault !== undefined) return validationError(fault)
  return refusal ?? { resources, outputs }
}
