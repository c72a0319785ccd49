import * as monaco from 'monaco-editor/editor'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
// The editor that assists suggests with it, and is fetched later: Monaco takes no service more once it has made an editor.
import 'monaco-editor/editor/contrib/suggest/browser/suggestMemory'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/format/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/readOnlyMessage/register'
import 'monaco-editor/features/toggleTabFocusMode/register'
import 'monaco-editor/features/unicodeHighlighter/register'
import 'monaco-editor/features/wordHighlighter/register'
import 'monaco-editor/features/wordOperations/register'
import 'monaco-editor/languages/definitions/hcl/register'
import 'monaco-editor/languages/definitions/powershell/register'
import 'monaco-editor/languages/definitions/shell/register'
import 'monaco-editor/languages/definitions/typescript/register'
import 'monaco-editor/languages/definitions/csharp/register'
import 'monaco-editor/languages/definitions/go/register'
import 'monaco-editor/languages/definitions/ini/register'
import 'monaco-editor/languages/definitions/java/register'
import 'monaco-editor/languages/definitions/php/register'
import 'monaco-editor/languages/definitions/python/register'
import 'monaco-editor/languages/definitions/ruby/register'
import 'monaco-editor/languages/definitions/rust/register'
import 'monaco-editor/languages/definitions/yaml/register'
import JsonWorker from 'monaco-editor/languages/features/json/json.worker?worker'
import 'monaco-editor/languages/features/json/register'
import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { type CodeLanguage, codeLanguages } from './code-languages.ts'
import { followTheme } from './monaco-theme.ts'

Object.assign(globalThis, {
  MonacoEnvironment: { getWorker: (_: string, label: string) => (label === 'json' ? new JsonWorker() : new EditorWorker()) },
})

export type MonacoViewProps = {
  label: string
  /** The text at first; Monaco owns it from then on. */
  text: string
  language: CodeLanguage
  isReadOnly: boolean
  hasFocus: boolean
  onChange: (text: string) => void
  /** Called with the editor once it exists, and with null when it is removed. */
  onEditor?: ((editor: monaco.editor.IStandaloneCodeEditor | null) => void) | undefined
}

export function MonacoView(props: MonacoViewProps) {
  const place = useRef<HTMLDivElement>(null)
  const [atFirst] = useState(props)
  const onChange = useEffectEvent(props.onChange)
  const onEditor = useEffectEvent((editor: monaco.editor.IStandaloneCodeEditor | null) => props.onEditor?.(editor))

  // The outside system is Monaco. Before the paint, so that the plain text is on the screen until the editor is.
  useLayoutEffect(() => {
    if (place.current === null) return
    const editor = createEditor(place.current, atFirst)
    const listening = editor.onDidChangeModelContent(() => onChange(editor.getValue()))
    const stopFollowing = followTheme(place.current)
    if (atFirst.hasFocus) editor.focus()
    onEditor(editor)
    return () => {
      onEditor(null)
      stopFollowing()
      listening.dispose()
      editor.getModel()?.dispose()
      editor.dispose()
    }
  }, [atFirst])

  return <div className="editor-monaco" ref={place} translate="no" dir="ltr" />
}

function createEditor(place: HTMLElement, { label, text, language, isReadOnly }: MonacoViewProps) {
  const editor = monaco.editor.create(place, {
    value: text,
    language: codeLanguages[language].monaco,
    ariaLabel: label,
    readOnly: isReadOnly,
    domReadOnly: isReadOnly,
    tabSize: 2,
    ...editorOptions(place),
  })
  editor.getModel()?.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } })
  // Monaco tells only sighted users that a text cannot be changed.
  if (isReadOnly) editor.getDomNode()?.querySelector('[role="textbox"]')?.setAttribute('aria-readonly', 'true')
  return editor
}

function editorOptions(place: HTMLElement) {
  return {
    tabFocusMode: true,
    automaticLayout: true,
    fixedOverflowWidgets: true,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false },
    renderLineHighlight: 'none',
    overviewRulerLanes: 0,
    fontFamily: getComputedStyle(place).fontFamily,
    fontSize: 14,
    lineHeight: 22,
    padding: { top: 12, bottom: 12 },
  } as const
}
