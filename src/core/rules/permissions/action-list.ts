/** The names in a text, of one service: `actions('s3', 'GetObject PutObject')`. */
export const actions = (prefix: string, names: string): readonly string[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => `${prefix}:${name}`)
