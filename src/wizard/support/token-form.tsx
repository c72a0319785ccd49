import { type FormEvent, useState } from 'react'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/controls/card.tsx'
import { TextField } from '#ui/controls/fields.tsx'
import { supportMessages } from './support-messages.ts'
import { VendorFailureText } from './vendor-action.tsx'
import { type VendorFailure, vendorToken } from './vendor-api.ts'

type TokenFormProps = {
  /** Why the server did not accept what it got. Null: nothing was tried with a token yet. */
  readonly failure: VendorFailure | null
  readonly isBusy: boolean
}

/** The field is no password field, because browsers offer to keep those. */
export function TokenForm({ failure, isBusy }: TokenFormProps) {
  const words = localized(supportMessages).token
  const [text, setText] = useState('')

  function submit(event: FormEvent): void {
    event.preventDefault()
    const given = text.trim()
    if (given !== '') vendorToken.replace(given)
  }

  return (
    <Card as="section" className="stack support-card">
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <form className="stack" onSubmit={submit}>
        <TextField
          label={words.label}
          hint={words.hint}
          isMono
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="mono support-token"
        />
        <div className="row">
          <Button type="submit" variant="primary" busy={isBusy}>
            {words.use}
          </Button>
        </div>
        {failure !== null && <VendorFailureText failure={failure} />}
      </form>
    </Card>
  )
}
