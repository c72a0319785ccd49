import { withWords } from '#i18n/language.ts'
import { lazyModule } from '#ui/browser/lazy-module.ts'
import { laterUiWords } from '#ui/later-words.ts'
import type { CodeLanguage } from './code-languages.ts'
import { EditorButton } from './editor-button.tsx'

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
