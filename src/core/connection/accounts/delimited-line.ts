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
