import { type FormEvent, useState } from 'react'
import { ConnectionStatus } from '#core/verify/vendor-overview.ts'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/fields.tsx'
import { SelectField } from '#ui/controls/select-field.tsx'
import { supportMessages } from './support-messages.ts'
import type { ConnectionSearch } from './vendor-api.ts'

const fields = ['tenant', 'account', 'connection', 'requestId'] as const
type Field = (typeof fields)[number]

type Status = NonNullable<ConnectionSearch['status']>

const choices: readonly Status[] = ['failing', ...ConnectionStatus.options]

type SearchFormProps = {
  readonly status: Status | null
  readonly onSearch: (search: ConnectionSearch) => void
  readonly onConnection: (id: string) => void
}

const narrowed = (status: Status | null): ConnectionSearch => (status === null ? {} : { status })

/** The customer's console shows account IDs in groups. */
const searched = (field: Field, text: string): string => (field === 'account' ? text.replace(/[\s-]/g, '') : text.trim())

export function SearchForm({ status, onSearch, onConnection }: SearchFormProps) {
  const words = localized(supportMessages).search
  const { statuses } = localized(supportMessages)
  const [field, setField] = useState<Field>('tenant')
  const [text, setText] = useState('')

  function search(next: Status | null): void {
    const value = searched(field, text)
    if (field === 'connection') {
      if (value !== '') onConnection(value)
      return
    }
    onSearch(value === '' ? narrowed(next) : { ...narrowed(next), [field]: value })
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    search(status)
  }

  return (
    <form className="support-search" aria-label={words.label} onSubmit={submit}>
      <SelectField
        label={words.by}
        value={field}
        options={fields.map((each) => ({ value: each, label: words.fields[each] }))}
        onChange={(event) => setField(fields.find((each) => each === event.target.value) ?? 'tenant')}
      />
      <TextField label={words.text} isMono value={text} onChange={(event) => setText(event.target.value)} />
      <SelectField
        label={words.status}
        value={status ?? ''}
        options={[
          { value: '', label: words.anyStatus },
          ...choices.map((each) => ({ value: each, label: each === 'failing' ? words.failing : statuses[each] })),
        ]}
        onChange={(event) => search(choices.find((each) => each === event.target.value) ?? null)}
      />
      <div className="row">
        <Button type="submit" variant="primary">
          {words.submit}
        </Button>
        <Button
          onClick={() => {
            setText('')
            onSearch({})
          }}
        >
          {words.clear}
        </Button>
      </div>
    </form>
  )
}
