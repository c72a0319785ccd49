import { useForm } from 'react-hook-form'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/fields.tsx'
import type { DemoStage } from './demo-layout.ts'
import { demoMessages } from './demo-messages.ts'
import { chooseProspect } from './demo-navigation.ts'
import { isName } from './demo-vendor.ts'

export function ProspectForm({ stage }: { stage: DemoStage }) {
  const words = localized(demoMessages).presenter
  const { vendor, prospect } = stage.state()
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
      <div className="row">
        <Button type="submit" variant="primary">
          {words.apply}
        </Button>
      </div>
    </form>
  )
}
