import { type JsonMember, type JsonNode, type JsonValue, jsonValue, memberOf } from '#core/policy/json/json-node.ts'
import { readJson } from '#core/policy/json/json-with-positions.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { urlDecoded } from './foreign-text.ts'
import type { Match, Path } from './rule.ts'

export const policyShapeMessages = messages('policy-shape', {
  remove: 'Remove it.',
  write: (meant: string) => `Write ${meant}.`,
  unknownElement: (value: string, advice: string) => `A policy can’t have the element ${value} here. ${advice}`,
  text: 'a text in quotes',
  texts: 'a text in quotes, or a list of such texts',
  wrongKind: (path: string, words: string) => `${path} must be ${words}.`,
  principal: 'an object such as { "AWS": … }',
  objectOf: (what: string) => `an object of ${what}`,
  operators: 'operators, each with an object of keys and values',
  keys: 'condition keys and values',
  textOrTexts: 'a text or a list of texts',
  statementObject: 'A statement must be an object in curly brackets.',
  noStatement: 'The policy has no statement.',
  policyObject: 'A policy must be an object that starts with { and ends with }.',
  missingStatement: 'The policy has no "Statement".',
})

/** Something that is not as the grammar has it: JSON18 for elements, JSON19 for values. */
export type ShapeMatch = Match & { readonly rule: 'JSON18' | 'JSON19' }

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
const documentElements = ['Version', 'Id', 'Statement']
const statementElements = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']

type Placed = { readonly node: JsonNode; readonly path: Path }

function unknownElement({ key, value }: JsonMember, { node, path }: Placed, known: readonly string[]): ShapeMatch {
  const at = [...path, key.value]
  const meant = known.find((name) => name.toLowerCase() === key.value.toLowerCase() || `${name}s` === key.value)
  const advice =
    meant === undefined
      ? (language: string) => policyShapeMessages.in(language).remove
      : (language: string) => policyShapeMessages.in(language).write(JSON.stringify(meant))
  const renamed = meant === undefined || memberOf(node, meant) !== undefined ? [] : [{ path: [...path, meant], value: jsonValue(value) }]
  return {
    rule: 'JSON18',
    message: (language) => policyShapeMessages.in(language).unknownElement(JSON.stringify(key.value), advice(language)),
    path: at,
    at: 'key',
    fix: [{ path: at }, ...renamed],
  }
}

const unknownElements = (placed: Placed, known: readonly string[]): ShapeMatch[] =>
  placed.node.kind !== 'object'
    ? []
    : placed.node.members.filter(({ key }) => !known.includes(key.value)).map((member) => unknownElement(member, placed, known))

const isText = (node: JsonNode): boolean => node.kind === 'text'
const isTextOrTexts = (node: JsonNode): boolean => isText(node) || (node.kind === 'list' && node.items.every(isText))
const isScalar = (node: JsonNode): boolean => isText(node) || node.kind === 'number' || node.kind === 'boolean'
const isScalarOrScalars = (node: JsonNode): boolean => isScalar(node) || (node.kind === 'list' && node.items.every(isScalar))

type Kind = { readonly isKind: (node: JsonNode) => boolean; readonly words: Text }

const text: Kind = { isKind: isText, words: (language) => policyShapeMessages.in(language).text }
const texts: Kind = { isKind: isTextOrTexts, words: (language) => policyShapeMessages.in(language).texts }

const kinds: Readonly<Record<string, Kind>> = {
  Sid: text,
  Effect: text,
  Action: texts,
  NotAction: texts,
  Resource: texts,
  NotResource: texts,
}

function wrongKind({ node, path }: Placed, kind: Kind): ShapeMatch[] {
  if (kind.isKind(node)) return []
  const message = (language: string) =>
    policyShapeMessages.in(language).wrongKind(JSON.stringify(String(path.at(-1))), kind.words(language))
  const asText = node.kind === 'number' || node.kind === 'boolean' ? { fix: [{ path, value: String(node.value) }] } : {}
  return [{ rule: 'JSON19', message, path, ...asText }]
}

const membersOf = ({ node, path }: Placed): Placed[] =>
  node.kind === 'object' ? node.members.map(({ key, value }) => ({ node: value, path: [...path, key.value] })) : []

