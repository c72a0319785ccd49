/** The value of a JSON text. Undefined, which no JSON text means, when it is not JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
