import type { PolicyDocument } from '#core/policy/document.ts'
import type { PastedFact, Proviso, RoleFact } from './pasted-fact.ts'
import { policyDocument } from './policy-facts.ts'
import { roleOfArn } from './role-shapes.ts'

/**
 * `--output text` of the AWS CLI: a line for each object, with its name in capitals, its values in the order of their
 * names, and without these names. https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html#text-output
 */
type Row = { readonly name: string; readonly cells: readonly string[] }

/** More is no answer about one role. */
const mostRows = 500

function rowsOf(text: string): readonly Row[] {
  return text
    .split('\n')
    .slice(0, mostRows)
    .flatMap((line) => {
      const [name = '', ...cells] = line.trimEnd().split('\t')
      return cells.length > 0 ? [{ name, cells }] : []
    })
}

const operators = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'ArnEquals',
  'ArnLike',
  'ArnNotEquals',
  'ArnNotLike',
]
const operatorByName = new Map(
  operators.flatMap((plain) =>
    ['', 'ForAllValues:', 'ForAnyValue:'].flatMap((set) =>
      ['', 'IfExists'].map((ending): [string, string] => [`${set}${plain}${ending}`.toUpperCase(), `${set}${plain}${ending}`]),
    ),
  ),
)

const isRoleArn = (cell: string): boolean => /^arn:[\w-]+:(?:iam|sts)::\d{12}:(?:role|assumed-role)\//.test(cell)
const isAccount = (cell: string): boolean => /^(?:arn:[\w-]+:iam::)?\d{12}(?::root)?$/.test(cell)

/** What may be an external ID and the value of no other key that conditions on accounts, organizations and times have. */
const isId = (cell: string): boolean =>
  /^[\w+=,.@:/-]{2,1224}$/.test(cell) && !/^(?:\d{12}|o-[a-z\d]{10,32}|arn:.*|true|false|\d{4}-\d\d-\d\d.*)$/i.test(cell)

/** The key that a value must belong to; null where it may be of several. */
function keyOf(cell: string): string | null {
  if (isRoleArn(cell)) return 'aws:PrincipalArn'
  return isId(cell) ? 'sts:ExternalId' : null
}

type Condition = Record<string, Record<string, string>>

/** Null where a key cannot be told. */
function conditionOf(rows: readonly Row[]): Condition | null {
  const condition: Condition = {}
  for (const { name, cells } of rows) {
    const operator = operatorByName.get(name)
    if (operator === undefined) return null
    for (const cell of cells) {
      const key = keyOf(cell)
      if (key === null || condition[operator]?.[key] !== undefined) return null
      condition[operator] = { ...condition[operator], [key]: cell }
    }
  }
  return condition
}

/** A statement of nothing but what was told: an action, an effect, accounts or roles, and conditions on texts. */
function trustOf(rows: readonly Row[]): PolicyDocument | null {
  const start = rows.findIndex(({ name }) => name === 'STATEMENT')
  const end = rows.findIndex(({ name }, at) => at > start && /^(?:TAGS|ROLELASTUSED|PERMISSIONSBOUNDARY)$/.test(name))
  const [statement, ...inner] = start === -1 ? [] : rows.slice(start, end === -1 ? undefined : end)
  const principals = inner.filter(({ name }) => name === 'PRINCIPAL').flatMap(({ cells }) => cells)
  const condition = conditionOf(inner.filter(({ name }) => name !== 'PRINCIPAL'))
  const [action, effect] = statement?.cells ?? []
  if (condition === null || principals.length !== 1 || !principals.every((cell) => isAccount(cell) || isRoleArn(cell))) return null
  return policyDocument({
    Version: '2012-10-17',
    Statement: [{ Effect: effect, Principal: { AWS: principals[0] }, Action: action, Condition: condition }],
  })
}

function roleOf(rows: readonly Row[]): RoleFact | null {
  const cells = rows.find(({ name }) => /^ROLES?$/.test(name))?.cells ?? []
  const role = roleOfArn(cells.find((cell) => cell.startsWith('arn:')) ?? '')
  const seconds = cells.find((cell, at) => /^\d{4,5}$/.test(cell) && cells[at + 1]?.startsWith('/'))
  return role === null ? null : { ...role, maxSessionDuration: seconds === undefined ? null : Number(seconds) }
}

const keysLeftOut: Proviso = { kind: 'keys-left-out' }

const caller = /^(\d{12})\t(arn:[\w-]+:(?:iam|sts)::\d{12}:\S+)\t\S+$/m

/** The names of condition keys are left out, so what is told of a trust policy is what its values can only mean. */
export function textOutputFacts(text: string): readonly PastedFact[] {
  const [, accountId, arn] = caller.exec(text) ?? []
  if (accountId !== undefined && arn !== undefined) return [{ kind: 'caller', accountId, arn }]
  const rows = rowsOf(text)
  const [role, trust] = [roleOf(rows), trustOf(rows)]
  if (role !== null) return [{ ...role, trustPolicy: trust, proviso: trust === null ? undefined : keysLeftOut }]
  return trust === null ? [] : [{ kind: 'trust-policy', document: trust, proviso: keysLeftOut }]
}
