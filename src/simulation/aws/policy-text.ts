import { PolicyDocument } from '#core/policy/document.ts'
import { parseJson } from '#core/text/encodings.ts'

/** Null for a text that is no policy. */
export function readPolicy(text: string): PolicyDocument | null {
  return PolicyDocument.safeParse(parseJson(text)).data ?? null
}
