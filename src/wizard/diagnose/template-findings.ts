import { isMap, isScalar, isSeq, type Pair, parseDocument } from 'yaml'
import type { Finding } from '#core/policy/form/rule.ts'
import type { JsonMember, JsonNode, TextNode, TextPlace } from '#core/policy/json/json-node.ts'
import { lintQuickCreateLink, lintTemplate } from '#core/rules/template/lint-template.ts'
import type { ReadYaml } from '#core/rules/template/template-view.ts'
import { currentLanguage } from '#i18n/language.ts'

/** The doctor needs it only for templates with short forms of functions. */
export const readYaml: ReadYaml = readYamlTemplate

/** Findings for a CloudFormation template or a quick-create link; empty for any other text. */
export function templateFindings(text: string): readonly Finding[] {
  return [...lintTemplate(text, { readYaml }, currentLanguage().code), ...lintQuickCreateLink(text, currentLanguage().code)]
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const longForm = (tag: string): string => (['!Ref', '!Condition'].includes(tag) ? tag.slice(1) : `Fn::${tag.slice(1)}`)

const isShortForm = (tag: unknown): tag is string => typeof tag === 'string' && /^![A-Z]/.test(tag)

type Ranged = { readonly range?: readonly [number, number, number] | null | undefined }

const placeOf = ({ range }: Ranged): TextPlace => ({ start: range?.[0] ?? 0, end: range?.[1] ?? 0 })

function scalarNode(value: unknown, place: TextPlace): JsonNode {
  if (typeof value === 'string') return { kind: 'text', value, ...place }
  if (typeof value === 'number') return { kind: 'number', value, written: String(value), ...place }
  return typeof value === 'boolean' ? { kind: 'boolean', value, ...place } : { kind: 'null', value: null, ...place }
}

function memberNode({ key, value }: Pair): JsonMember[] {
  if (!isScalar(key)) return []
  const name: TextNode = { kind: 'text', value: String(key.value), ...placeOf(key) }
  return [{ key: name, value: bareOrTagged(value) }]
}

function bareNode(node: unknown): JsonNode {
  if (isMap(node)) return { kind: 'object', members: node.items.flatMap(memberNode), ...placeOf(node) }
  if (isSeq(node)) return { kind: 'list', items: node.items.map(bareOrTagged), ...placeOf(node) }
  return isScalar(node) ? scalarNode(node.value, placeOf(node)) : { kind: 'null', value: null, start: 0, end: 0 }
}

function bareOrTagged(node: unknown): JsonNode {
  const bare = bareNode(node)
  const tag = typeof node === 'object' && node !== null && 'tag' in node ? node.tag : undefined
  if (!isShortForm(tag)) return bare
  const key: TextNode = { kind: 'text', value: longForm(tag), start: bare.start, end: bare.start }
  return { kind: 'object', members: [{ key, value: bare }], start: bare.start, end: bare.end }
}

/** Longer ones are larger than CloudFormation takes. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const longestTemplate = 51_200

/** A CloudFormation template or a list of tasks in YAML, with the places of its parts; null where it cannot be read. */
export function readYamlTemplate(text: string): JsonNode | null {
  if (text.length > longestTemplate) return null
  try {
    const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false })
    const { contents } = document
    return document.errors.length > 0 || !(isMap(contents) || isSeq(contents)) ? null : bareNode(contents)
  } catch {
    return null
  }
}
