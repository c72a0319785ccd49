import type { Partition } from '#core/aws/partition.ts'
import type { Region } from '#core/aws/region.ts'
import { type Answer, type Refusal, validationError } from './answer.ts'
import type { Caller } from './caller.ts'
import type { World } from './state.ts'

export type Call = {
  readonly world: World
  readonly caller: Caller
  readonly region: Region
  readonly partition: Partition
  readonly parameters: URLSearchParams
  readonly requestId: string
}

export type Action = (call: Call) => Answer

/** Constraints of a parameter in the API reference. */
type Constraint = {
  readonly required?: boolean
  readonly minimumLength?: number
  readonly maximumLength?: number
  /** Must match the whole value. The error shows it. */
  readonly pattern?: string
  /** For numbers. */
  readonly range?: readonly [minimum: number, maximum: number]
}

export type Constraints = Readonly<Record<string, Constraint>>

const integer = /^-?\d{1,15}$/

function numberFaults(value: string, [minimum, maximum]: readonly [number, number]): string[] {
  if (!integer.test(value)) return ['Member must be an integer']
  return [
    ...(Number(value) < minimum ? [`Member must have value greater than or equal to ${minimum}`] : []),
    ...(Number(value) > maximum ? [`Member must have value less than or equal to ${maximum}`] : []),
  ]
}

function textFaults(value: string, { minimumLength = 0, maximumLength = Number.POSITIVE_INFINITY, pattern }: Constraint): string[] {
  return [
    ...(value.length < minimumLength ? [`Member must have length greater than or equal to ${minimumLength}`] : []),
    ...(value.length > maximumLength ? [`Member must have length less than or equal to ${maximumLength}`] : []),
    ...(pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value)
      ? [`Member must satisfy regular expression pattern: ${pattern}`]
      : []),
  ]
}

function faultsOf(name: string, value: string | null, constraint: Constraint): string[] {
  const member = name.charAt(0).toLowerCase() + name.slice(1)
  if (value === null) {
    return constraint.required ? [`Value null at '${member}' failed to satisfy constraint: Member must not be null`] : []
  }
  const faults = constraint.range ? numberFaults(value, constraint.range) : textFaults(value, constraint)
  return faults.map((fault) => `Value '${value}' at '${member}' failed to satisfy constraint: ${fault}`)
}

/** One message for all faults, worded like AWS's. */
export function constraintRefusal(parameters: URLSearchParams, constraints: Constraints): Refusal | null {
  const faults = Object.entries(constraints).flatMap(([name, constraint]) => faultsOf(name, parameters.get(name), constraint))
  if (faults.length === 0) return null
  return validationError(`${faults.length} validation error${faults.length === 1 ? '' : 's'} detected: ${faults.join('; ')}`)
}

/** `Name.member.1`, `Name.member.2`, … */
export function textList(parameters: URLSearchParams, name: string): string[] {
  return memberList(parameters, name).flatMap((member) => (member[''] === undefined ? [] : [member['']]))
}

/** `Name.member.1.Field`, … as one record per member. A member without fields has its text under the empty name. */
export function memberList(parameters: URLSearchParams, name: string): Readonly<Record<string, string>>[] {
  const members = new Map<number, [string, string][]>()
  const prefix = `${name}.member.`
  for (const [key, value] of parameters) {
    const [, index, field = ''] = (key.startsWith(prefix) && /^(\d{1,4})(?:\.(.+))?$/.exec(key.slice(prefix.length))) || []
    if (index === undefined) continue
    members.set(Number(index), [...(members.get(Number(index)) ?? []), [field, value]])
  }
  return [...members].sort(([left], [right]) => left - right).map(([, fields]) => Object.fromEntries(fields))
}
