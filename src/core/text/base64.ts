const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** With padding. https://www.rfc-editor.org/rfc/rfc4648#section-4 */
export function base64(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += 3) {
    const group = bytes.subarray(start, start + 3)
    const bits = ((group[0] ?? 0) << 16) | ((group[1] ?? 0) << 8) | (group[2] ?? 0)
    const digits = [18, 12, 6, 0].map((shift) => alphabet.charAt((bits >> shift) & 63)).join('')
    text += digits.slice(0, group.length + 1).padEnd(4, '=')
  }
  return text
}

/** Null for a text that isn't base64 with padding. */
export function readBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null
  const digits = text.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  for (let index = 0; index < bytes.length; index += 1) {
    const at = Math.floor((index * 4) / 3)
    const [high, low] = [alphabet.indexOf(digits.charAt(at)), alphabet.indexOf(digits.charAt(at + 1))]
    const shift = 2 * (index % 3) + 2
    bytes[index] = ((high << shift) | (low >> (6 - shift))) & 255
  }
  return bytes
}
