import * as monaco from 'monaco-editor/editor'
import 'monaco-editor/features/diffEditor/register'
import { useLayoutEffect, useRef, useState } from 'react'
import { type CodeLanguage, codeLanguages } from '#ui/editor/code-languages.ts'
import { followTheme } from '#ui/editor/monaco-theme.ts'
import { lookOf } from '#ui/editor/monaco-view.tsx'

export type Compared = {
  readonly before: string
  readonly after: string
  readonly language: CodeLanguage
  readonly beforeLabel: string
  readonly afterLabel: string
}

/** Two texts beside each other; neither can be changed. */
export function DiffEditorView(props: Compared) {
  const place = useRef<HTMLDivElement>(null)
  const [compared] = useState(props)

  // The outside system is Monaco. Before the paint, so that the list of lines is on the screen until the editor is.
  useLayoutEffect(() => {
    if (place.current === null) return
    const stop = createDiffEditor(place.current, compared)
    const stopFollowing = followTheme(place.current)
    return () => {
      stopFollowing()
      stop()
    }
  }, [compared])

  return <div className="editor-monaco" ref={place} translate="no" dir="ltr" />
}

function createDiffEditor(place: HTMLElement, { before, after, language, beforeLabel, afterLabel }: Compared): () => void {
  const editor = monaco.editor.createDiffEditor(place, {
    ...lookOf(place),
    readOnly: true,
    domReadOnly: true,
    originalEditable: false,
    renderOverviewRuler: false,
    renderMarginRevertIcon: false,
    renderGutterMenu: false,
    useInlineViewWhenSpaceIsLimited: true,
    diffWordWrap: 'off',
  })
  const original = plainModel(before, language)
  const modified = plainModel(after, language)
  editor.setModel({ original, modified })
  const naming = [named(editor.getOriginalEditor(), beforeLabel), named(editor.getModifiedEditor(), afterLabel)]
  return () => {
    for (const each of naming) each.dispose()
    editor.dispose()
    original.dispose()
    modified.dispose()
  }
}

function plainModel(text: string, language: CodeLanguage): monaco.editor.ITextModel {
  const model = monaco.editor.createModel(text, codeLanguages[language].monaco)
  model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } })
  return model
}

/** The diff editor takes the names of its two sides away whenever it arranges them anew. */
function named(side: monaco.editor.ICodeEditor, label: string): monaco.IDisposable {
  const name = () => {
    if (side.getRawOptions().ariaLabel !== label) side.updateOptions({ ariaLabel: label })
  }
  name()
  // Monaco tells only sighted users that a text cannot be changed.
  side.getContainerDomNode().querySelector('[role="textbox"]')?.setAttribute('aria-readonly', 'true')
  return side.onDidChangeConfiguration(name)
}
