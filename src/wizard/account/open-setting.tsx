import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/fields.tsx'
import { type AccountFieldsProps, keepAccountDraft, registered } from './account-draft.ts'
import { accountMessages } from './account-messages.ts'
import { proposeExternalId } from './adopted-external-id.ts'
import { RegionField } from './region-field.tsx'

export type SettingId = 'externalId' | 'region'

type OpenSettingProps = AccountFieldsProps & { readonly id: SettingId; readonly takesFocus: boolean }

/** The button that was chosen disappears. */
const focusField = (field: HTMLElement | null) => field?.querySelector<HTMLElement>('input, select')?.focus()

/** The field of a setting that someone wants to change. */
export function OpenSetting({ id, takesFocus, ...props }: OpenSettingProps) {
  const { vendor, form, errorOf } = props
  const words = localized(accountMessages)
  return (
    <div className="setting-field" ref={takesFocus ? focusField : undefined}>
      {id === 'externalId' ? (
        <ExternalIdField {...props} />
      ) : (
        <RegionField
          vendor={vendor}
          label={words.region.label}
          hint={words.region.hint}
          error={errorOf('region')}
          {...registered(form, 'region')}
        />
      )}
    </div>
  )
}

function ExternalIdField({ form, errorOf }: AccountFieldsProps) {
  const words = localized(accountMessages)
  const propose = () => {
    form.setValue('externalId', proposeExternalId())
    keepAccountDraft(form.getValues())
  }
  return (
    <TextField
      id="externalId"
      label={words.externalId.label}
      hint={words.externalId.hint}
      error={errorOf('externalId')}
      isMono
      action={
        <Button onClick={propose} aria-label={words.externalId.anotherName}>
          {words.externalId.another}
        </Button>
      }
      {...registered(form, 'externalId')}
    />
  )
}
