import type { RuleFacts } from '#core/policy/form/rule.ts'
import { type JsonMember, type JsonNode, memberOf, type TextNode, type TextPlace } from '#core/policy/json/json-node.ts'
import { readJson } from '#core/policy/json/json-with-positions.ts'
import type { Text } from '#core/text/messages.ts'

export type NamedNode = { readonly name: string; readonly key: TextNode; readonly node: JsonNode }

/** A CloudFormation template with the places of its parts. The short forms of YAML (`!Sub`) stand as the long ones (`Fn::Sub`). */
export type TemplateView = {
  readonly text: string
  readonly root: JsonNode
  readonly parameters: readonly NamedNode[]
  /** `Properties` of each AWS::IAM::Role. */
  readonly roles: readonly NamedNode[]
  readonly outputs: JsonNode | null
}

/** Null where the text is no YAML. */
export type ReadYaml = (text: string) => JsonNode | null

const named = (node: JsonNode | undefined): NamedNode[] =>
  (node?.kind === 'object' ? node.members : []).map(({ key, value }) => ({ name: key.value, key, node: value }))

export const childOf = (node: JsonNode | undefined, name: string): JsonNode | undefined => memberOf(node, name)?.value

export const textOf = (node: JsonNode | undefined): string | null => (node?.kind === 'text' ? node.value : null)

export function membersOf(node: JsonNode): readonly JsonMember[] {
  return node.kind === 'object' ? node.members : []
}

/** A node and everything in it, each with the name of the member that it stands under. */
export function within(node: JsonNode, under: string | null = null): readonly { readonly node: JsonNode; readonly under: string | null }[] {
  const inside =
    node.kind === 'list'
      ? node.items.flatMap((item) => within(item, under))
      : membersOf(node).flatMap(({ key, value }) => within(value, key.value))
  return [{ node, under }, ...inside]
}

function rootOf(text: string, readYaml: ReadYaml | undefined): JsonNode | null {
  if (!/^\s*[{[]/.test(text)) return readYaml?.(text) ?? null
  const { root, faults } = readJson(text)
  return faults.length === 0 ? root : null
}

/** Whether a text means to be a template, readable or not. */
export const seemsTemplate = (text: string): boolean => /AWSTemplateFormatVersion|["']?Type["']?\s*:\s*["']?AWS::IAM::Role\b/.test(text)

/** Null where the text cannot be read as a template. */
export function templateView(text: string, readYaml?: ReadYaml): TemplateView | null {
  const root = rootOf(text, readYaml)
  const resources = root === null ? undefined : childOf(root, 'Resources')
  if (root === null || resources === undefined) return null
  return {
    text,
    root,
    parameters: named(childOf(root, 'Parameters')),
    roles: named(resources)
      .filter(({ node }) => textOf(childOf(node, 'Type')) === 'AWS::IAM::Role')
      .map(({ name, key, node }) => ({ name, key, node: childOf(node, 'Properties') ?? node })),
    outputs: childOf(root, 'Outputs') ?? null,
  }
}

/** A stretch of the text and what should stand there instead: the comments of a template outlive its correction. */
export type TextChange = TextPlace & { readonly text: string }

type TemplateMatch = { readonly message: Text; readonly place: TextPlace; readonly fix?: readonly TextChange[] }

export type TemplateRule<Subject = TemplateView> = RuleFacts & { readonly check: (subject: Subject) => readonly TemplateMatch[] }

/** Changes that do not overlap, made from the last to the first. */
export function changed(text: string, changes: readonly TextChange[]): string {
  return changes
    .toSorted((one, other) => other.start - one.start)
    .reduce((whole, { start, end, text: put }) => whole.slice(0, start) + put + whole.slice(end), text)
}

type Address = { readonly scheme: string; readonly host: string; readonly path: string; readonly query: string }

/** A quick-create link: where its template is said to be. */
export type LinkView = { readonly address: Address | null; readonly templateUrl: string; readonly place: TextPlace }

const parameter = /[?&]templateURL=([^&\s"'<>]*)/i

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function parsed(text: string): Address | null {
  const [whole, scheme = '', host = '', path = '/', query = ''] =
    /^([a-z][a-z0-9+.-]*):\/\/([^/?#\s]+)(\/[^?#\s]*)?(\?[^#\s]*)?$/i.exec(text) ?? []
  return whole === undefined ? null : { scheme: scheme.toLowerCase(), host: host.toLowerCase(), path, query }
}

/** True for a text that looks like a link to a template. */
export const seemsLink = (text: string): boolean => /\/cloudformation\b/i.test(text) && parameter.test(text)

/** Null where the text is no link that names a template. */
export function linkView(text: string): LinkView | null {
  const found = seemsLink(text) ? parameter.exec(text) : null
  if (found === null) return null
  const [whole, written = ''] = found
  const templateUrl = decoded(written)
  const start = found.index + whole.length - written.length
  return { address: parsed(templateUrl), templateUrl, place: { start, end: start + written.length } }
}
