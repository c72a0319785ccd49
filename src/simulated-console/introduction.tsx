import { useForm } from 'react-hook-form'
import { type QuickCreateRefusal, readQuickCreateLink } from '#core/artefacts/quick-create.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { TextAreaField } from '#ui/text-field.tsx'

const refusalWords: Readonly<Record<QuickCreateRefusal, string>> = {
  'not-a-quick-create-link': 'This is not a quick-create link of CloudFormation.',
  'console-host-unknown': 'The host of this link is not an AWS console.',
  'region-unknown': 'This link names no region of a public partition.',
  'region-mismatch': 'This link names two different regions.',
  'partition-mismatch': 'The host and the region of this link belong to different partitions.',
  'encoding-invalid': 'A value of this link is not encoded as an address must be.',
  'name-repeated': 'This link states a value twice.',
  'template-url-missing': 'This link names no template with https://.',
}

type IntroductionProps = { link: string; refusal: QuickCreateRefusal | null; onOpen: (quickCreateLink: string) => void }

/** What the page is, for those who come without a link or with one that cannot be read. */
export function Introduction({ link, refusal, onOpen }: IntroductionProps) {
  const { register, handleSubmit, setError, formState } = useForm({ values: { link } })
  const opened = refusal === null || formState.isDirty ? undefined : refusalWords[refusal]
  const open = handleSubmit((typed) => {
    const reading = readQuickCreateLink(typed.link)
    if (reading.kind === 'quick-create') onOpen(typed.link)
    else setError('link', { message: refusalWords[reading.reason] })
  })
  return (
    <Card as="section" className="stack">
      <h2>Open a quick-create link</h2>
      <p>
        This page stands in for the AWS console while AWS is simulated. It reads the very link that the wizard gives, creates the stack in a
        simulated account and lets you edit the role, over the protocol that AWS speaks.
      </p>
      <form className="stack" onSubmit={(event) => void open(event)} noValidate>
        <TextAreaField
          label="Quick-create link"
          hint="Starts with https:// and a console of AWS."
          isMono
          error={formState.errors.link?.message ?? opened}
          {...register('link')}
        />
        <div className="row">
          <Button type="submit" look="primary">
            Open link
          </Button>
        </div>
      </form>
    </Card>
  )
}
