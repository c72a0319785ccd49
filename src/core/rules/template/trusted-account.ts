import { type JsonNode, memberOf } from '#core/policy/json/json-node.ts'
import { parameterNamed, referencesIn } from './resource-rules.ts'
import { childOf, membersOf, type NamedNode, type TemplateView, textOf, within } from './template-view.ts'

const itemsOf = (node: JsonNode | undefined): readonly JsonNode[] => (node?.kind === 'list' ? node.items : [])

/** The text of a value, with a reference as Fn::Sub writes it: `${Name}`. Null for other functions. */
function writtenText(node: JsonNode | undefined): string | null {
  if (node === undefined) return null
  const [ref, sub, join] = [childOf(node, 'Ref'), childOf(node, 'Fn::Sub'), childOf(node, 'Fn::Join')]
  if (ref !== undefined) return `\${${textOf(ref) ?? ''}}`
  if (sub !== undefined) return substitutedText(sub)
  const [separator, parts] = itemsOf(join)
  if (separator !== undefined) return joinedText(textOf(separator) ?? '', itemsOf(parts))
  return textOf(node)
}

function joinedText(separator: string, parts: readonly JsonNode[]): string | null {
  const texts = parts.map(writtenText)
  return texts.includes(null) ? null : texts.join(separator)
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html */
function substitutedText(sub: JsonNode): string | null {
  const [text, values] = sub.kind === 'list' ? sub.items : [sub]
  const template = textOf(text)
  const texts = (values === undefined ? [] : membersOf(values)).map(({ key, value }) => [key.value, writtenText(value)] as const)
  if (template === null || texts.some(([, value]) => value === null)) return null
  return texts.reduce((whole, [name, value]) => whole.replaceAll(`\${${name}}`, value ?? ''), template)
}

/** The names in the account of an ARN. In a text that is no ARN, every one may be the account. */
function namesInAccount(text: string): readonly string[] {
  const names: string[] = []
  const marked = text.replace(/\$\{([^{}]*)\}/g, (_, name: string) => `\0${names.push(name) - 1}\0`)
  const parts = marked.split(':')
  const account = parts[0] === 'arn' && parts.length > 5 ? (parts[4] ?? '') : marked
  return [...account.matchAll(/\0(\d+)\0/g)].flatMap(([, at]) => names[Number(at)] ?? [])
}

function referencesToAccount(value: JsonNode): readonly string[] {
  if (value.kind === 'list') return value.items.flatMap(referencesToAccount)
  const text = writtenText(value)
  return text === null ? referencesIn(value) : namesInAccount(text)
}

/** Some accounts, or an ARN in one, and nothing that stands for other characters before it ends. */
const fixedAccount = /^\^?(?:\(?(?:\?:)?\d{12}(?:\|\d{12})*\)?\$?$|arn:[\w$\\-]+:(?:iam|sts)::\d{12}:[^|]*$)/

/**
 * CloudFormation rejects every value that isn't allowed, also one of a link. A pattern must match the whole value.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
const isFixed = ({ node }: NamedNode): boolean =>
  itemsOf(childOf(node, 'AllowedValues')).length > 0 || fixedAccount.test(textOf(childOf(node, 'AllowedPattern')) ?? '')

type Found = { readonly name: string; readonly principal: JsonNode }

/** Each AWS principal of a trust policy whose account anyone can set by a parameter. */
export function accountParameters(view: TemplateView): readonly Found[] {
  return view.roles.flatMap(({ node }) => {
    const trust = childOf(node, 'AssumeRolePolicyDocument')
    const principals = trust === undefined ? [] : within(trust).filter(({ under }) => under === 'Principal')
    return principals.flatMap(({ node: principal }) => {
      const isByKind = ['AWS', 'Service', 'Federated', 'CanonicalUser'].some((kind) => memberOf(principal, kind) !== undefined)
      const trusted = isByKind ? childOf(principal, 'AWS') : principal
      const name = (trusted === undefined ? [] : referencesToAccount(trusted)).find((reference) => {
        const parameter = parameterNamed(view, reference)
        return parameter !== undefined && !isFixed(parameter)
      })
      return name === undefined ? [] : [{ name, principal }]
    })
  })
}
