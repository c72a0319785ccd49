import { offeredSets, type PermissionSet, type PermissionSetParameter } from '#core/connection/permission-set.ts'
import { localized, vendorText } from '#i18n/language.ts'
import { Card } from '#ui/controls/card.tsx'
import { CheckboxField, TextAreaField, TextField } from '#ui/controls/fields.tsx'
import { type AccountFieldsProps, registered, takeEarlyInput } from './account-draft.ts'
import { accountMessages } from './account-messages.ts'
import { useParts } from './account-parts.ts'

/** `hint` says what follows the choice, where it is seen. */
export function PermissionSetFields({ hint, ...props }: AccountFieldsProps & { readonly hint?: string }) {
  const offered = offeredSets(props.vendor.permissionSets, props.typed.region)
  const required = offered.filter((set) => set.required)
  const optional = offered.filter((set) => !set.required)
  return (
    <fieldset className="stack permission-sets">
      <legend>
        <h2>{localized(accountMessages).permissions.title}</h2>
      </legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {required.map((set) => (
        <Card key={set.id}>
          <RequiredSet set={set} {...props} />
        </Card>
      ))}
      <div className="optional-sets">
        {optional.map((set) => (
          <Card key={set.id}>
            <OptionalSet set={set} {...props} />
          </Card>
        ))}
      </div>
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
          <span>{vendorText(set.title)}</span> <span className="badge">{localized(accountMessages).permissions.required}</span>
        </h3>
        <p className="hint">{vendorText(set.why)}</p>
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
      label={vendorText(set.title)}
      hint={vendorText(set.why)}
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

type ParameterProps = SetProps & { readonly parameter: PermissionSetParameter }

function ParameterField({ set, parameter, form, typed, errorOf }: ParameterProps) {
  const id = `parameters.${set.id}.${parameter.id}` as const
  const text = typed.parameters[set.id]?.[parameter.id] ?? ''
  const parts = useParts()
  const error = errorOf(id)
  const note = parts !== null && text !== '' && <parts.ValueNote field={id} kind={parameter.kind} text={text} region={typed.region} />
  const help = parameter.help && vendorText(parameter.help)
  const shared = { id, label: vendorText(parameter.title), note, isMono: true, placeholder: parameter.example }
  if (!parameter.many) return <TextField {...shared} hint={help} error={error} {...registered(form, id)} />
  // The text has all values. The part that enters them one by one comes later.
  const setText = (next: string) => form.setValue(id, next)
  const entry = parts?.valuesEntry(parameter.kind, text, setText)
  return (
    <TextAreaField
      {...shared}
      rows={1}
      hint={[help, localized(accountMessages).permissions.many].filter(Boolean).join(' ')}
      error={error ?? entry?.error}
      before={parts !== null && entry !== undefined && <parts.ValueList fieldId={id} {...entry} />}
      name={id}
      value={text}
      onChange={({ target }) => setText(target.value)}
      ref={(control) => takeEarlyInput(form, id, control)}
      {...entry?.control}
    />
  )
}
