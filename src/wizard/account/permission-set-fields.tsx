import type { PermissionSet, PermissionSetParameter } from '#core/connection/permission-set.ts'
import { spokenText } from '#i18n/spoken-text.ts'
import { Card } from '#ui/controls/card.tsx'
import { CheckboxField } from '#ui/controls/checkbox-field.tsx'
import { TextAreaField, TextField } from '#ui/controls/text-field.tsx'
import { accountWords as words } from '#wizard/words/account.ts'
import type { AccountFieldsProps } from './form-fields.ts'
import { registered } from './form-fields.ts'

/** `hint` says what follows the choice, where it is seen. */
export function PermissionSetFields({ hint, ...props }: AccountFieldsProps & { readonly hint?: string }) {
  const { vendor } = props
  return (
    <fieldset className="stack permission-sets">
      <legend>
        <h2>{words.permissions.title(vendor.name)}</h2>
      </legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {vendor.permissionSets.map((set) => (
        <Card key={set.id}>{set.required ? <RequiredSet set={set} {...props} /> : <OptionalSet set={set} {...props} />}</Card>
      ))}
    </fieldset>
  )
}

type SetProps = AccountFieldsProps & { readonly set: PermissionSet }

function RequiredSet(props: SetProps) {
  const { set } = props
  return (
    <div className="stack permission-set">
      <div>
        <h3>
          <span>{spokenText(set.title)}</span> <span className="badge">{words.permissions.required}</span>
        </h3>
        <p className="hint">{spokenText(set.why)}</p>
      </div>
      <Parameters {...props} />
    </div>
  )
}

function OptionalSet(props: SetProps) {
  const { set, form, typed, errorOf } = props
  const isChosen = typed.chosen[set.id] === true
  return (
    <CheckboxField
      id={`chosen.${set.id}`}
      label={spokenText(set.title)}
      hint={spokenText(set.why)}
      error={errorOf(`chosen.${set.id}`)}
      {...registered(form, `chosen.${set.id}`)}
    >
      {isChosen && set.parameters.length > 0 && <Parameters {...props} />}
    </CheckboxField>
  )
}

function Parameters({ set, ...fields }: SetProps) {
  return set.parameters.map((parameter) => <ParameterField key={parameter.id} set={set} parameter={parameter} {...fields} />)
}

function ParameterField({ set, parameter, form, errorOf }: SetProps & { readonly parameter: PermissionSetParameter }) {
  const name = `parameters.${set.id}.${parameter.id}` as const
  const shared = { id: name, label: spokenText(parameter.title), error: errorOf(name), isMono: true, ...registered(form, name) }
  return parameter.many ? <TextAreaField rows={2} hint={words.permissions.many} {...shared} /> : <TextField {...shared} />
}
