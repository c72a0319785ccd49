import { startTransition, useState } from 'react'
import { Button } from './button.tsx'
import type { CodeLanguage } from './highlight.ts'
import { Icon } from './icon.tsx'
import { lazyModule } from './lazy-module.ts'

type OpenInEditorProps = { title: string; text: string; language: CodeLanguage; filename: string; label?: string }

const dialogModule = lazyModule(() => import('./code-editor-dialog.tsx'))

export function OpenInEditor({ label = 'Open in editor', ...rest }: OpenInEditorProps) {
  const [isOpen, setIsOpen] = useState(false)
  const dialog = dialogModule.useLoaded()

  function open() {
    void dialogModule.request()
    startTransition(() => setIsOpen(true))
  }

  return (
    <>
      <Button aria-haspopup="dialog" busy={isOpen && dialog.kind === 'waiting'} onClick={open} onPointerEnter={prefetch} onFocus={prefetch}>
        <Icon name="expand" />
        <span>{label}</span>
      </Button>
      {isOpen && dialog.kind === 'failed' && (
        <span className="hint" role="status">
          The editor could not be loaded; the text on this page is complete. Press the button to try again.
        </span>
      )}
      {isOpen && dialog.kind === 'ready' && <dialog.module.CodeEditorDialog {...rest} onClose={() => setIsOpen(false)} />}
    </>
  )
}

async function prefetch() {
  if (!mayPrefetch()) return
  const dialog = await dialogModule.request()
  if (dialog.kind === 'ready') await dialog.module.prefetchMonaco()
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
