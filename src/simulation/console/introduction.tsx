import { useForm } from 'react-hook-form'
import { type QuickCreateRefusal, readQuickCreateLink } from '#core/artifacts/quick-create.ts'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/controls/card.tsx'
import { TextAreaField } from '#ui/controls/text-field.tsx'
import { consoleMessages } from './console-messages.ts'

type IntroductionProps = { link: string; refusal: QuickCreateRefusal | null; onOpen: (quickCreateLink: string) => void }

/** What the page is, for those who come without a link or with one that cannot be read. */
export function Introduction({ link, refusal, onOpen }: IntroductionProps) {
  const words = localized(consoleMessages).introduction
  const { register, handleSubmit, setError, formState } = useForm({ values: { link } })
  const opened = refusal === null || formState.isDirty ? undefined : words.refusals[refusal]
  const open = handleSubmit((typed) => {
    const reading = readQuickCreateLink(typed.link)
    if (reading.kind === 'quick-create') onOpen(typed.link)
    else setError('link', { message: words.refusals[reading.reason] })
  })
  return (
    <Card as="section" className="stack">
      <h2>{words.heading}</h2>
      <p>{words.text}</p>
      <form className="stack" onSubmit={(event) => void open(event)} noValidate>
        <TextAreaField
          label={words.label}
          hint={words.hint}
          isMono
          error={formState.errors.link?.message ?? opened}
          {...register('link')}
        />
        <div className="row">
          <Button type="submit" look="primary">
            {words.open}
          </Button>
        </div>
      </form>
    </Card>
  )
}
