/** The values that functions of a template can refer to. */
export type Environment = {
  /** The value of a Ref. Undefined for an unknown name. */
  readonly reference: (name: string) => unknown
  readonly attribute: (logicalId: string, attribute: string) => string | undefined
  readonly condition: (name: string, environment: Environment) => boolean
  readonly mapped: (map: string, first: string, second: string) => unknown
  readonly report: (fault: string) => void
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html#cfn-pseudo-param-novalue */
export const noValue = Symbol('AWS::NoValue')

type Intrinsic = (argument: unknown, environment: Environment) => unknown

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const isScalar = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value)

function text(value: unknown, where: string, { report }: Environment): string {
  if (isScalar(value)) return String(value)
  report(`Template error: ${where} must be a string`)
  return ''
}

function texts(value: unknown, where: string, environment: Environment): string[] {
  if (Array.isArray(value)) return value.map((item) => text(item, `every ${where} object`, environment))
  environment.report(`Template error: ${where} requires a list`)
  return []
}

function parts(argument: unknown, count: number, where: string, { report }: Environment): unknown[] {
  if (Array.isArray(argument) && argument.length === count) return argument
  report(`Template error: ${where} object requires a list of ${count} parameters`)
  return Array.from({ length: count }, () => '')
}

function reference(name: string, { reference: lookUp, report }: Environment): unknown {
  const value = lookUp(name)
  if (value === undefined)
    report(`Template format error: Unresolved resource dependencies [${name}] in the Resources block of the template`)
  return value ?? ''
}

function attribute(path: string, { attribute: lookUp, report }: Environment): string {
  const dot = path.indexOf('.')
  const value = lookUp(path.slice(0, dot), path.slice(dot + 1))
  if (value === undefined) report(`Template error: instance of Fn::GetAtt references undefined resource or attribute ${path}`)
  return value ?? ''
}

const substituted = (template: string, variables: Readonly<Record<string, unknown>>, environment: Environment): string =>
  template.replace(/\$\{(!?)([^{}]*)\}/g, (_, literal: string, inner: string) => {
    if (literal !== '') return `\${${inner}}`
    const name = inner.trim()
    if (Object.hasOwn(variables, name)) return text(resolved(variables[name], environment), `variable ${name} in Fn::Sub`, environment)
    return text(
      name.includes('.') ? attribute(name, environment) : reference(name, environment),
      `variable ${name} in Fn::Sub`,
      environment,
    )
  })

const isTrue = (value: unknown): boolean => String(value) === 'true'

function conditions(argument: unknown, where: string, environment: Environment): boolean[] {
  const list = Array.isArray(argument) ? argument : []
  if (list.length < 2 || list.length > 10)
    environment.report(`Template error: every ${where} object requires a list of at least 2 and at most 10 boolean parameters`)
  return list.map((item) => isTrue(resolved(item, environment)))
}

const same = (left: unknown, right: unknown): boolean => {
  const form = (value: unknown) => (isScalar(value) ? String(value) : JSON.stringify(value))
  return form(left) === form(right)
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html */
const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, environment) => reference(text(argument, 'Ref', environment), environment),
  'Fn::GetAtt': (argument, environment) =>
    attribute(
      Array.isArray(argument) ? texts(argument, 'Fn::GetAtt', environment).join('.') : text(argument, 'Fn::GetAtt', environment),
      environment,
    ),
  'Fn::Sub': (argument, environment) => {
    const [template, variables] = Array.isArray(argument) ? parts(argument, 2, 'Fn::Sub', environment) : [argument, {}]
    return substituted(text(template, 'Fn::Sub', environment), isMapping(variables) ? variables : {}, environment)
  },
  'Fn::Join': (argument, environment) => {
    const [delimiter, list] = parts(argument, 2, 'Fn::Join', environment)
    return texts(resolved(list, environment), 'Fn::Join', environment).join(text(delimiter, 'the delimiter of Fn::Join', environment))
  },
  'Fn::Split': (argument, environment) => {
    const [delimiter, source] = parts(argument, 2, 'Fn::Split', environment)
    return text(resolved(source, environment), 'Fn::Split', environment).split(text(delimiter, 'the delimiter of Fn::Split', environment))
  },
  'Fn::Select': (argument, environment) => {
    const [index, list] = parts(argument, 2, 'Fn::Select', environment)
    const selected = texts(resolved(list, environment), 'Fn::Select', environment)[Number(resolved(index, environment))]
    if (selected === undefined) environment.report(`Template error: Fn::Select cannot select nonexistent value at index ${String(index)}`)
    return selected ?? ''
  },
  'Fn::If': (argument, environment) => {
    const [name, whenTrue, whenFalse] = parts(argument, 3, 'Fn::If', environment)
    return resolved(environment.condition(text(name, 'Fn::If', environment), environment) ? whenTrue : whenFalse, environment)
  },
  'Fn::Equals': (argument, environment) => {
    const [left, right] = parts(argument, 2, 'Fn::Equals', environment)
    return same(resolved(left, environment), resolved(right, environment))
  },
  'Fn::And': (argument, environment) => conditions(argument, 'Fn::And', environment).every(Boolean),
  'Fn::Or': (argument, environment) => conditions(argument, 'Fn::Or', environment).some(Boolean),
  'Fn::Not': (argument, environment) => {
    const [condition] = parts(argument, 1, 'Fn::Not', environment)
    return !isTrue(resolved(condition, environment))
  },
  'Fn::Contains': (argument, environment) => {
    const [list, value] = parts(argument, 2, 'Fn::Contains', environment)
    return texts(resolved(list, environment), 'Fn::Contains', environment).includes(
      text(resolved(value, environment), 'Fn::Contains', environment),
    )
  },
  'Fn::FindInMap': (argument, environment) => {
    const [map, first, second] = parts(argument, 3, 'Fn::FindInMap', environment).map((part) =>
      text(resolved(part, environment), 'Fn::FindInMap', environment),
    )
    const value = environment.mapped(map ?? '', first ?? '', second ?? '')
    if (value === undefined) environment.report(`Template error: Unable to get mapping for ${map}::${first}::${second}`)
    return value ?? ''
  },
  Condition: (argument, environment) => environment.condition(text(argument, 'Condition', environment), environment),
}

function intrinsicOf(
  value: Readonly<Record<string, unknown>>,
  environment: Environment,
): { readonly apply: Intrinsic; readonly argument: unknown } | null {
  const [entry, ...others] = Object.entries(value)
  if (entry === undefined || others.length > 0) return null
  const [name, argument] = entry
  const apply = Object.hasOwn(intrinsics, name) ? intrinsics[name] : undefined
  if (apply === undefined && name.startsWith('Fn::')) environment.report(`Template error: the simulator does not know ${name}`)
  // A policy statement can also have the key Condition.
  return apply === undefined || (name === 'Condition' && typeof argument !== 'string') ? null : { apply, argument }
}

/** The value with every function resolved. Entries with AWS::NoValue are left out. */
export function resolved(value: unknown, environment: Environment): unknown {
  if (Array.isArray(value)) return value.map((item) => resolved(item, environment)).filter((item) => item !== noValue)
  if (!isMapping(value)) return value
  const intrinsic = intrinsicOf(value, environment)
  if (intrinsic !== null) return intrinsic.apply(intrinsic.argument, environment)
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => [key, resolved(item, environment)])
  return Object.fromEntries(entries.filter(([, item]) => item !== noValue))
}
