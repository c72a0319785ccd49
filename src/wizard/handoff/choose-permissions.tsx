import { useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import type { Connection } from '#core/connection.ts'
import type { HandoffView } from '#core/handoff.ts'
import type { ServedVendor } from '#core/vendor.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DocumentTitle } from '#ui/document-title.tsx'
import { LiveRegion } from '#ui/live-region.tsx'
import { navigate } from '#ui/use-hash.ts'
import { randomBytes } from '../account/account-draft.ts'
import { ownErrors } from '../account/account-errors.ts'
import { type AccountField, type AccountForm, emptyAccountForm } from '../account/account-form.ts'
import { readPermissions } from '../account/account-rules.ts'
import { Errors } from '../account/account-screen.tsx'
import { PermissionSetFields } from '../account/permission-set-fields.tsx'
import { typedPermissions } from '../account/typed-permissions.ts'
import { choosePermissions, passTurn } from '../api/handoff.ts'
import type { Failure } from '../api/request.ts'
import { routeHash } from '../routes.ts'
import { ScreenHeading } from '../screen-heading.tsx'
import { handoffWords as words } from '../words/handoff.ts'
import { shellWords } from '../words/shell.ts'
import { ActionFailure } from './action-failure.tsx'
import { formOfDraft } from './handed-form.ts'
import { Colleague } from './handoff-panel.tsx'
import { useAction } from './use-action.ts'

type ChoosePermissionsProps = { readonly vendor: ServedVendor; readonly connection: Connection; readonly handoff: HandoffView }

/** For who knows what the role is for, and came by a link that asks for it. */
export function ChoosePermissions({ vendor, connection, handoff }: ChoosePermissionsProps) {
  return (
    <div className="stack handoff-screen">
      <DocumentTitle text={shellWords.title(words.colleague.choose, vendor.name)} />
      <Colleague vendor={vendor} handoff={handoff} />
      <ScreenHeading screen={`choose ${connection.id}`}>{words.colleague.choose}</ScreenHeading>
      {handoff.purpose === 'choose-permissions' && handoff.turn === 'colleague' && (
        <Choice vendor={vendor} connection={connection} handoff={handoff} />
      )}
      <p>
        <a href={routeHash({ kind: 'role', connectionId: connection.id })}>{words.colleague.toConnection}</a>
      </p>
    </div>
  )
}

function Choice({ vendor, connection, handoff }: ChoosePermissionsProps) {
  const [initial] = useState(() => formOfDraft(connection, emptyAccountForm(vendor, randomBytes), vendor))
  const form = useForm<AccountForm>({ defaultValues: initial })
  const [refused, setRefused] = useState<{ readonly attempts: number; readonly fields: readonly AccountField[] }>({
    attempts: 0,
    fields: [],
  })
  const { isBusy, failure, run } = useAction()

  async function save(): Promise<Failure | null> {
    const reading = readPermissions(form.getValues(), vendor)
    const fields = reading.kind === 'refused' ? reading.issues.map(({ field }) => field) : []
    setRefused(({ attempts }) => ({ attempts: attempts + 1, fields }))
    if (reading.kind === 'refused') return null
    const failed = await choosePermissions(connection.id, reading.request)
    return failed ?? passTurn(handoff.id, { kind: 'done', note: '' })
  }

  async function press(): Promise<void> {
    const isSaved = await run(save)
    if (isSaved && readPermissions(form.getValues(), vendor).kind === 'change')
      navigate(routeHash({ kind: 'role', connectionId: connection.id }))
  }

  const typed = form.watch()
  const now = readPermissions(typed, vendor)
  const errors = now.kind === 'refused' ? ownErrors(now.issues, refused.fields) : []
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <form className="stack" noValidate onSubmit={(event) => event.preventDefault()}>
      <Errors key={refused.attempts} errors={errors} />
      <PermissionSetFields vendor={vendor} form={form} typed={typed} errorOf={errorOf} hint={words.colleague.chooseHint} />
      {initial.permissionsPolicy !== '' && <EditedPolicyField vendor={vendor} form={form} initial={initial} />}
      <div className="row">
        <Button look="primary" busy={isBusy} onClick={() => void press()}>
          {words.colleague.save}
        </Button>
      </div>
      <ActionFailure failure={failure} />
    </form>
  )
}

type EditedPolicyFieldProps = { readonly vendor: ServedVendor; readonly form: UseFormReturn<AccountForm>; readonly initial: AccountForm }

/** An edit does not follow a changed choice, so who changes it says whether the edit is to outlive that. */
function EditedPolicyField({ vendor, form, initial }: EditedPolicyFieldProps) {
  const typed = form.watch()
  const isKept = typed.permissionsPolicy !== ''
  const choice = (of: AccountForm) => JSON.stringify(typedPermissions(of, vendor))
  const isStale = isKept && choice(typed) !== choice(initial)
  const hint = isStale ? words.beyond.keepStale : words.beyond.keepHint(vendor.name)
  return (
    <>
      <LiveRegion text={isStale ? words.beyond.keepStale : ''} />
      <CheckboxField
        label={words.beyond.keep}
        hint={<span key={hint}>{hint}</span>}
        checked={isKept}
        onChange={(event) => form.setValue('permissionsPolicy', event.target.checked ? initial.permissionsPolicy : '')}
      />
    </>
  )
}
