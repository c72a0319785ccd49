import { useState } from 'react'
import { type HandoffPurpose, noteMaximum, HandoffPurpose as Purpose } from '#core/connection/handoff.ts'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextAreaField } from '#ui/controls/fields.tsx'
import { SelectField } from '#ui/controls/select-field.tsx'
import { ActionFailure, useAction } from '#wizard/api/failure.tsx'
import type { Failure } from '#wizard/api/request.ts'
import { handoffMessages } from './handoff-messages.ts'

type HandoffFormProps = {
  /** Another one is out, which the new one ends. */
  readonly isAgain: boolean
  /** With a connection, the colleague can be asked for one of two things. */
  readonly hasPurpose: boolean
  readonly onHandOff: (given: { readonly purpose: HandoffPurpose; readonly note: string }) => Promise<Failure | null>
}

export function HandoffForm({ isAgain, hasPurpose, onHandOff }: HandoffFormProps) {
  const words = localized(handoffMessages)
  const [purpose, setPurpose] = useState<HandoffPurpose>('create-role')
  const [note, setNote] = useState('')
  const { isBusy, failure, run } = useAction()

  async function give(): Promise<void> {
    if (await run(() => onHandOff({ purpose, note }))) setNote('')
  }

  return (
    <div className={isAgain ? 'stack handoff-form again' : 'stack handoff-form'}>
      {hasPurpose && (
        <SelectField
          label={words.purpose.label}
          value={purpose}
          onChange={(event) => setPurpose(Purpose.options.find((option) => option === event.target.value) ?? purpose)}
          options={Purpose.options.map((value) => ({ value, label: words.purpose[value] }))}
        />
      )}
      <TextAreaField
        label={words.note}
        hint={words.noteHint}
        rows={3}
        maxLength={noteMaximum}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="row">
        <Button variant={isAgain ? 'secondary' : 'primary'} busy={isBusy} onClick={() => void give()}>
          <span key={String(isAgain)}>{isAgain ? words.makeNew : words.make}</span>
        </Button>
        {isAgain && <span className="hint">{words.makeNewHint}</span>}
      </div>
      <ActionFailure failure={failure} />
    </div>
  )
}
