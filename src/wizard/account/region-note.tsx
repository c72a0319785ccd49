import { useSyncExternalStore } from 'react'
import { localized } from '#i18n/language.ts'
import { LiveRegion } from '#ui/controls/announcements.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { adoptedRegion } from './adopted-region.ts'
import { accountIdNoteMessages } from './role-preview-messages.ts'

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
