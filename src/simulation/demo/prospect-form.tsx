import { useForm } from 'react-hook-form'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { describedControl, Field, TextField } from '#ui/controls/fields.tsx'
import { noBranding } from './branding.ts'
import { takeBrandingFile } from './branding-files.ts'
import type { DemoStage } from './demo-layout.ts'
import { demoMessages } from './demo-messages.ts'
import { brand, chooseProspect } from './demo-navigation.ts'
import { isName } from './demo-vendor.ts'

export function ProspectForm({ stage }: { stage: DemoStage }) {
  const words = localized(demoMessages).presenter
  const branded = localized(demoMessages).branding
  const { vendor, prospect, branding } = stage.state()
  const { register, handleSubmit, formState } = useForm({ defaultValues: { name: vendor.name, accent: vendor.accentColor ?? '#3454d1' } })
  const apply = handleSubmit((typed) => chooseProspect(stage, { ...prospect, ...typed }))
  return (
    <form className="stack" onSubmit={(event) => void apply(event)} noValidate>
      <TextField
        label={words.name}
        error={formState.errors.name === undefined ? undefined : words.nameRefused}
        {...register('name', { validate: (name) => isName(vendor, name) })}
      />
      <TextField label={words.accent} type="color" {...register('accent')} />
      <Field id="branding-file" label={branded.file} hint={branded.hint}>
        <input
          type="file"
          accept=".json,image/*"
          {...describedControl('branding-file', { hint: branded.hint })}
          onChange={({ target }) => target.files?.[0] !== undefined && void takeBrandingFile(stage, target.files[0])}
        />
      </Field>
      <div className="row">
        <Button type="submit" variant="primary">
          {words.apply}
        </Button>
        {branding !== noBranding && (
          <Button onClick={() => brand(stage, { kind: 'branding', branding: noBranding })}>{branded.remove}</Button>
        )}
      </div>
    </form>
  )
}
