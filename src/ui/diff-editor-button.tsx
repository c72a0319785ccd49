import { startTransition, useState } from 'react'
import { Button } from './button.tsx'
import type { DiffEditorDialogProps } from './diff-editor-dialog.tsx'
import { Icon } from './icon.tsx'
import { lazyModule } from './lazy-module.ts'

const dialogModule = lazyModule(() => import('./diff-editor-dialog.tsx'))

type DiffEditorButtonProps = Omit<DiffEditorDialogProps, 'onClose'> & { readonly label: string; readonly failed: string }

/** Nothing of the editor is fetched before somebody means to use it. */
export function DiffEditorButton({ label, failed, ...rest }: DiffEditorButtonProps) {
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
          {failed}
        </span>
      )}
      {isOpen && dialog.kind === 'ready' && <dialog.module.DiffEditorDialog {...rest} onClose={() => setIsOpen(false)} />}
    </>
  )
}

async function prefetch() {
  if (window.matchMedia('(pointer: coarse)').matches) return
  const dialog = await dialogModule.request()
  if (dialog.kind === 'ready') await dialog.module.prefetchDiffEditor()
}
