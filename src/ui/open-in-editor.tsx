import { withWords } from '#words/language.ts'
import { EditorButton } from './editor-button.tsx'
import type { CodeLanguage } from './highlight.ts'
import { laterUiWords } from './later-words.ts'
import { lazyModule } from './lazy-module.ts'

type OpenInEditorProps = { title: string; text: string; language: CodeLanguage; filename: string; label?: string }

const dialogModule = lazyModule(() => withWords(import('./code-editor-dialog.tsx')))

export function OpenInEditor({ label = laterUiWords.openInEditor, ...rest }: OpenInEditorProps) {
  return (
    <EditorButton
      label={label}
      failed={laterUiWords.editorFailed}
      dialog={dialogModule}
      prefetchEditor={({ prefetchMonaco }) => prefetchMonaco()}
    >
      {({ CodeEditorDialog }, close) => <CodeEditorDialog {...rest} onClose={close} />}
    </EditorButton>
  )
}
