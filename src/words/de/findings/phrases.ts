import type { Phrases } from '#core/lint/said.ts'
import { general } from './general.ts'
import { remedies } from './remedies.ts'

/** A rule or an ailment that has no entry here is said in English. */
export const phrases: Phrases = { ...general, ...remedies }
