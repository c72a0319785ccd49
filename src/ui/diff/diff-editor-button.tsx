import { withMessages } from '#i18n/language.ts'
import { lazyModule } from '#ui/browser/lazy-module.ts'
import { EditorButton } from '#ui/editor/editor-button.tsx'
import type { DiffEditorDialogProps } from './diff-editor-dialog.tsx'

const dialogModule = lazyModule(() => withMessages(import('./diff-editor-dialog.tsx')))

type DiffEditorButtonProps = Omit<DiffEditorDialogProps, 'onClose'> & { readonly label: string; readonly failed: string }

export function DiffEditorButton({ label, failed, ...rest }: DiffEditorButtonProps) {
  return (
    <EditorButton label={label} failed={failed} dialog={dialogModule} prefetchEditor={({ prefetchDiffEditor }) => prefetchDiffEditor()}>
      {({ DiffEditorDialog }, close) => <DiffEditorDialog {...rest} onClose={close} />}
    </EditorButton>
  )
}
