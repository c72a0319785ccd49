import type { Text } from '#core/text/text.ts'
import type { JsonFault, JsonFaultId } from './json-fault.ts'
import type { TextPlace } from './json-node.ts'

/** How far the text is read. */
export type Reading = {
  readonly text: string
  at: number
  readonly faults: JsonFault[]
  /** The brackets that are still to come, the innermost last. */
  readonly awaited: string[]
  isGivenUp: boolean
}

/** A text with more faults is no policy with mistakes in it but something else. */
const faultsMaximum = 100

export function note(reading: Reading, id: JsonFaultId, place: TextPlace, message: Text): void {
  if (reading.isGivenUp) return
  reading.faults.push({ id, message, start: place.start, end: place.end })
  if (reading.faults.length >= faultsMaximum) reading.isGivenUp = true
}

/** The match of a sticky pattern where the reading stands; the reading goes behind it. */
export function take(reading: Reading, sticky: RegExp): string | null {
  sticky.lastIndex = reading.at
  const found = sticky.exec(reading.text)?.[0]
  if (found === undefined || found === '') return null
  reading.at += found.length
  return found
}

export const isAtEnd = (reading: Reading): boolean => reading.isGivenUp || reading.at >= reading.text.length

export const next = (reading: Reading): string => reading.text.charAt(reading.at)
