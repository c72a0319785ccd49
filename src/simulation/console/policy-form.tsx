import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { localized } from '#i18n/language.ts'
import { LiveRegion } from '#ui/controls/announcements.tsx'
import { Button } from '#ui/controls/button.tsx'
import { TextAreaField } from '#ui/controls/fields.tsx'
import type { AwsAnswer } from './aws-query.ts'
import { AwsErrorMessage } from './aws-text.tsx'
import { consoleMessages } from './console-messages.ts'

type PolicyFormProps = {
  title: string
  action: string
  text: string
  changes: QueryKey
  onSave: (text: string) => Promise<AwsAnswer<unknown>>
  onDelete?: (() => Promise<AwsAnswer<unknown>>) | undefined
}

type Change = { run: () => Promise<AwsAnswer<unknown>>; leaves: string }

export function PolicyForm({ title, action, text, changes, onSave, onDelete }: PolicyFormProps) {
  const words = localized(consoleMessages).role
  const queryClient = useQueryClient()
  const { register, handleSubmit, reset, formState } = useForm({ values: { text }, resetOptions: { keepDirtyValues: true } })
  const change = useMutation({
    mutationFn: ({ run }: Change) => run(),
    onSuccess: async (answer, { leaves }) => {
      if (answer.kind !== 'answer') return
      // The field is no longer dirty, so the text that AWS stored replaces it.
      reset({ text: leaves }, { keepDirtyValues: false })
      await queryClient.invalidateQueries({ queryKey: changes })
    },
  })
  const save = handleSubmit((typed) => change.mutate({ run: () => onSave(typed.text), leaves: typed.text }))
  const note = change.data?.kind === 'answer' && !formState.isDirty ? words.saved : ''
  return (
    <form className="stack" onSubmit={(event) => void save(event)} noValidate>
      <TextAreaField label={title} note={note} isMono rows={rowsOf(text)} {...register('text')} />
      <LiveRegion text={note} />
      <AwsErrorMessage answer={change.data} />
      <div className="row">
        <Button type="submit" variant="primary" busy={change.isPending}>
          {action}
        </Button>
        {onDelete !== undefined && (
          <Button variant="quiet" busy={change.isPending} onClick={() => change.mutate({ run: onDelete, leaves: '' })}>
            {words.deletePolicy}
          </Button>
        )}
      </div>
    </form>
  )
}

const rowsOf = (text: string): number => Math.min(Math.max(text.split('\n').length + 1, 8), 24)
