import { shellWords as words } from '#wizard/words/shell.ts'
import { useTenantName } from './admission.ts'

/** Whose connection it becomes: the defence of someone who came by a link with another one's token. */
export function ConnectingFor() {
  const name = useTenantName()
  if (name === null) return null
  return (
    <p className="connecting-for">
      {words.connectingFor} <b translate="no">{name}</b>
    </p>
  )
}
