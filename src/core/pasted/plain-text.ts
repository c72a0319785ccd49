/** Characters that can't be seen, and are no blanks to JSON. */
const unseen = /[\u00a0\u200b-\u200d\u2060\ufeff]/g

const withoutUnseen = (text: string): string => text.replace(unseen, (found) => (found === '\u00a0' ? ' ' : ''))

/** Also where the second quote is missing on the line: a search from each quote to the end takes too long. */
const quoted = /"(?:[^"\\\n]|\\.)*"?/g

/** Within quotes it may be what is wrong. */
function withoutUnseenSigns(text: string): string {
  let [cleaned, from] = ['', 0]
  for (const { 0: found, index } of text.matchAll(quoted)) {
    const isClosed = found.length > 1 && found.endsWith('"')
    cleaned += withoutUnseen(text.slice(from, index)) + (isClosed ? found : withoutUnseen(found))
    from = index + found.length
  }
  return cleaned + withoutUnseen(text.slice(from))
}

// Of a terminal. https://en.wikipedia.org/wiki/ANSI_escape_code#CSI
const colours = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*[A-Za-z]`, 'g')

const entities: ReadonlyMap<string, string> = new Map([
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&#x22;', '"'],
  ['&#39;', "'"],
  ['&#x27;', "'"],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&nbsp;', ' '],
  ['&amp;', '&'],
])

const isEscaped = (text: string): boolean => /[{[]\s*(&quot;|&#34;|&#x22;)/.test(text)

/** AWS writes none, so a web page did. */
const isNumbered = (text: string): boolean => /&#(?:x[\da-f]{2,4}|\d{2,5});/i.test(text)

function character(entity: string): string {
  const [, hex, decimal] = /^&#(?:x([\da-f]{1,4})|(\d{1,5}));$/i.exec(entity) ?? []
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return entities.get(entity.toLowerCase()) ?? (Number.isNaN(code) ? entity : String.fromCharCode(code))
}

const withoutEntities = (text: string): string => (isEscaped(text) || isNumbered(text) ? text.replace(/&(?:#?\w{2,6});/g, character) : text)

/** What reads a picture sees blanks behind colons. No ARN has them. */
function withoutReadBlanks(text: string): string {
  if (!/\barn: ?aws[\w-]*: ?(?:iam|sts): :/.test(text)) return text
  return text
    .replace(/\b(arn|aws[\w-]*|iam|sts): (?=[:\w])/g, '$1:')
    .replace(/(?<=:\w{0,60}): (?=:?\d{12})/g, ':')
    .replace(/(:\d{12}): (?=\w)/g, '$1:')
}

/** JSON out of a text in quotes, without these. */
const withoutBackslashes = (text: string): string => (/^\s*[{[]\s*\\"/.test(text) ? text.replaceAll('\\"', '"') : text)

/** As a mail quotes it. */
function withoutQuoteMarks(text: string): string {
  const lines = text.split('\n')
  const quoted = lines.filter((line) => /^>/.test(line)).length
  return quoted > 2 && quoted * 2 > lines.length ? lines.map((line) => line.replace(/^>[> ]?/, '')).join('\n') : text
}

/** Fewer may be part of what was copied. */
const fewestNumbers = 3

/** An editor's numbers of lines, before each line or on lines of their own. */
function withoutLineNumbers(text: string): string {
  let count = 0
  const lines = text.split('\n').map((line) => {
    const [, number, rest = ''] = /^\s*(\d{1,4})(?!\d)(?:[ \t]*[│|:](?=\s|$)|[ \t])?[ \t]?(.*)$/.exec(line) ?? []
    if (number === undefined || Number(number) !== count + 1) return line
    count += 1
    return rest
  })
  return count >= fewestNumbers ? lines.join('\n') : text
}

/** Stars around a text in quotes, which a page shows in bold. */
const withoutEmphasis = (text: string): string => text.replace(/(?<![\w*"])(\*\*|__)("(?:[^"\\\n]|\\.){1,600}")\1(?![\w*"])/g, '$2')

/** The codes that a setting leaves out or tries again are no errors of the text. */
const withoutSettings = (text: string): string =>
  text.replace(
    /\b\w{0,30}(?:ignore|skip|exclude|retry)\w{0,30}["']?\s{0,4}[:=]\s{0,4}\[(?:\s{0,20}["'][\w.-]{1,60}["']\s{0,20},?){1,60}\s{0,20}\]/gi,
    '',
  )

/** Around an ARN or an action in a denial. In programs, they begin a template. */
const withoutBackticks = (text: string): string =>
  text.replace(/(?<=\b(?:user|perform|resource|role|policy):?\s)`([a-z][a-z0-9-]{1,30}:[^`\s${]{1,300})`/gi, '$1')

/** Around code in Markdown. */
const withoutFences = (text: string): string => text.replace(/^[ \t>]{0,12}(?:`{3,}|~{3,})[\w+-]{0,20}[ \t]*$/gm, '')

/** In this order. */
const changes: readonly ((text: string) => string)[] = [
  (text) => text.replace(/\r\n?/g, '\n').replace(colours, ''),
  withoutEntities,
  withoutBackslashes,
  withoutUnseenSigns,
  withoutQuoteMarks,
  withoutReadBlanks,
  withoutLineNumbers,
  withoutFences,
  withoutBackticks,
  withoutSettings,
  withoutEmphasis,
]

/** The text without what a browser, a terminal, a mail or an editor added to it. */
export function plainText(text: string): string {
  return changes.reduce((before, change) => change(before), text)
}
