import type { Path } from './form/rule.ts'
import { type JsonNode, memberOf, type ObjectNode } from './json/json-node.ts'

/** A text of the policy with the place where it stands. */
export type PlacedText = {
  readonly text: string
  readonly path: Path
  /** A number that a JSON reader writes in another way, so that the text which IAM compares isn’t known. */
  readonly isInexact?: true
}

/** One operator, one key and its values. */
export type ConditionView = {
  /** As written, for example `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string
  readonly quantifier: '' | 'ForAllValues:' | 'ForAnyValue:'
  /** Without quantifier and `IfExists`. */
  readonly comparison: string
  readonly isIfExists: boolean
  readonly isNegated: boolean
  readonly key: string
  /** Keys have no case: compare this. */
  readonly keyName: string
  readonly values: readonly PlacedText[]
  /** Of the key below the operator. */
  readonly path: Path
}

export type StatementView = {
  readonly node: ObjectNode
  readonly path: Path
  /** Of an element with exactly this name. */
  readonly element: (name: string) => JsonNode | undefined
  /** The texts of an element that is a text or a list of texts. */
  readonly texts: (name: string) => readonly PlacedText[]
  /** As written; null when it is missing or no text. */
  readonly effect: string | null
  readonly conditions: readonly ConditionView[]
}

/** A policy as far as it can be made out, however wrong it is. */
export type PolicyView = {
  /** As it was typed. */
  readonly text: string
  readonly root: JsonNode
  readonly version: string | null
  readonly statements: readonly StatementView[]
}

/** IAM takes one value where it takes a list. Values of another kind than text, number and boolean are left out. */
export function placedTexts(node: JsonNode | undefined, path: Path): readonly PlacedText[] {
  if (node === undefined || node.kind === 'object' || node.kind === 'null') return []
  if (node.kind === 'list') return node.items.flatMap((item, index) => (item.kind === 'list' ? [] : placedTexts(item, [...path, index])))
  if (node.kind === 'number') return [{ text: node.written, path, ...(isExact(node.written) ? {} : { isInexact: true }) }]
  return [{ text: String(node.value), path }]
}

/** A double keeps 15 digits. */
const isExact = (written: string): boolean => written === String(Number(written)) && written.replace(/\D/g, '').length <= 15

const quantifiers = ['ForAllValues:', 'ForAnyValue:'] as const

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
function operatorParts(operator: string): Pick<ConditionView, 'quantifier' | 'comparison' | 'isIfExists' | 'isNegated'> {
  const quantifier = quantifiers.find((prefix) => operator.startsWith(prefix)) ?? ''
  const isIfExists = operator.endsWith('IfExists')
  const comparison = operator.slice(quantifier.length, isIfExists ? -'IfExists'.length : undefined)
  return { quantifier, comparison, isIfExists, isNegated: comparison.includes('Not') }
}

function conditionViews(node: JsonNode | undefined, path: Path): ConditionView[] {
  if (node?.kind !== 'object') return []
  return node.members.flatMap(({ key: operator, value: keys }) => {
    if (keys.kind !== 'object') return []
    return keys.members.map(({ key, value }) => {
      const keyPath = [...path, operator.value, key.value]
      return {
        operator: operator.value,
        ...operatorParts(operator.value),
        key: key.value,
        keyName: key.value.toLowerCase(),
        values: placedTexts(value, keyPath),
        path: keyPath,
      }
    })
  })
}

function statementView(node: ObjectNode, path: Path): StatementView {
  const element = (name: string) => memberOf(node, name)?.value
  const effect = element('Effect')
  return {
    node,
    path,
    element,
    texts: (name) => placedTexts(element(name), [...path, name]),
    effect: effect?.kind === 'text' ? effect.value : null,
    conditions: conditionViews(element('Condition'), [...path, 'Condition']),
  }
}

function statementViews(node: JsonNode | undefined): StatementView[] {
  if (node?.kind === 'object') return [statementView(node, ['Statement'])]
  if (node?.kind !== 'list') return []
  return node.items.flatMap((item, index) => (item.kind === 'object' ? [statementView(item, ['Statement', index])] : []))
}

export function policyView(text: string, root: JsonNode): PolicyView {
  const version = memberOf(root, 'Version')?.value
  return {
    text,
    root,
    version: version?.kind === 'text' ? version.value : null,
    statements: statementViews(memberOf(root, 'Statement')?.value),
  }
}

export type PrincipalKind = 'everyone' | 'account' | 'role' | 'user' | 'session' | 'unique-id' | 'wildcard' | 'other'

/** One text below `AWS` in a `Principal`. */
export type PrincipalView = {
  readonly text: string
  readonly path: Path
  readonly kind: PrincipalKind
  readonly partition: string | null
  readonly accountId: string | null
  /** The role, or the session's role, without its path if the ARN has none. */
  readonly roleArn: string | null
}

const nobody = { partition: null, accountId: null, roleArn: null }

const arn = /^arn:([^:]*):(iam|sts)::(\d{12}):(root$|role\/|user\/|assumed-role\/)(.*)$/s

const kindOfResource: Readonly<Record<string, PrincipalKind>> = {
  root: 'account',
  'role/': 'role',
  'user/': 'user',
  'assumed-role/': 'session',
}

function arnPrincipal(text: string): Omit<PrincipalView, 'text' | 'path'> {
  const [, partition = '', service, accountId = '', type = '', name = ''] = arn.exec(text) ?? []
  const kind = Object.hasOwn(kindOfResource, type) ? kindOfResource[type] : undefined
  if (kind === undefined || (kind === 'session') !== (service === 'sts')) return { kind: 'other', ...nobody }
  // A session's ARN is its role's name and its own, without a path.
  if (kind === 'session' && !/^[^/]+\/[^/]+$/.test(name)) return { kind: 'other', ...nobody }
  const role = kind === 'session' ? name.split('/')[0] : name
  return {
    kind,
    partition,
    accountId,
    roleArn: kind === 'role' || kind === 'session' ? `arn:${partition}:iam::${accountId}:role/${role}` : null,
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export function readPrincipal(text: string): Omit<PrincipalView, 'text' | 'path'> {
  if (text === '*') return { kind: 'everyone', ...nobody }
  if (/^\d{12}$/.test(text)) return { kind: 'account', ...nobody, accountId: text }
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  if (/^(AROA|AIDA)[A-Z0-9]+$/.test(text)) return { kind: 'unique-id', ...nobody }
  if (/[*?]/.test(text)) return { kind: 'wildcard', ...nobody }
  return arnPrincipal(text)
}

export function awsPrincipals({ element, path }: StatementView): readonly PrincipalView[] {
  const aws = memberOf(element('Principal'), 'AWS')?.value
  return placedTexts(aws, [...path, 'Principal', 'AWS']).map(({ text, path: at }) => ({ text, path: at, ...readPrincipal(text) }))
}
