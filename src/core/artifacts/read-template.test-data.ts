import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { planTemplate } from './cloudformation.ts'
import { numberOf, type RoleFacts, sorted, tagsOf } from './role-facts.test-data.ts'
import { templateParameters } from './template-choice.ts'

/* A small reader of templates, written from the documentation and apart from what writes them. */

export type Values = Readonly<Record<string, unknown>>
export type Stack = { readonly template: Values; readonly parameters: Readonly<Record<string, string>>; readonly pseudo: Values }

const noValue = Symbol('AWS::NoValue')

const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)
export const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce((part: unknown, key) => (isValues(part) && Object.hasOwn(part, key) ? part[key] : undefined), value)
export const section = (value: unknown, ...path: string[]): Values => {
  const found = at(value, ...path) ?? {}
  if (!isValues(found)) throw new Error(`${path.join('.')} is no mapping`)
  return found
}

export function readTemplate(text: string): Values {
  const document = parseDocument(text, { version: '1.1', logLevel: 'silent' })
  const [error] = document.errors
  if (error !== undefined) throw error
  return section(plain(document.contents))
}

function plain(node: unknown): unknown {
  const tag = isScalar(node) || isSeq(node) || isMap(node) ? node.tag : undefined
  if (!tag?.startsWith('!')) return untagged(node)
  return { [tag === '!Ref' || tag === '!Condition' ? tag.slice(1) : `Fn::${tag.slice(1)}`]: untagged(node) }
}

function untagged(node: unknown): unknown {
  if (isScalar(node)) return node.value
  if (isSeq(node)) return node.items.map(plain)
  if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [String(plain(key)), plain(value)]))
  return node
}

function reference(name: string, stack: Stack): unknown {
  if (name === 'AWS::NoValue') return noValue
  if (Object.hasOwn(stack.pseudo, name)) return stack.pseudo[name]
  const declared = section(stack.template, 'Parameters', name)
  const value = stack.parameters[name] ?? (typeof declared['Default'] === 'number' ? String(declared['Default']) : declared['Default'])
  if (typeof value !== 'string') throw new Error(`${name} has no value`)
  if (declared['Type'] === 'Number') return Number(value)
  if (declared['Type'] !== 'CommaDelimitedList') return value
  return value === '' ? [] : value.split(',').map((part) => part.trim())
}

export const list = (value: unknown): unknown[] => {
  if (!Array.isArray(value)) throw new Error('Not a list')
  return value
}

export const stringOf = (value: unknown): string => {
  if (typeof value !== 'string') throw new Error(`Not a text: ${JSON.stringify(value)}`)
  return value
}

function substituted(argument: unknown, stack: Stack): string {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, {}]
  return stringOf(text).replace(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) => {
    if (literal !== '') return `\${${name}}`
    return stringOf(Object.hasOwn(section(variables), name) ? resolved(at(variables, name), stack) : reference(name, stack))
  })
}

const functions: Readonly<Record<string, (argument: unknown, stack: Stack) => unknown>> = {
  Ref: (argument, stack) => reference(stringOf(argument), stack),
  Condition: (argument, stack) => resolved(at(stack.template, 'Conditions', stringOf(argument)), stack),
  'Fn::Sub': substituted,
  'Fn::Join': (argument, stack) => {
    const [delimiter, values] = list(argument)
    return list(resolved(values, stack)).map(stringOf).join(stringOf(delimiter))
  },
  'Fn::Split': (argument, stack) => {
    const [delimiter, text] = list(argument)
    return stringOf(resolved(text, stack)).split(stringOf(delimiter))
  },
  'Fn::Select': (argument, stack) => {
    const [index, values] = list(argument)
    const value = list(resolved(values, stack))[Number(index)]
    if (value === undefined) throw new Error(`Nothing at ${String(index)}`)
    return value
  },
  'Fn::If': (argument, stack) => {
    const [name, whenTrue, whenFalse] = list(argument)
    return resolved(resolved({ Condition: name }, stack) === true ? whenTrue : whenFalse, stack)
  },
  'Fn::Equals': (argument, stack) => {
    const [left, right] = list(argument).map((value) => resolved(value, stack))
    return left === right
  },
  'Fn::Not': (argument, stack) => resolved(list(argument)[0], stack) === false,
  'Fn::And': (argument, stack) => combined(argument, stack).every((value) => value === true),
  'Fn::Or': (argument, stack) => combined(argument, stack).some((value) => value === true),
}

function combined(argument: unknown, stack: Stack): unknown[] {
  const values = list(argument)
  if (values.length < 2 || values.length > 10) throw new Error(`${values.length} conditions`)
  return values.map((value) => resolved(value, stack))
}

export function resolved(value: unknown, stack: Stack): unknown {
  if (Array.isArray(value)) return value.map((item) => resolved(item, stack)).filter((item) => item !== noValue)
  if (!isValues(value)) return value
  const [entry, ...others] = Object.entries(value)
  const apply = entry === undefined || others.length > 0 || !Object.hasOwn(functions, entry[0]) ? undefined : functions[entry[0]]
  if (apply !== undefined && !(entry?.[0] === 'Condition' && isValues(entry[1]))) return apply(entry?.[1], stack)
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]): [string, unknown] => [key, resolved(part, stack)])
      .filter(([, part]) => part !== noValue),
  )
}

export function stackOf(plan: RolePlan, accountId: string = plan.accountId): Stack {
  return {
    template: readTemplate(planTemplate(plan).text),
    parameters: templateParameters(plan),
    pseudo: { 'AWS::Partition': plan.partition, 'AWS::AccountId': accountId, 'AWS::Region': plan.region },
  }
}

export const roleOf = (stack: Stack): Values =>
  section(resolved(section(stack.template, 'Resources', 'AccountAccessRole', 'Properties'), stack))

/** Of the rule that stops the stack in any other account. */
function onlyAccount(stack: Stack): string {
  const [assertion] = list(at(stack.template, 'Rules', 'RightAccount', 'Assertions'))
  const [signedIn, wanted] = list(at(assertion, 'Assert', 'Fn::Equals'))
  if (at(signedIn, 'Ref') !== 'AWS::AccountId') throw new Error('The rule looks at something else')
  return stringOf(resolved(wanted, stack))
}

/** The role of a template, with these parameters, in the account of the plan. */
export function stackFacts(text: string, plan: RolePlan, parameters: Readonly<Record<string, string>>): RoleFacts {
  const pseudo = { 'AWS::Partition': plan.partition, 'AWS::AccountId': plan.accountId, 'AWS::Region': plan.region }
  return roleFactsOf({ template: readTemplate(text), parameters, pseudo })
}

/** The role of a stack. */
export function roleFactsOf(stack: Stack): RoleFacts {
  const role = roleOf(stack)
  const [policy] = list(role['Policies'] ?? [])
  return {
    accountId: onlyAccount(stack),
    roleName: stringOf(role['RoleName']),
    path: stringOf(role['Path']),
    maxSessionDuration: numberOf(role['MaxSessionDuration']),
    permissionsBoundary: role['PermissionsBoundary'] === undefined ? null : stringOf(role['PermissionsBoundary']),
    tags: tagsOf(list(role['Tags'] ?? []).map((tag) => [at(tag, 'Key'), at(tag, 'Value')])),
    trustPolicy: role['AssumeRolePolicyDocument'],
    policyName: policy === undefined ? null : stringOf(at(policy, 'PolicyName')),
    permissionsPolicy: at(policy, 'PolicyDocument') ?? null,
    managedPolicyArns: sorted(list(role['ManagedPolicyArns'] ?? [])),
  }
}
