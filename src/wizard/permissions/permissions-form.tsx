import { useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import type { Connection } from '#core/connection/connection.ts'
import type { ServedVendor } from '#core/connection/vendor-fields.ts'
import { localized } from '#i18n/language.ts'
import { LiveRegion } from '#ui/controls/announcements.tsx'
import { Button } from '#ui/controls/button.tsx'
import { CheckboxField } from '#ui/controls/fields.tsx'
import { randomBytes } from '#wizard/account/account-draft.ts'
import { type AccountField, type AccountForm, emptyAccountForm } from '#wizard/account/account-form.ts'
import { ownErrors, readPermissions } from '#wizard/account/account-rules.ts'
import { Errors } from '#wizard/account/errors.tsx'
import { formOfDraft } from '#wizard/account/handoff-draft.ts'
import { PermissionSetFields } from '#wizard/account/permission-set-fields.tsx'
import { typedPermissions } from '#wizard/account/typed-terms.ts'
import { ActionFailure, useAction } from '#wizard/api/failure.tsx'
import type { ChosenPermissions } from '#wizard/api/handoff.ts'
import type { Failure } from '#wizard/api/request.ts'
import { roleMessages } from '#wizard/role/role-messages.ts'

type PermissionsFormProps = {
  readonly vendor: ServedVendor
  readonly connection: Connection
  readonly hint: string
  readonly saveLabel: string
  /** Null: success. */
  readonly save: (chosen: ChosenPermissions) => Promise<Failure | null>
  readonly onSaved: () => void
}

/** The permissions of a connection that exists, chosen again. */
export function PermissionsForm({ vendor, connection, hint, saveLabel, save, onSaved }: PermissionsFormProps) {
  const [initial] = useState(() => formOfDraft(connection, emptyAccountForm(vendor, randomBytes), vendor))
  const form = useForm<AccountForm>({ defaultValues: initial })
  const [refused, setRefused] = useState<{ readonly attempts: number; readonly fields: readonly AccountField[] }>({
    attempts: 0,
    fields: [],
  })
  const { isBusy, failure, run } = useAction()

  async function press(): Promise<void> {
    const reading = readPermissions(form.getValues(), vendor)
    const fields = reading.kind === 'refused' ? reading.issues.map(({ field }) => field) : []
    setRefused(({ attempts }) => ({ attempts: attempts + 1, fields }))
    if (reading.kind === 'change' && (await run(() => save(reading.request)))) onSaved()
  }

  const typed = form.watch()
  const now = readPermissions(typed, vendor)
  const errors = now.kind === 'refused' ? ownErrors(now.issues, refused.fields) : []
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <form className="stack" noValidate onSubmit={(event) => event.preventDefault()}>
      <Errors key={refused.attempts} errors={errors} />
      <PermissionSetFields vendor={vendor} form={form} typed={typed} errorOf={errorOf} hint={hint} />
      {initial.permissionsPolicy !== '' && <EditedPolicyField vendor={vendor} form={form} initial={initial} />}
      <div className="row">
        <Button variant="primary" busy={isBusy} onClick={() => void press()}>
          {saveLabel}
        </Button>
      </div>
      <ActionFailure failure={failure} />
    </form>
  )
}

type EditedPolicyFieldProps = { readonly vendor: ServedVendor; readonly form: UseFormReturn<AccountForm>; readonly initial: AccountForm }

/** An edit does not follow a changed choice, so who changes it says whether the edit is to outlive that. */
function EditedPolicyField({ vendor, form, initial }: EditedPolicyFieldProps) {
  const words = localized(roleMessages).update
  const typed = form.watch()
  const isKept = typed.permissionsPolicy !== ''
  const choice = (of: AccountForm) => JSON.stringify(typedPermissions(of, vendor))
  const isStale = isKept && choice(typed) !== choice(initial)
  const hint = isStale ? words.keepStale : words.keepHint(vendor.name)
  return (
    <>
      <LiveRegion text={isStale ? words.keepStale : ''} />
      <CheckboxField
        label={words.keep}
        hint={<span key={hint}>{hint}</span>}
        checked={isKept}
        onChange={(event) => form.setValue('permissionsPolicy', event.target.checked ? initial.permissionsPolicy : '')}
      />
    </>
  )
}
