import { type JsonMember, type JsonNode, memberOf, type TextNode } from '#core/policy/json/json-node.ts'
import { readJson } from '#core/policy/json/json-with-positions.ts'

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
