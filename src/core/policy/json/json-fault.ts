import type { Text } from '#core/text/text.ts'
import type { TextPlace } from './json-node.ts'

/** Permanent. What each one means stands in `../syntax/syntax-rules.ts`. */
export type JsonFaultId =
  | 'JSON01'
  | 'JSON02'
  | 'JSON03'
  | 'JSON04'
  | 'JSON05'
  | 'JSON06'
  | 'JSON07'
  | 'JSON08'
  | 'JSON09'
  | 'JSON10'
  | 'JSON11'
  | 'JSON12'
  | 'JSON13'
  | 'JSON14'
  | 'JSON15'
  | 'JSON16'

export type JsonFault = TextPlace & { readonly id: JsonFaultId; readonly message: Text }
