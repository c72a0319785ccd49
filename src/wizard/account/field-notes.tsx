import { useSyncExternalStore } from 'react'
import type { ParameterKind } from '#core/aws/parameter-kind.ts'
import { readParameters } from '#core/aws/read-parameter.ts'
import { localized } from '#i18n/language.ts'
import { LiveRegion } from '#ui/controls/announcements.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { adoptedRegion } from './adopted-region.ts'
import { accountIdNoteMessages, accountValueMessages } from './role-preview-messages.ts'

/** Null unless the text of the field has changed the Region. */
export function useAdoptedRegion(field: string, region: string): string | null {
  const adopted = useSyncExternalStore(adoptedRegion.subscribe, adoptedRegion.state)
  if (adopted === null || adopted.field !== field || adopted.region !== region) return null
  return localized(accountIdNoteMessages).regionChanged(localized(shellMessages).partitions[adopted.partition], region)
}

/** Read aloud too, since the line that changes is another one. */
export function RegionNote({ text }: { text: string }) {
  return (
    <>
      <span aria-hidden="true">{text}</span>
      <LiveRegion text={text} />
    </>
  )
}

type ValueNoteProps = { readonly field: string; readonly kind: ParameterKind; readonly text: string; readonly region: string }

/** The value that was read from a longer text, while that text is in the field. */
export function ValueNote({ field, kind, text, region }: ValueNoteProps) {
  const changed = useAdoptedRegion(field, region)
  const readings = readParameters(kind, text)
  const [reading] = readings
  if (changed !== null) return <RegionNote text={changed} />
  if (readings.length !== 1 || reading === undefined || !reading.isValid || reading.value === text.trim()) return null
  return <span>{localized(accountValueMessages).taken(reading.value, reading.source)}</span>
}
