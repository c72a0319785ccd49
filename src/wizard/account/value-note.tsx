import type { ParameterKind } from '#core/aws/parameter-kind.ts'
import { readParameters } from '#core/aws/read-parameter.ts'
import { localized } from '#i18n/language.ts'
import { RegionNote, useAdoptedRegion } from './region-note.tsx'
import { accountValueMessages } from './role-preview-messages.ts'

type ValueNoteProps = { readonly field: string; readonly kind: ParameterKind; readonly text: string; readonly region: string }

/** What was taken out of a longer text, while it is in the field. */
export function ValueNote({ field, kind, text, region }: ValueNoteProps) {
  const changed = useAdoptedRegion(field, region)
  const readings = readParameters(kind, text)
  const [reading] = readings
  if (changed !== null) return <RegionNote text={changed} />
  if (readings.length !== 1 || reading === undefined || !reading.isValid || reading.value === text.trim()) return null
  return <span>{localized(accountValueMessages).taken(reading.value, reading.source)}</span>
}
