import { withWords } from '#words/language.ts'
import type { DiffEditorDialogProps } from './diff-editor-dialog.tsx'
import { EditorButton } from './editor-button.tsx'
import { lazyModule } from './lazy-module.ts'

const dialogModule = lazyModule(() => withWords(import('./diff-editor-dialog.tsx')))

type DiffEditorButtonProps = Omit<DiffEditorDialogProps, 'onClose'> & { readonly label: string; readonly failed: string }

export function DiffEditorButton({ label, failed, ...rest }: DiffEditorButtonProps) {
  return (
    <EditorButton label={label} failed={failed} dialog={dialogModule} prefetchEditor={({ prefetchDiffEditor }) => prefetchDiffEditor()}>
      {({ DiffEditorDialog }, close) => <DiffEditorDialog {...rest} onClose={close} />}
    </EditorButton>
  )
}
