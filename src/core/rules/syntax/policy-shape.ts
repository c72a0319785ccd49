import { type JsonMember, type JsonNode, memberOf } from '#core/policy/json/json-node.ts'
import { jsonValue } from '#core/policy/json/json-value.ts'
import type { Path } from '#core/rules/finding.ts'
import type { Spot } from '#core/rules/rule.ts'
import { type Said, said } from '#core/rules/said.ts'

/** Something that is not as the grammar has it: JSON18 for elements, JSON19 for values. */
export type ShapeSpot = Spot & { readonly rule: 'JSON18' | 'JSON19' }

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
const documentElements = ['Version', 'Id', 'Statement']
const statementElements = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']

type Placed = { readonly node: JsonNode; readonly path: Path }

function unknownElement({ key, value }: JsonMember, { node, path }: Placed, known: readonly string[]): ShapeSpot {
  const at = [...path, key.value]
  const meant = known.find((name) => name.toLowerCase() === key.value.toLowerCase() || `${name}s` === key.value)
  const advice = meant === undefined ? said`Remove it.` : said`Write ${JSON.stringify(meant)}.`
  const renamed = meant === undefined || memberOf(node, meant) !== undefined ? [] : [{ path: [...path, meant], value: jsonValue(value) }]
  return {
    rule: 'JSON18',
    message: said`A policy has no element ${JSON.stringify(key.value)} here. ${advice}`,
    path: at,
    at: 'key',
    fix: [{ path: at }, ...renamed],
  }
}

const unknownElements = (placed: Placed, known: readonly string[]): ShapeSpot[] =>
  placed.node.kind !== 'object'
    ? []
    : placed.node.members.filter(({ key }) => !known.includes(key.value)).map((member) => unknownElement(member, placed, known))

const isText = (node: JsonNode): boolean => node.kind === 'text'
const isTextOrTexts = (node: JsonNode): boolean => isText(node) || (node.kind === 'list' && node.items.every(isText))
const isScalar = (node: JsonNode): boolean => isText(node) || node.kind === 'number' || node.kind === 'boolean'
const isScalarOrScalars = (node: JsonNode): boolean => isScalar(node) || (node.kind === 'list' && node.items.every(isScalar))

type Kind = { readonly isKind: (node: JsonNode) => boolean; readonly words: Said }

const text: Kind = { isKind: isText, words: said`a text in quotes` }
const texts: Kind = { isKind: isTextOrTexts, words: said`a text in quotes, or a list of such texts` }

const kinds: Readonly<Record<string, Kind>> = {
  Sid: text,
  Effect: text,
  Action: texts,
  NotAction: texts,
  Resource: texts,
  NotResource: texts,
}

function wrongKind({ node, path }: Placed, kind: Kind): ShapeSpot[] {
  if (kind.isKind(node)) return []
  const message = said`${JSON.stringify(String(path.at(-1)))} must be ${kind.words}.`
  const asText = node.kind === 'number' || node.kind === 'boolean' ? { fix: [{ path, value: String(node.value) }] } : {}
  return [{ rule: 'JSON19', message, path, ...asText }]
}

const membersOf = ({ node, path }: Placed): Placed[] =>
  node.kind === 'object' ? node.members.map(({ key, value }) => ({ node: value, path: [...path, key.value] })) : []

function principalSpots(placed: Placed): ShapeSpot[] {
  if (isText(placed.node)) return []
  if (placed.node.kind !== 'object') return wrongKind(placed, { isKind: () => false, words: said`an object such as { "AWS": … }` })
  return membersOf(placed).flatMap((member) => wrongKind(member, texts))
}

function conditionSpots(placed: Placed): ShapeSpot[] {
  const objectOf = (what: Said): Kind => ({ isKind: (node) => node.kind === 'object', words: said`an object of ${what}` })
  const operators = membersOf(placed)
  return [
    ...wrongKind(placed, objectOf(said`operators, each with an object of keys and values`)),
    ...operators.flatMap((operator) => wrongKind(operator, objectOf(said`condition keys and values`))),
    ...operators.flatMap(membersOf).flatMap((key) => wrongKind(key, { isKind: isScalarOrScalars, words: said`a text or a list of texts` })),
  ]
}

function elementSpots(placed: Placed): ShapeSpot[] {
  const name = String(placed.path.at(-1))
  if (name === 'Principal' || name === 'NotPrincipal') return principalSpots(placed)
  if (name === 'Condition') return conditionSpots(placed)
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
  return kind === undefined ? [] : wrongKind(placed, kind)
}

function statementSpots(placed: Placed): ShapeSpot[] {
  const { node, path } = placed
  if (node.kind !== 'object') return [{ rule: 'JSON19', message: said`A statement must be an object in curly brackets.`, path }]
  return [...unknownElements(placed, statementElements), ...membersOf(placed).flatMap(elementSpots)]
}

function allStatementSpots({ node, path }: Placed): ShapeSpot[] {
  if (node.kind !== 'list') return statementSpots({ node, path })
  if (node.items.length === 0) return [{ rule: 'JSON18', message: said`The policy has no statement.`, path }]
  return node.items.flatMap((item, index) => statementSpots({ node: item, path: [...path, index] }))
}

export function shapeSpots(root: JsonNode): readonly ShapeSpot[] {
  if (root.kind !== 'object') return [{ rule: 'JSON18', message: said`A policy is an object: it begins with { and ends with }.`, path: [] }]
  const statements = memberOf(root, 'Statement')?.value
  const version = memberOf(root, 'Version')?.value
  return [
    ...unknownElements({ node: root, path: [] }, documentElements),
    ...(version === undefined ? [] : wrongKind({ node: version, path: ['Version'] }, text)),
    ...(statements === undefined
      ? [{ rule: 'JSON18', message: said`The policy has no "Statement".`, path: [] } as const]
      : allStatementSpots({ node: statements, path: ['Statement'] })),
  ]
}
