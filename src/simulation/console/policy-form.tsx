import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import { Button } from '#ui/controls/button.tsx'
import '#ui/editor/code-editor-dialog.css'
import { localized } from '#i18n/language.ts'
import { useMedia } from '#ui/browser/use-media.ts'
import { LiveRegion } from '#ui/controls/live-region.tsx'
import { TextAreaField } from '#ui/controls/text-field.tsx'
import { EditorSurface, prefetchMonaco } from '#ui/editor/editor-surface.tsx'
import type { AwsAnswer } from './aws-answer.ts'
import { AwsWords } from './aws-text.tsx'
import { consoleMessages } from './console-messages.ts'

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

export function PolicyForm({ title, action, text, changes, onSave, onDelete }: PolicyFormProps) {
  const words = localized(consoleMessages).role
  const queryClient = useQueryClient()
  const form = useForm({ values: { text }, resetOptions: { keepDirtyValues: true } })
  const { handleSubmit, reset, formState } = form
  const change = useMutation({
    mutationFn: ({ run }: Change) => run(),
    onSuccess: async (answer, { leaves }) => {
      if (answer.kind !== 'answer') return
      // No edit any more, so that the text as AWS keeps it takes its place.
      reset({ text: leaves }, { keepDirtyValues: false })
      await queryClient.invalidateQueries({ queryKey: changes })
    },
  })
  const save = handleSubmit((typed) => change.mutate({ run: () => onSave(typed.text), leaves: typed.text }))
  const note = change.data?.kind === 'answer' && !formState.isDirty ? words.saved : ''
  return (
    <form className="stack" onSubmit={(event) => void save(event)} noValidate>
      <PolicyText {...{ form, title, text, note }} />
      <LiveRegion text={note} />
      <AwsWords answer={change.data} />
      <div className="row">
        <Button type="submit" look="primary" busy={change.isPending}>
          {action}
        </Button>
        {onDelete !== undefined && (
          <Button look="quiet" busy={change.isPending} onClick={() => change.mutate({ run: onDelete, leaves: '' })}>
            {words.deletePolicy}
          </Button>
        )}
      </div>
    </form>
  )
}

/** Monaco does not support touch: https://github.com/microsoft/monaco-editor#faq */
const plainOnly = '(pointer: coarse), (max-width: 640px)'

type PolicyTextProps = { form: UseFormReturn<{ text: string }>; title: string; text: string; note: string }

/** A plain field; who wants to gets the editor in its place. Both write into the same form. */
function PolicyText({ form, title, text, note }: PolicyTextProps) {
  const words = localized(consoleMessages).role
  const [isInEditor, setIsInEditor] = useState(false)
  const isPlainOnly = useMedia(plainOnly)
  if (isPlainOnly || !isInEditor) {
    return (
      <>
        <TextAreaField label={title} note={note} isMono rows={rowsOf(text)} {...form.register('text')} />
        {!isPlainOnly && (
          <Button look="quiet" onClick={() => setIsInEditor(true)} onPointerEnter={prefetch} onFocus={prefetch}>
            {words.inEditor}
          </Button>
        )}
      </>
    )
  }
  return (
    <>
      <div className="policy-editor">
        <EditorSurface
          key={text}
          title={title}
          text={form.getValues('text')}
          language="json"
          isReadOnly={false}
          isPlain={false}
          onChange={(edited) => form.setValue('text', edited, { shouldDirty: true })}
        />
      </div>
      <p className="hint">{note}</p>
      <Button look="quiet" onClick={() => setIsInEditor(false)}>
        {words.asText}
      </Button>
    </>
  )
}

const prefetch = () => void prefetchMonaco()

const rowsOf = (text: string): number => Math.min(Math.max(text.split('\n').length + 1, 8), 24)
