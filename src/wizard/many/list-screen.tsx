import { useDeferredValue, useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { AccountListReading } from '#core/connection/accounts/account-list.ts'
import type { Connection } from '#core/connection/connection.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { SubmitButton } from '#ui/controls/button.tsx'
import { TextAreaField } from '#ui/controls/fields.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import type { AccountFieldsProps } from '#wizard/account/account-draft.ts'
import { accountDraft, keepAccountDraft } from '#wizard/account/account-draft.ts'
import type { AccountForm } from '#wizard/account/account-form.ts'
import { accountMessages } from '#wizard/account/account-messages.ts'
import { CompanyPolicy } from '#wizard/account/advanced-settings.tsx'
import { Errors } from '#wizard/account/errors.tsx'
import { PermissionSetFields } from '#wizard/account/permission-set-fields.tsx'
import { RegionField } from '#wizard/account/region-field.tsx'
import { keepListText, useListText } from '#wizard/app/account-list-draft.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { ConnectingFor, ScreenIntroduction } from '#wizard/app/screen.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { useConnections } from './connections.ts'
import { readList, remainingErrors, useListSubmission } from './list-submission.ts'
import { manyMessages } from './many-messages.ts'
import './many.css'
import { RefusedLines, ServerRefusals } from './refused-lines.tsx'

const noConnections: readonly Connection[] = []

export function ListScreen({ vendor }: { vendor: ServedVendor }) {
  const words = localized(manyMessages).list
  // Read once per visit: the form for one account is the starting point.
  const [draft] = useState(() => accountDraft(vendor))
  const form = useForm<AccountForm>({ defaultValues: draft })
  const { data } = useConnections()
  const connected = data?.kind === 'answer' ? data.value.connections : noConnections
  const text = useListText()
  const typed = form.watch()
  const context = { vendor, form: typed, text, connected }
  const { attempts, last, isPending, submit } = useListSubmission(context)
  const shown = useDeferredValue(text)
  const reading = readList({ ...context, text: shown })
  const errors = last === null ? [] : remainingErrors(last, context, reading)
  const fields = { vendor, form, typed, errorOf: (field: string) => errors.find((error) => error.field === field)?.message }
  const title = localized(shellMessages).title(words.heading(vendor.name), vendor.name)
  return (
    <form
      className="stack many-list"
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onChange={() => keepAccountDraft({ ...form.getValues() })}
    >
      <DocumentTitle text={errors.length > 0 ? localized(accountMessages).errorTitle(title) : title} />
      <Errors key={attempts} errors={errors} />
      <Introduction vendor={vendor} />
      <div className="columns">
        <div className="stack many-list-paste">
          <ListField text={text} reading={reading} error={fields.errorOf('accountId')} />
          <ServerRefusals refused={last?.refused ?? []} />
          <RefusedLines refused={reading.refused} />
        </div>
        <Shared {...fields} />
      </div>
      <ConnectingFor />
      <SubmitButton label={isPending ? words.submitting : words.submit(reading.accounts.length)} isPending={isPending} onPress={submit} />
    </form>
  )
}

function Introduction({ vendor }: { vendor: ServedVendor }) {
  const words = localized(manyMessages).list
  const manyWords = localized(manyMessages)
  return (
    <ScreenIntroduction screen="account-list" title={words.heading(vendor.name)} lead={words.lead}>
      <p className="row">
        <a href={routeHash({ kind: 'accounts', show: 'all', text: '' })}>{manyWords.table.back}</a>
        <a href={routeHash({ kind: 'account' })}>{manyWords.one}</a>
      </p>
    </ScreenIntroduction>
  )
}

type ListFieldProps = { readonly text: string; readonly reading: AccountListReading; readonly error: string | undefined }

/** The example stays in sight while the list is typed. */
function ListHint() {
  const words = localized(manyMessages).list
  return (
    <>
      <span>{words.hint}</span>{' '}
      <code translate="no" dir="ltr">
        {words.example}
      </code>
    </>
  )
}

function ListField({ text, reading, error }: ListFieldProps) {
  const words = localized(manyMessages).list
  const { accounts, refused } = reading
  const note = [words.found(accounts.length), ...(refused.length === 0 ? [] : [words.refused(refused.length)])].join(' · ')
  return (
    <>
      <TextAreaField
        id="accountId"
        label={words.label}
        hint={<ListHint />}
        note={<span key={note}>{note}</span>}
        error={error}
        rows={10}
        wrap="off"
        isMono
        value={text}
        onChange={(event) => keepListText(event.target.value)}
      />
      <ListFile onText={keepListText} />
    </>
  )
}

function Shared(props: AccountFieldsProps) {
  return (
    <div className="stack">
      <p className="hint">{localized(manyMessages).list.shared}</p>
      <RegionField
        vendor={props.vendor}
        label={localized(manyMessages).list.region}
        hint={localized(manyMessages).list.regionHint}
        {...props.form.register('region')}
      />
      <PermissionSetFields {...props} />
      <CompanyPolicy {...props} />
    </div>
  )
}

/** Excel's "Unicode text" is UTF-16; everything else says UTF-8 or is taken for it. https://encoding.spec.whatwg.org/#bom-sniff */
async function textOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** Puts the text of a file where a list is pasted; it never leaves the page as a file. */
function ListFile({ onText }: { onText: (text: string) => void }) {
  const words = localized(manyMessages).list
  const id = useId()
  const [isUnreadable, setUnreadable] = useState(false)

  async function take(file: File): Promise<void> {
    try {
      onText(await textOf(file))
      setUnreadable(false)
    } catch {
      setUnreadable(true)
    }
  }

  return (
    <div className="list-file">
      <label htmlFor={id}>{words.file}</label>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file !== undefined) void take(file)
          // The same file may be chosen again after it was changed.
          event.target.value = ''
        }}
      />
      {isUnreadable && (
        <p className="list-file-failed" role="alert">
          {words.unreadableFile}
        </p>
      )}
    </div>
  )
}
