/** Undefined for a text that is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Null for a broken percent encoding. */
export function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** For a POSIX shell, where nothing is special between single quotes, also not for its history. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** `Array.isArray` does not narrow to readonly arrays. */
export function isList<Value>(value: Value | readonly Value[]): value is readonly Value[] {
  return Array.isArray(value)
}

const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g
// The look behind lets a run of quotes be tried once only, from its beginning, however long the text is.
const quotesAround =
  /^["'`\u2018\u2019\u201c\u201d\u00ab\u00bb]+|(?<!["'`\u2018\u2019\u201c\u201d\u00ab\u00bb])["'`\u2018\u2019\u201c\u201d\u00ab\u00bb]+$/g

/** Removes what copy and paste adds invisibly: spaces and quotes around the value, zero-width characters in it. */
export function pastedText(text: string): string {
  return text.replace(invisible, '').trim().replace(quotesAround, '').trim()
}
