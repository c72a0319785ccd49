import { Prism } from './prism.ts'
import 'prismjs/components/prism-json.js'
import 'prismjs/components/prism-yaml.js'
import 'prismjs/components/prism-bash.js'
import 'prismjs/components/prism-powershell.js'
import 'prismjs/components/prism-hcl.js'
import 'prismjs/components/prism-clike.js'
import 'prismjs/components/prism-javascript.js'
import 'prismjs/components/prism-typescript.js'
import 'prismjs/components/prism-python.js'
import 'prismjs/components/prism-go.js'
import 'prismjs/components/prism-java.js'
import 'prismjs/components/prism-csharp.js'
import 'prismjs/components/prism-rust.js'
import 'prismjs/components/prism-markup-templating.js'
import 'prismjs/components/prism-php.js'
import 'prismjs/components/prism-ruby.js'
import 'prismjs/components/prism-ini.js'
import type { CodeLanguage } from './code-languages.ts'
import type { CodeToken, TokenRole } from './code-pieces.ts'

type PrismToken = string | InstanceType<typeof Prism.Token> | readonly PrismToken[]

const roles: Readonly<Record<string, TokenRole>> = {
  property: 'key',
  key: 'key',
  function: 'key',
  'assign-left': 'key',
  string: 'string',
  scalar: 'string',
  number: 'value',
  boolean: 'value',
  null: 'value',
  tag: 'value',
  important: 'value',
  keyword: 'value',
  variable: 'value',
  parameter: 'value',
  datetime: 'value',
  punctuation: 'quiet',
  operator: 'quiet',
  comment: 'quiet',
  shebang: 'quiet',
}

export function highlight(text: string, language: CodeLanguage): readonly CodeToken[] {
  const grammar = Prism.languages[language]
  return grammar === undefined || language === 'text' ? [{ role: 'plain', text }] : flattened(Prism.tokenize(text, grammar), 'plain')
}

/** Nested tokens take the role of the innermost kind that has one. */
function flattened(token: PrismToken, around: TokenRole): readonly CodeToken[] {
  if (typeof token === 'string') return token === '' ? [] : [{ role: around, text: token }]
  if (!('type' in token)) return token.flatMap((each) => flattened(each, around))
  return flattened(token.content, Object.hasOwn(roles, token.type) ? (roles[token.type] ?? around) : around)
}
