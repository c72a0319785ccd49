const lowercase = 'abcdefghijklmnopqrstuvwxyz'
const uppercase = lowercase.toUpperCase()
const digits = '0123456789'
const hexadecimal = '0123456789abcdef'

/** Alphabets that IDs are generated from, with a length that is usual for each and with the shortest that the wizard accepts. */
export const randomIdKinds: readonly { readonly name: string; readonly alphabet: string; readonly lengths: readonly number[] }[] = [
  { name: 'lowercase letters', alphabet: lowercase, lengths: [24, 16] },
  { name: 'uppercase letters', alphabet: uppercase, lengths: [24, 16] },
  { name: 'letters', alphabet: lowercase + uppercase, lengths: [24, 16] },
  { name: 'base32', alphabet: `${lowercase}234567`, lengths: [24, 16] },
  { name: 'base32 in uppercase', alphabet: `${uppercase}234567`, lengths: [26] },
  { name: 'Crockford base32', alphabet: '0123456789ABCDEFGHJKMNPQRSTVWXYZ', lengths: [26] },
  { name: 'base36', alphabet: lowercase + digits, lengths: [24, 16] },
  { name: 'base58', alphabet: '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz', lengths: [22] },
  { name: 'base62', alphabet: lowercase + uppercase + digits, lengths: [22, 16] },
  { name: 'base64url', alphabet: `${lowercase + uppercase + digits}-_`, lengths: [22, 43] },
  { name: 'hexadecimal digits', alphabet: hexadecimal, lengths: [32, 16] },
  { name: 'hexadecimal digits in uppercase', alphabet: hexadecimal.toUpperCase(), lengths: [32] },
  { name: 'digits', alphabet: digits, lengths: [20, 16] },
]

/** A number from 0 to 1 that follows from a seed. https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32 */
export function seededNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const twice = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((twice ^ (twice >>> 14)) >>> 0) / 2 ** 32
  }
}

export function randomId(alphabet: string, length: number, random: () => number): string {
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('')
}

/** A version 4 UUID. */
export function randomUuid(random: () => number): string {
  const text = randomId(hexadecimal, 32, random)
  const variant = randomId('89ab', 1, random)
  return [text.slice(0, 8), text.slice(8, 12), `4${text.slice(13, 16)}`, variant + text.slice(17, 20), text.slice(20)].join('-')
}
