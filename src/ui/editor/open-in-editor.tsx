import { localized, withMessages } from '#i18n/language.ts'
import { lazyModule } from '#ui/browser/lazy-module.ts'
import type { CodeLanguage } from './code-languages.ts'
import { EditorButton } from './editor-button.tsx'
import { editorMessages } from './editor-messages.ts'

type OpenInEditorProps = { title: string; text: string; language: CodeLanguage; filename: string; label?: string }

const dialogModule = lazyModule(() => withMessages(import('./code-editor-dialog.tsx')))

export function OpenInEditor({ label = localized(editorMessages).openInEditor, ...rest }: OpenInEditorProps) {
  return (
    <EditorButton
      label={label}
      failed={localized(editorMessages).editorFailed}
      dialog={dialogModule}
      prefetchEditor={({ prefetchMonaco }) => prefetchMonaco()}
    >
      {({ CodeEditorDialog }, close) => <CodeEditorDialog {...rest} onClose={close} />}
    </EditorButton>
  )
}
