import { policyDocument } from './json-text.ts'
import type { PastedFact, TrustPolicyFact } from './pasted-fact.ts'
import { writtenPolicy } from './rejection.ts'

const quote = `["'“”]`

/** A value in quotes, or a placeholder that its author left without them. */
const value = `(?:${quote}([^"'“”\\n]{1,300})${quote}|(<[^<>\\n]{1,80}>))`

const values = new RegExp(value, 'g')

/** Up to its list's end, which a fragment may lack, or the next line. */
function valuesOf(text: string, key: string): readonly string[] {
  const member = new RegExp(
    `${quote}${key}${quote}\\s*:\\s*(?:\\[([^\\]{}:]{0,1000}?)(?:\\]|(?=${quote}\\w+${quote}\\s*:)|$)|${value})`,
    'i',
  )
  const [found, list, quoted, bare] = member.exec(text) ?? []
  if (found === undefined) return []
  if (list === undefined) return [quoted ?? bare ?? ''].filter(Boolean)
  return [...list.matchAll(values)].map(([, inner, placeholder]) => inner ?? placeholder ?? '').filter(Boolean)
}

const operator = new RegExp(`${quote}((?:ForAnyValue:)?String\\w{4,30})${quote}\\s*:\\s*\\{?\\s*${quote}sts:ExternalId${quote}`, 'i')

const one = (texts: readonly string[]): string | readonly string[] => (texts.length === 1 ? (texts[0] ?? '') : texts)

/** The readable part of a statement, element by element. */
function statementOf(text: string): object | null {
  const [aws, actions, ids] = [valuesOf(text, 'AWS'), valuesOf(text, 'Action'), valuesOf(text, 'sts:ExternalId')]
  if (aws.length + ids.length === 0) return null
  return {
    Effect: valuesOf(text, 'Effect')[0] === 'Deny' ? 'Deny' : 'Allow',
    Principal: aws.length === 0 ? undefined : { AWS: one(aws) },
    Action: actions.length === 0 ? 'sts:AssumeRole' : one(actions),
    Condition: ids.length === 0 ? undefined : { [operator.exec(text)?.[1] ?? 'StringEquals']: { 'sts:ExternalId': one(ids) } },
  }
}

const isAboutTrust = (text: string): boolean =>
  /["'“]sts:(?:AssumeRole|ExternalId)["'”]/.test(text) && /["'“](?:Principal|AWS|Condition)["'”]\s*:/.test(text)

/** JSON that begins and ends in the text, wrong as it may be. */
function wholePolicy(text: string): TrustPolicyFact | null {
  const [start, end] = [text.indexOf('{'), text.lastIndexOf('}') + 1]
  const json = text.slice(start, end)
  const isWhole = start !== -1 && /"Statement"\s*:/.test(json) && json.split('{').length === json.split('}').length
  const written = isWhole ? writtenPolicy(json) : null
  return written === null ? null : { kind: 'trust-policy', ...written }
}

/** A trust policy of which the text has only a part, or whose brackets were lost on the way. */
export function policyFragment(text: string): readonly TrustPolicyFact[] {
  if (
    /^\s*[{[]/.test(text) ||
    !isAboutTrust(text) ||
    /["'“](?:Not)?Resource["'”]\s*:/.test(text) ||
    (text.match(/["'“]Effect["'”]\s*:/g)?.length ?? 0) > 1
  )
    return []
  const whole = wholePolicy(text)
  if (whole !== null) return [whole]
  const statement = statementOf(withHiddenId(text))
  const document = statement === null ? null : policyDocument(JSON.parse(JSON.stringify({ Statement: [statement] })))
  return document === null ? [] : [{ kind: 'trust-policy', document, rejection: { kind: 'fragment', message: () => '', at: null } }]
}

const isOpen = ({ document }: TrustPolicyFact): boolean => /<[^<>"]+>/.test(JSON.stringify(document))

/** The text ends before the value, as where a quote was cut off. */
const cutId = /(["'“]sts:ExternalId["'”])\s*:?\s*[`\s]*$/

const withHiddenId = (text: string): string => text.replace(cutId, '$1: "***"')

/** With a fragment next to an error or the words of a vendor that still has placeholders, where nothing else shows the role. */
export function withFragment(facts: readonly PastedFact[], text: string): readonly PastedFact[] {
  const isErrorAlone = facts.length > 0 && facts.every(({ kind }) => kind === 'error-text' || kind === 'vendor-words')
  return isErrorAlone ? [...facts, ...policyFragment(text).filter((fragment) => isOpen(fragment) || cutId.test(text))] : facts
}
