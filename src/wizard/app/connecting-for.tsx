import { localized } from '#i18n/language.ts'
import { useTenantName } from './admission.ts'
import { shellMessages } from './shell-messages.ts'

/** Whose connection it becomes: the defence of someone who came by a link with another one's token. */
export function ConnectingFor() {
  const name = useTenantName()
  if (name === null) return null
  return (
    <p className="connecting-for">
      {localized(shellMessages).connectingFor} <b translate="no">{name}</b>
    </p>
  )
}
