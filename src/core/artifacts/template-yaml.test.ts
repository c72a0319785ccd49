import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { TemplateValue } from './template-value.ts'
import { templateYaml, yamlComment, yamlText } from './template-yaml.ts'

/** As CloudFormation reads it: YAML 1.1, with tags for functions. */
function read(text: string): unknown {
  const document = parseDocument(text, { version: '1.1', logLevel: 'silent' })
  expect(document.errors).toEqual([])
  return plain(document.contents)
}

function plain(node: unknown): unknown {
  const value = untagged(node)
  const tag = isScalar(node) || isSeq(node) || isMap(node) ? node.tag : undefined
  if (!tag?.startsWith('!')) return value
  return { [tag === '!Ref' || tag === '!Condition' ? tag.slice(1) : `Fn::${tag.slice(1)}`]: value }
}

function untagged(node: unknown): unknown {
  if (isScalar(node)) return node.value
  if (isSeq(node)) return node.items.map(plain)
  if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [String(plain(key)), plain(value)]))
  return node
}

const hostile = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    '~',
    'null',
    'no',
    'Yes',
    'y',
    'on',
    '0123',
    '1e3',
    '1:20:30',
    '2012-10-17',
    '<<',
    '=',
    '-',
    '- a',
    'a: b',
    'a:',
    'a #b',
    '#',
  ),
  fc.constantFrom(
    "'",
    "''",
    '"',
    '\\',
    '\n',
    '\r\n',
    '\t',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\ud800',
    '\u202e',
    '!Ref X',
    '&a',
    '*a',
    '%YAML',
    '---',
    '...',
  ),
  fc.constantFrom(
    `\${AWS::AccountId}`,
    '{{x}}',
    '[',
    '{',
    '|',
    '>',
    '@',
    '`',
    '٣',
    'Grüße',
    '画像',
    '👩‍🔬',
    '\u{e0001}',
    `x'\n  Effect: Allow\n#`,
  ),
)
const key = fc.oneof(hostile, fc.string({ minLength: 2 })).filter((text) => !/^(Ref|Condition|Fn::.*|__proto__)$/s.test(text))

const { value: templateValue } = fc.letrec<{
  value: TemplateValue
  list: readonly TemplateValue[]
  mapping: { readonly [key: string]: TemplateValue }
}>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    hostile,
    fc.integer(),
    fc.boolean(),
    tie('list'),
    tie('mapping'),
    hostile.map((text) => ({ 'Fn::Sub': text })),
    hostile.map((text) => ({ Ref: text })),
    tie('list').map((list) => ({ 'Fn::Join': list })),
    tie('mapping').map((mapping) => ({ 'Fn::Transform': mapping })),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  mapping: fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
}))

test('any text that is written is read back', () => {
  fc.assert(
    fc.property(fc.dictionary(key, templateValue, { maxKeys: 5, noNullPrototype: true }), (template) => {
      expect(read(templateYaml(template, new Map()).join('\n'))).toEqual(Object.keys(template).length === 0 ? null : template)
    }),
    { numRuns: 1000 },
  )
})

test('a comment stays a comment', () => {
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 6 }), (words) => {
      const lines = yamlComment(words.join(' '), '  ')
      expect(read(`a:\n${lines.map((line) => `${line}\n`).join('')}  b: c\n`)).toEqual({ a: { b: 'c' } })
    }),
    { numRuns: 500 },
  )
})

test('only plain safe words stand without quotes', () => {
  expect(['Allow', 's3:GetObject', 'AWS::NoValue', 'iam:*', '012345678901', 'no', "it's", 'a\u202eb', 'a: b'].map(yamlText)).toEqual([
    'Allow',
    's3:GetObject',
    'AWS::NoValue',
    "'iam:*'",
    "'012345678901'",
    "'no'",
    "'it''s'",
    String.raw`"a\u202eb"`,
    "'a: b'",
  ])
})