function principalSpots(placed: Placed): ShapeMatch[] {
  if (isText(placed.node)) return []
  if (placed.node.kind !== 'object')
    return wrongKind(placed, { isKind: () => false, words: (language) => policyShapeMessages.in(language).principal })
  return membersOf(placed).flatMap((member) => wrongKind(member, texts))
}

function conditionSpots(placed: Placed): ShapeMatch[] {
  const objectOf = (what: Text): Kind => ({
    isKind: (node) => node.kind === 'object',
    words: (language) => policyShapeMessages.in(language).objectOf(what(language)),
  })
  const operators = membersOf(placed)
  return [
    ...wrongKind(
      placed,
      objectOf((language) => policyShapeMessages.in(language).operators),
    ),
    ...operators.flatMap((operator) =>
      wrongKind(
        operator,
        objectOf((language) => policyShapeMessages.in(language).keys),
      ),
    ),
    ...operators
      .flatMap(membersOf)
      .flatMap((key) => wrongKind(key, { isKind: isScalarOrScalars, words: (language) => policyShapeMessages.in(language).textOrTexts })),
  ]
}

function elementSpots(placed: Placed): ShapeMatch[] {
  const name = String(placed.path.at(-1))
  if (name === 'Principal' || name === 'NotPrincipal') return principalSpots(placed)
  if (name === 'Condition') return conditionSpots(placed)
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
  return kind === undefined ? [] : wrongKind(placed, kind)
}

function statementSpots(placed: Placed): ShapeMatch[] {
  const { node, path } = placed
  if (node.kind !== 'object') return [{ rule: 'JSON19', message: (language) => policyShapeMessages.in(language).statementObject, path }]
  return [...unknownElements(placed, statementElements), ...membersOf(placed).flatMap(elementSpots)]
}

function allStatementSpots({ node, path }: Placed): ShapeMatch[] {
  if (node.kind !== 'list') return statementSpots({ node, path })
  if (node.items.length === 0) return [{ rule: 'JSON18', message: (language) => policyShapeMessages.in(language).noStatement, path }]
  return node.items.flatMap((item, index) => statementSpots({ node: item, path: [...path, index] }))
}

export function shapeMatches(root: JsonNode): readonly ShapeMatch[] {
  if (root.kind !== 'object') return [{ rule: 'JSON18', message: (language) => policyShapeMessages.in(language).policyObject, path: [] }]
  const statements = memberOf(root, 'Statement')?.value
  const version = memberOf(root, 'Version')?.value
  return [
    ...unknownElements({ node: root, path: [] }, documentElements),
    ...(version === undefined ? [] : wrongKind({ node: version, path: ['Version'] }, text)),
    ...(statements === undefined
      ? [{ rule: 'JSON18', message: (language: string) => policyShapeMessages.in(language).missingStatement, path: [] } as const]
      : allStatementSpots({ node: statements, path: ['Statement'] })),
  ]
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html and its siblings, as the AWS CLI prints them */
const wrappings: readonly Path[] = [
  ['Role', 'AssumeRolePolicyDocument'],
  ['AssumeRolePolicyDocument'],
  ['PolicyVersion', 'Document'],
  ['PolicyDocument'],
  ['Document'],
  ['Policy'],
]

export type WrappedPolicy = { readonly path: Path; readonly value: JsonValue }

function inside(node: JsonNode | undefined): JsonValue | null {
  if (node === undefined) return null
  if (memberOf(node, 'Statement') !== undefined) return jsonValue(node)
  if (node.kind !== 'text') return null
  const text = /^\s*%7B/i.test(node.value) ? (urlDecoded(node.value) ?? '') : node.value
  if (!/^\s*\{/.test(text)) return null
  const { root, faults } = readJson(text)
  return root !== null && faults.length === 0 && memberOf(root, 'Statement') !== undefined ? jsonValue(root) : null
}

/** The policy in the output of a command, or in a text; null when the document is not such a thing. */
export function wrappedPolicy(root: JsonNode): WrappedPolicy | null {
  if (memberOf(root, 'Statement') !== undefined) return null
  for (const path of [[], ...wrappings]) {
    const node = path.reduce<JsonNode | undefined>((outer, name) => memberOf(outer, String(name))?.value, root)
    const value = inside(node)
    if (value !== null) return { path, value }
  }
  return null
}
