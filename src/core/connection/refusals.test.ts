import { expect, test } from 'vitest'
import { everyNode, Node, nodesIn, programOf, sources } from '#i18n/catalog-sources.test-data.ts'
import { refusalMessage, refusalMessages } from './refusals.ts'

const codes = Object.keys(refusalMessages.in('en').codes)

/** The schemas of these folders give the codes. Words of the vendor's config are sentences, not codes. */
const isSchema = (file: string) =>
  /^src\/core\/(connection|aws|text)\//.test(file) && !/\/(vendor-config\/.*|refusals|problem|messages)\.ts$/.test(file)

/** A run-time part of a text. */
const hole = '\u0000'

/** The text of a string, a template or a sum of them; null for any other expression. */
function textOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null
  if (node.type === 'TemplateLiteral')
    return nodesIn(node, 'quasis')
      .map(({ value }) => String(Object(value).cooked))
      .join(hole)
  if (node.type !== 'BinaryExpression' || node['operator'] !== '+') return null
  return [node['left'], node['right']].map((part) => textOf(Node.parse(part)) ?? hole).join('')
}

const nodes = [...sources].filter(([file]) => isSchema(file)).flatMap(([file, source]) => [...everyNode(programOf(file, source))])

const texts = new Set(nodes.flatMap((node) => textOf(node) ?? []))

/** zod reports the text of these fields. */
const reported = nodes
  .filter((node) => node.type === 'Property' && ['error', 'message'].includes(String(Object(node['key']).name)))
  .flatMap((node) => textOf(Node.parse(node['value'])) ?? [])

const families = new Set(codes.map((code) => code.replace(/-.*/, '')))

/** Other texts with the same first word. */
const others = new Set(['account-id', 'role-arn', 'role-options', 'session-arn', 'tag-value'])

/** The codes in the schemas. Each run-time part of one must be a text in the same files. */
const given = [
  ...reported,
  ...[...texts].filter((text) => families.has(text.replace(/-.*/, '')) && /^[a-z0-9\0]+(-[a-z0-9\0]+)+$/.test(text) && !others.has(text)),
]
const isGiven = (code: string) =>
  given.some((text) => {
    const parts = new RegExp(`^${text.replaceAll(hole, '(.+)')}$`).exec(code)?.slice(1)
    return parts?.every((part) => texts.has(part)) ?? false
  })

test('the schemas give no code without words', () => {
  expect(given.filter((text) => !codes.some((code) => new RegExp(`^${text.replaceAll(hole, '.+')}$`).test(code)))).toEqual([])
})

test('the schemas give every code that has words', () => {
  expect(codes.filter((code) => !isGiven(code))).toEqual([])
})

test.each(codes)('%s says what is expected', (code) => {
  expect(refusalMessage(code)).toMatch(/^[A-Z].{30,}$/)
  expect(refusalMessage(code)).not.toContain(code)
})

test('a code that has no words is named', () => {
  expect(refusalMessage('constructor')).toBe('That value isn’t valid (constructor).')
})
