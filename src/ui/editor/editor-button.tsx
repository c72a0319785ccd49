import { type ReactNode, startTransition, useState } from 'react'
import type { lazyModule } from '#ui/browser/lazy-module.ts'
import { Button } from '#ui/controls/button.tsx'
import { Icon } from '#ui/controls/icon.tsx'

type DialogModule<Module> = ReturnType<typeof lazyModule<Module>>

type EditorButtonProps<Module> = {
  readonly label: string
  /** Said where the dialog cannot be fetched. */
  readonly failed: string
  readonly dialog: DialogModule<Module>
  readonly prefetchEditor: (module: Module) => Promise<unknown>
  readonly children: (module: Module, close: () => void) => ReactNode
}

/** Opens an editor in a dialog. Nothing of either is fetched before somebody means to use it. */
export function EditorButton<Module>({ label, failed, dialog, prefetchEditor, children }: EditorButtonProps<Module>) {
  const [isOpen, setIsOpen] = useState(false)
  const loaded = dialog.useLoaded()

  function open() {
    void dialog.request()
    startTransition(() => setIsOpen(true))
  }

  async function prefetch() {
    if (!mayPrefetch()) return
    const fetched = await dialog.request()
    if (fetched.kind === 'ready') await prefetchEditor(fetched.module)
  }

  const onIntent = () => void prefetch()
  return (
    <>
      <Button aria-haspopup="dialog" busy={isOpen && loaded.kind === 'waiting'} onClick={open} onPointerEnter={onIntent} onFocus={onIntent}>
        <Icon name="expand" />
        <span>{label}</span>
      </Button>
      {isOpen && loaded.kind === 'failed' && (
        <span className="hint" role="status">
          {failed}
        </span>
      )}
      {isOpen && loaded.kind === 'ready' && children(loaded.module, () => setIsOpen(false))}
    </>
  )
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
