import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { Button } from '#ui/button.tsx'
import { LiveRegion } from '#ui/live-region.tsx'
import { TextAreaField } from '#ui/text-field.tsx'
import type { AwsAnswer } from './aws-answer.ts'
import { AwsWords } from './aws-words.tsx'

type PolicyFormProps = {
  title: string
  action: string
  text: string
  /** The query that a change makes stale. */
  changes: QueryKey
  onSave: (text: string) => Promise<AwsAnswer<unknown>>
  onDelete?: (() => Promise<AwsAnswer<unknown>>) | undefined
}

type Change = { run: () => Promise<AwsAnswer<unknown>>; leaves: string }

const saved = 'Saved. STS sees it after the propagation delay.'

export function PolicyForm({ title, action, text, changes, onSave, onDelete }: PolicyFormProps) {
  const queryClient = useQueryClient()
  const { register, handleSubmit, reset, formState } = useForm({ values: { text }, resetOptions: { keepDirtyValues: true } })
  const change = useMutation({
    mutationFn: ({ run }: Change) => run(),
    onSuccess: async (answer, { leaves }) => {
      if (answer.kind !== 'answer') return
      // No edit any more, so that the text as AWS keeps it takes its place.
      reset({ text: leaves }, { keepDirtyValues: false })
      await queryClient.invalidateQueries({ queryKey: changes })
    },
  })
  const save = handleSubmit((form) => change.mutate({ run: () => onSave(form.text), leaves: form.text }))
  const note = change.data?.kind === 'answer' && !formState.isDirty ? saved : ''
  return (
    <form className="stack" onSubmit={(event) => void save(event)} noValidate>
      <TextAreaField label={title} note={note} isMono rows={rowsOf(text)} {...register('text')} />
      <LiveRegion text={note} />
      <AwsWords answer={change.data} />
      <div className="row">
        <Button type="submit" look="primary" busy={change.isPending}>
          {action}
        </Button>
        {onDelete !== undefined && (
          <Button look="quiet" busy={change.isPending} onClick={() => change.mutate({ run: onDelete, leaves: '' })}>
            Delete this policy
          </Button>
        )}
      </div>
    </form>
  )
}

const rowsOf = (text: string): number => Math.min(Math.max(text.split('\n').length + 1, 8), 24)
