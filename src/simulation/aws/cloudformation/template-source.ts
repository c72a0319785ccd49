import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'

export type Reading = { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'fault'; readonly fault: string }

const fault = (text: string): Reading => ({ kind: 'fault', fault: `Template format error: ${text}` })

const deepest = 60

/** Short forms and what they stand for. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html */
function longName(tag: string): string | null {
  const name = /^!([A-Za-z0-9]+)$/.exec(tag)?.[1]
  if (name === undefined) return null
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`
}

const keyText = (key: unknown): string => String(isScalar(key) ? key.value : '')

/** Aliases count as too deep: CloudFormation does not take them either. */
function plain(node: unknown, depth: number): unknown {
  if (depth > deepest || isAlias(node)) throw new RangeError('The template is nested too deeply or repeats itself.')
  if (isScalar(node)) return tagged(node.tag, node.value)
  if (isSeq(node))
    return tagged(
      node.tag,
      node.items.map((item) => plain(item, depth + 1)),
    )
  if (isMap(node)) return tagged(node.tag, Object.fromEntries(node.items.map(({ key, value }) => [keyText(key), plain(value, depth + 1)])))
  return null
}

function tagged(tag: string | undefined, value: unknown): unknown {
  const name = tag === undefined ? null : longName(tag)
  return name === null ? value : { [name]: value }
}

function yamlReading(text: string): Reading {
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false })
  const [error] = document.errors
  if (error !== undefined) {
    const before = text.slice(0, error.pos[0]).split('\n')
    return fault(`YAML not well-formed. (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`)
  }
  return { kind: 'value', value: plain(document.contents, 0) }
}

/** A template as nested values, with functions in their long form. JSON is YAML too. */
export function templateSource(text: string): Reading {
  try {
    return yamlReading(text)
  } catch {
    // The parser gives up where collections are nested by the thousand.
    return fault('unsupported structure.')
  }
}
