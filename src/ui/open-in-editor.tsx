import { EditorButton } from './editor-button.tsx'
import type { CodeLanguage } from './highlight.ts'
import { lazyModule } from './lazy-module.ts'

type OpenInEditorProps = { title: string; text: string; language: CodeLanguage; filename: string; label?: string }

const dialogModule = lazyModule(() => import('./code-editor-dialog.tsx'))

export function OpenInEditor({ label = 'Open in editor', ...rest }: OpenInEditorProps) {
  return (
    <EditorButton
      label={label}
      failed="The editor could not be loaded; the text on this page is complete. Press the button to try again."
      dialog={dialogModule}
      prefetchEditor={({ prefetchMonaco }) => prefetchMonaco()}
    >
      {({ CodeEditorDialog }, close) => <CodeEditorDialog {...rest} onClose={close} />}
    </EditorButton>
  )
}
