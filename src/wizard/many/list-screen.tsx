import { useDeferredValue, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { AccountListReading } from '#core/connection/accounts/account-list.ts'
import type { Connection } from '#core/connection/connection.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { DocumentTitle } from '#ui/controls/document-title.tsx'
import { TextAreaField } from '#ui/controls/text-field.tsx'
import { accountDraft, keepAccountDraft } from '#wizard/account/account-draft.ts'
import type { AccountForm } from '#wizard/account/account-form.ts'
import { type AccountFieldsProps, Errors } from '#wizard/account/account-screen.tsx'
import { CompanyPolicy } from '#wizard/account/advanced-settings.tsx'
import { PermissionSetFields } from '#wizard/account/permission-set-fields.tsx'
import { RegionField } from '#wizard/account/region-field.tsx'
import { SubmitButton } from '#wizard/account/submit-button.tsx'
import { useConnections } from '#wizard/api/connections.ts'
import { ConnectingFor } from '#wizard/app/connecting-for.tsx'
import { routeHash } from '#wizard/app/routes.ts'
import { ScreenHeading } from '#wizard/app/screen-heading.tsx'
import { accountWords } from '#wizard/words/account.ts'
import { manyWords } from '#wizard/words/many.ts'
import { shellWords } from '#wizard/words/shell.ts'
import { keepListText, listText, useListText } from './account-list-draft.ts'
import { ListFile } from './list-file.tsx'
import { connectList, type ListAttempt, type ListContext, readList, remainingErrors } from './list-submission.ts'
import './many.css'
import { navigate } from '#ui/browser/use-hash.ts'
import { RefusedLines, ServerRefusals } from './refused-lines.tsx'

const words = manyWords.list
const noConnections: readonly Connection[] = []

export function ListScreen({ vendor }: { vendor: ServedVendor }) {
  // Once for each visit: what was typed for one account is the starting point for many.
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
  const title = shellWords.title(words.heading(vendor.name), vendor.name)
  return (
    <form
      className="stack many-list"
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onChange={() => keepAccountDraft({ ...form.getValues() })}
    >
      <DocumentTitle text={errors.length > 0 ? accountWords.errorTitle(title) : title} />
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
  return (
    <div className="stack introduction">
      <ScreenHeading screen="account-list">{words.heading(vendor.name)}</ScreenHeading>
      <p className="lead">{words.lead}</p>
      <p className="row">
        <a href={routeHash({ kind: 'accounts', show: 'all', text: '' })}>{manyWords.table.back}</a>
        <a href={routeHash({ kind: 'account' })}>{manyWords.one}</a>
      </p>
    </div>
  )
}

type ListFieldProps = { readonly text: string; readonly reading: AccountListReading; readonly error: string | undefined }

/** The example stays in sight while the list is typed. */
function ListHint() {
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

/** What counts for every account. */
function Shared(props: AccountFieldsProps) {
  return (
    <div className="stack">
      <p className="hint">{words.shared}</p>
      <RegionField vendor={props.vendor} label={words.region} hint={words.regionHint} {...props.form.register('region')} />
      <PermissionSetFields {...props} />
      <CompanyPolicy {...props} />
    </div>
  )
}

type Ended = { readonly attempts: number; readonly last: ListAttempt | null; readonly isPending: boolean }

function useListSubmission(context: ListContext) {
  const [ended, setEnded] = useState<Ended>({ attempts: 0, last: null, isPending: false })
  // Not state: the second of two quick clicks comes before the next render.
  const isUnderWay = useRef(false)

  async function attempt(): Promise<void> {
    const last = await connectList(context)
    setEnded(({ attempts }) => ({ attempts: attempts + 1, last, isPending: false }))
    // Who went on writing meanwhile keeps what is written: what was connected is said to be so there.
    if (last.left === null || listText() !== context.text) return
    keepListText(last.left)
    if (last.refused.length === 0) navigate(routeHash({ kind: 'accounts', show: 'all', text: '' }))
  }

  function submit(): void {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setEnded((before) => ({ ...before, isPending: true }))
    void attempt().finally(() => {
      isUnderWay.current = false
    })
  }

  return { ...ended, submit }
}
