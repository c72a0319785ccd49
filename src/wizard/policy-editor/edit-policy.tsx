import { lazy, Suspense, startTransition, useState } from 'react'
import type { Vendor } from '#core/connection/vendor.ts'
import type { PolicyDocument } from '#core/policy/document.ts'
import { localized, withMessages } from '#i18n/language.ts'
import { lazyModule } from '#ui/browser/lazy-module.ts'
import { Button } from '#ui/controls/button.tsx'
import { ErrorBoundary } from '#ui/controls/page-parts.tsx'
import type { PolicyEditorDialogProps } from './policy-editor-dialog.tsx'
import { policyEditorMessages } from './policy-editor-messages.ts'

const dialogModule = lazyModule(() => withMessages(import('./policy-editor-dialog.tsx')))

/** Only who has edited the policy needs what the linter knows of it. */
const EditedPolicy = lazy(async () => ({ default: (await withMessages(import('./edited-policy.tsx'))).EditedPolicy }))

type EditPolicyProps = {
  readonly vendor: Vendor
  readonly asked: PolicyDocument
  /** The text as it is now, edited or not. */
  readonly text: string
  readonly isEdited: boolean
  readonly context: PolicyEditorDialogProps['context']
  /** The fields without which the vendor's policy is not complete. */
  readonly missing: readonly string[]
  readonly error: string | undefined
  /** Null restores the vendor's policy. */
  readonly onChange: (text: string | null) => void
}

/** The button of the policy editor with a summary of the edits. The editor loads on the first sign of use. */
export function EditPolicy({ vendor, asked, text, isEdited, context, missing, error, onChange }: EditPolicyProps) {
  const [isOpen, setIsOpen] = useState(false)
  const dialog = dialogModule.useLoaded()
  const isReady = isEdited || missing.length === 0

  function open() {
    if (!isReady) return
    void prepare(text)
    startTransition(() => setIsOpen(true))
  }

  const prefetch = () => {
    if (isReady && !window.matchMedia('(pointer: coarse)').matches) void prepare(text)
  }
  return (
    <div className="stack edit-policy">
      {isEdited && (
        <ErrorBoundary fallback={() => null}>
          <Suspense>
            <EditedPolicy {...{ vendor, asked, text, context }} onReset={() => onChange(null)} />
          </Suspense>
        </ErrorBoundary>
      )}
      <div className="row">
        <Button
          id="permissionsPolicy"
          aria-haspopup="dialog"
          aria-disabled={isReady ? undefined : true}
          aria-describedby={isReady && error === undefined ? undefined : 'permissionsPolicy-note'}
          busy={isOpen && dialog.kind === 'waiting'}
          onClick={open}
          onPointerEnter={prefetch}
          onFocus={prefetch}
        >
          <span>{localized(policyEditorMessages).edit}</span>
        </Button>
      </div>
      <Note isReady={isReady} missing={missing} error={error} isFailed={isOpen && dialog.kind === 'failed'} />
      {isOpen && dialog.kind === 'ready' && (
        <dialog.module.PolicyEditorDialog {...{ vendor, asked, text, context, onChange }} onClose={() => setIsOpen(false)} />
      )}
    </div>
  )
}

type NoteProps = Pick<EditPolicyProps, 'missing' | 'error'> & { readonly isReady: boolean; readonly isFailed: boolean }

function Note({ isReady, missing, error, isFailed }: NoteProps) {
  const words = localized(policyEditorMessages)
  const hint = isReady ? null : words.first(missing)
  return (
    <div id="permissionsPolicy-note">
      {error !== undefined && (
        <p className="field-error" key={error}>
          {error}
        </p>
      )}
      {hint !== null && (
        <p className="hint" key={hint}>
          {hint}
        </p>
      )}
      {isFailed && (
        <p className="hint" role="status">
          {words.loadFailed}
        </p>
      )}
    </div>
  )
}

async function prepare(text: string): Promise<void> {
  const dialog = await dialogModule.request()
  if (dialog.kind === 'ready') dialog.module.preparePolicyEditor(text)
}
