import { readAccountId } from '#core/aws/read-account-id.ts'

type Delimiter = '\t' | ';' | ','

const isDelimiter = (character: string): character is Delimiter => character === '\t' || character === ';' || character === ','

/** A quoted field with what follows it up to the next delimiter; null where the quote is never closed. https://www.rfc-editor.org/rfc/rfc4180#section-2 */
const quotedField = /^\s*"((?:[^"]|"")*)"/

/** The first delimiter that is not between quotes: the first field, an account, holds none itself. */
function delimiterOf(line: string): Delimiter | null {
  const quoted = quotedField.exec(line)?.[0] ?? ''
  return [...line.slice(quoted.length)].find(isDelimiter) ?? null
}

type Field = { readonly value: string; readonly rest: string | null }

function firstField(text: string, delimiter: Delimiter): Field {
  const quoted = quotedField.exec(text)
  const from = quoted?.[0].length ?? 0
  const end = text.indexOf(delimiter, from)
  const bare = end < 0 ? text : text.slice(0, end)
  const isOnlyQuoted = quoted !== null && bare.slice(from).trim() === ''
  return {
    value: isOnlyQuoted ? (quoted[1] ?? '').replaceAll('""', '"') : bare.trim(),
    rest: end < 0 ? null : text.slice(end + 1),
  }
}

/**
 * The fields of one line of a list or a CSV file: tabs, semicolons or commas between them, quotes around them where they hold
 * one. A quote that is not closed on its line is a character like any other, so that it swallows no further lines. Null for a
 * line without a delimiter.
 */
export function delimitedFields(line: string): readonly string[] | null {
  const delimiter = delimiterOf(line)
  if (delimiter === null) return null
  const fields: string[] = []
  for (let rest: string | null = line; rest !== null; ) {
    const field = firstField(rest, delimiter)
    fields.push(field.value)
    rest = field.rest
  }
  return fields
}

/** By column. Empty if the line has no value. */
export type AccountFields = { readonly account: string; readonly name: string; readonly region: string }

export type Columns = (line: string) => AccountFields

/** Headings in spreadsheets, the console's list of accounts and our own export, in lowercase and without punctuation. */
const headings: Readonly<Record<keyof AccountFields, readonly string[]>> = {
  account: ['accountid', 'account', 'awsaccountid', 'awsaccount', 'accountnumber', 'id'],
  name: ['name', 'accountname', 'alias', 'label'],
  region: ['region', 'awsregion', 'stackregion'],
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '')

/** Four digits, three times; a sign or a blank between them. Otherwise one word. */
const words = /^(\d{4}[\s-]\d{4}[\s-]\d{4}|"[^"]*"|\S+)(?:\s+(.*))?$/s

const regionLike = /^(us|eu|ap|sa|ca|me|af|il|mx|cn|eusc)(-[a-z]+)+-\d+[a-z]?$/i

function spacedFields(line: string): readonly string[] {
  const [, account = line, rest = ''] = words.exec(line.trim()) ?? []
  const [, name = '', last = ''] = /^(?:(.*)\s)?(\S+)$/s.exec(rest.trim()) ?? []
  return regionLike.test(last) ? [account, name, last] : [account, rest]
}

const fieldsOf = (line: string): readonly string[] => delimitedFields(line) ?? spacedFields(line)

const isAccount = (text: string): boolean => readAccountId(text).kind === 'account'

/** Without a heading: the account first, unless another field is one and the first is not; then the name, then the region. */
const usual: Columns = (line) => {
  const fields = fieldsOf(line)
  const found = fields.findIndex(isAccount)
  const place = found < 0 ? 0 : found
  const [second = '', third = '', ...more] = fields.filter((_, index) => index !== place)
  const isTurned = regionLike.test(second) && !regionLike.test(third)
  const [name, region] = isTurned ? [third, second] : [second, third]
  // More than there are columns for is no region, and is refused as one instead of being left out unseen.
  return { account: fields[place] ?? '', name, region: [region, ...more].filter((text) => text !== '').join(' ') }
}

function columnOf(cells: readonly string[], column: keyof AccountFields): number {
  const ranked = headings[column].map((heading) => cells.indexOf(heading))
  return ranked.find((index) => index >= 0) ?? -1
}

/** The columns that the first line of a list names; null where it is no heading. */
function headed(line: string): Columns | null {
  const fields = fieldsOf(line)
  const cells = fields.map(plain)
  const account = columnOf(cells, 'account')
  if (account < 0 || fields.some(isAccount)) return null
  const [name, region] = [columnOf(cells, 'name'), columnOf(cells, 'region')]
  return (below) => {
    const values = delimitedFields(below)
    if (values === null && fields.length > 1) return usual(below)
    const all = values ?? [below.trim()]
    return { account: all[account] ?? '', name: all[name] ?? '', region: all[region] ?? '' }
  }
}

export function accountColumns(firstLine: string): { readonly columns: Columns; readonly isHeading: boolean } {
  const columns = headed(firstLine)
  return columns === null ? { columns: usual, isHeading: false } : { columns, isHeading: true }
}
