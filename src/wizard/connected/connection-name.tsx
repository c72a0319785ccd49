import { type SyntheticEvent, useRef, useState } from 'react'
import type { Connection } from '#core/connection/connection.ts'
import { localized } from '#i18n/language.ts'
import { takeFocus } from '#ui/controls/announcements.tsx'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/fields.tsx'
import { renameConnection } from '#wizard/api/connection.ts'
import { ActionFailure, useAction } from '#wizard/api/failure.tsx'
import { useIsViewer } from '#wizard/app/admission.ts'
import { guestSession } from '#wizard/app/kept-session.ts'
import { connectedMessages } from './connected-messages.ts'

type ConnectionNameProps = { readonly connection: Connection }

/** The customer's own name for the account. Guests and viewers only read it. */
export function ConnectionName({ connection }: ConnectionNameProps) {
  const words = localized(connectedMessages).name
  const [isEditing, setEditing] = useState(false)
  const wasEditing = useRef(false)
  const isReadOnly = useIsViewer() || guestSession() !== null
  const { name } = connection
  function edit(is: boolean) {
    wasEditing.current = !is
    setEditing(is)
  }
  if (isEditing) return <NameForm connection={connection} onEnd={() => edit(false)} />
  return (
    <span className="copyable">
      {name === undefined ? <span className="hint">{words.none}</span> : <bdi translate="no">{name}</bdi>}
      {!isReadOnly && (
        <Button variant="quiet" className="small" ref={wasEditing.current ? takeFocus : undefined} onClick={() => edit(true)}>
          {name === undefined ? words.add : words.rename}
        </Button>
      )}
    </span>
  )
}

function NameForm({ connection, onEnd }: ConnectionNameProps & { readonly onEnd: () => void }) {
  const words = localized(connectedMessages).name
  const [name, setName] = useState(connection.name ?? '')
  const { isBusy, failure, run } = useAction()

  async function save(event: SyntheticEvent): Promise<void> {
    event.preventDefault()
    if (await run(() => renameConnection(connection.id, name.trim()))) onEnd()
  }

  return (
    <form className="stack connection-name" onSubmit={(event) => void save(event)} noValidate>
      <TextField
        label={words.label}
        hint={words.hint}
        maxLength={128}
        value={name}
        ref={takeFocus}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="row">
        <Button type="submit" variant="primary" busy={isBusy}>
          {words.save}
        </Button>
        <Button variant="quiet" onClick={onEnd}>
          {words.cancel}
        </Button>
      </div>
      <ActionFailure failure={failure} />
    </form>
  )
}
