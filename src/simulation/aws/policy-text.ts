import { PolicyDocument } from '#core/policy/document.ts'

/** Undefined for a text that is not JSON. */
export function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Null for a text that is no policy. */
export function readPolicy(text: string): PolicyDocument | null {
  return PolicyDocument.safeParse(jsonValue(text)).data ?? null
}
