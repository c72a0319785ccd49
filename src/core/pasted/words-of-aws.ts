/** Between the code of an error and its words; no text of AWS has it. Counts as space. */
const codeEnd = '\u2003'

/** A code that a rule can recognize, and what AWS said. */
export const reasonOf = (code: string | null, message: string): string => (code === null ? message : `${code}${codeEnd}${message}`)

const withoutCode = (reason: string): string => {
  const end = reason.indexOf(codeEnd)
  return end === -1 || reason.slice(end + 1).trim() === '' ? reason : reason.slice(end + 1)
}

/** Words that a resource handler, an SDK, a tool or a table puts before those of a service. */
const wrappers: readonly RegExp[] = [
  /^[\s\S]{0,600}?\bResource handler returned message:\s*["“]?\s*/,
  /^[\s\S]{0,600}?\bapi error \w{1,60}:\s*/,
  /^[\s\S]{0,600}?\b(?:\w{3,60}Exception|AccessDenied|MalformedPolicyDocument|EntityAlreadyExists|LimitExceeded|NoSuchEntity|DeleteConflict|InvalidInput|ValidationError):\s+(?=["“]?[A-Z])/,
  /^[\s\S]{0,300}\b(?:CREATE|UPDATE|DELETE)_FAILED\b[\s|]+(?:AWS::[\w:]+[\s|]+)?/,
  /^[\w/.-]{1,200} \(\w{1,200}[\dA-F]{8}\)\s+/,
  /^[-\s]*message:\s*["']?/,
]

/** Words that SDKs and tools put after those of a service. */
const additions: readonly RegExp[] = [
  /\s*\((?:Service|RequestToken|Request ID|retryable,|HandlerErrorCode|attempt \d)[: ].*$/s,
  /["”]?\s*\(RequestToken: .*$/s,
  /[\s,;]*\b[Ss]tatus ?[Cc]ode: ?\d{3}\b(?:[,;] ?[Rr]equest ?[Ii][Dd]: .*)?$/s,
  /\s+Learn more\b.*$/s,
  /\s*\[?\{"resourceType".*$/s,
  /\s+(?:with (?:module|aws)[\w.[\]"-]*\.[\w.[\]"-]+,\s+)?on \S{1,200}\.tf(?:\.json)? line \d.*$/s,
  /\s+at (?:[\w$.<>]{1,120} \(|async |file:\/\/|\/).{0,300}:\d+:\d+\).*$/s,
  /\s+(?:Traceback \(most recent call last\)|Process finished with exit code|npm ERR!).*$/s,
]

/** No text of AWS speaks of itself, asks for help, or thanks. */
const personal =
  /(?<![^\s("'])(?:i(?=\s|['’](?:m|ve|d|ll)\b)|we(?=\s|['’](?:re|ve|d|ll)\b)|my|our|ours|myself|someone|somebody|anyone|anybody|thanks|thank you|tried|no luck|any (?:ideas?|help|suggestions?|clue)|help (?:is|would|me)|please (?:help|advise|assist)|ich|wir|mein(?:e[mnrs]?)?|unser(?:e[mnrs]?)?|danke|bitte hilf\w*|kann jemand)(?![\w-])/i

/** The end of a sentence, a quote, an ARN or a bracket. */
const sentenceEnd = /(?<=[.!?"”'’`)\]]|\S:\S{3,200})\s+(?=["“'`(]?(?:\p{Lu}|i\b))/gu

/** Up to the first sentence that a person added. */
function withoutProse(text: string): string {
  for (const { index } of text.matchAll(sentenceEnd)) {
    const rest = text.slice(index).trim()
    const [next = ''] = /^.*?(?:[.!?](?=\s)|$)/s.exec(rest) ?? []
    if (personal.test(next)) return text.slice(0, index)
  }
  return text
}

const isOdd = (text: string): boolean => (text.match(/["“”]/g)?.length ?? 0) % 2 === 1

/** A quote that only the text around opened or closed. */
function withoutOpenQuotes(text: string): string {
  const trimmed = text.trim().replace(/(?:[`*_]+|\s+[.,;])$/, '')
  return isOdd(trimmed) ? trimmed.replace(/["”][\])}.,;]*$|^["“]/, '') : trimmed
}

const isSaying = (text: string): boolean => /[\p{L}\d]{2}/u.test(text)

const cut = (text: string, pattern: RegExp): string => {
  const left = text.replace(pattern, '')
  return isSaying(left) ? left : text
}

/** AWS’s own words in the message of an error, without what a program, a tool or a person has put around them. */
export function wordsOfAws(reason: string): string {
  const inner = [...wrappers, ...additions].reduce(cut, withoutCode(reason))
  return withoutOpenQuotes(withoutProse(inner.trim()))
}

/** The lines of a message up to the first that a person wrote. */
export function withoutPersonalLines(message: string): string {
  const lines = message.split('\n')
  const end = lines.findIndex((line, at) => at > 0 && personal.test(line))
  return end === -1 ? message : lines.slice(0, end).join('\n')
}

/** True for an error that AWS gave only a code. */
export const isCodeAlone = (words: string): boolean => /^\W*(?:[A-Z]\w*)?\W*$/.test(words)
