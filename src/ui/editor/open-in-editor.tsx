import { startTransition, useState } from 'react'
import { localized, withMessages } from '#i18n/language.ts'
import { lazyModule } from '#ui/browser/lazy-module.ts'
import { Button } from '#ui/controls/button.tsx'
import { Icon } from '#ui/controls/icon.tsx'
import { editorMessages } from '#ui/editor-messages.ts'
import type { CodeLanguage } from './code-languages.ts'

type OpenInEditorProps = { title: string; text: string; language: CodeLanguage; filename: string }

const dialogModule = lazyModule(() => withMessages(import('./code-editor-dialog.tsx')))

/** The dialog and its editor load on the first sign of use. */
export function OpenInEditor(props: OpenInEditorProps) {
  const [isOpen, setIsOpen] = useState(false)
  const dialog = dialogModule.useLoaded()

  function open() {
    void dialogModule.request()
    startTransition(() => setIsOpen(true))
  }

  const onIntent = () => void prefetch()
  return (
    <>
      <Button aria-haspopup="dialog" busy={isOpen && dialog.kind === 'waiting'} onClick={open} onPointerEnter={onIntent} onFocus={onIntent}>
        <Icon name="expand" />
        <span>{localized(editorMessages).openInEditor}</span>
      </Button>
      {isOpen && dialog.kind === 'failed' && (
        <span className="hint" role="status">
          {localized(editorMessages).editorFailed}
        </span>
      )}
      {isOpen && dialog.kind === 'ready' && <dialog.module.CodeEditorDialog {...props} onClose={() => setIsOpen(false)} />}
    </>
  )
}

async function prefetch() {
  if (!mayPrefetch()) return
  const fetched = await dialogModule.request()
  if (fetched.kind === 'ready') await fetched.module.prefetchMonaco()
}

/** https://wicg.github.io/netinfo/ : not in every browser, and never needed. */
function mayPrefetch(): boolean {
  if (window.matchMedia('(pointer: coarse)').matches) return false
  const connection: unknown = Reflect.get(navigator, 'connection')
  if (typeof connection !== 'object' || connection === null) return true
  const isSaving = 'saveData' in connection && connection.saveData === true
  const isFast = !('effectiveType' in connection) || connection.effectiveType === '4g'
  return !isSaving && isFast
}
