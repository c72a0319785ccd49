import * as monaco from 'monaco-editor/editor'
// `features/suggest/register` brings the inline suggestions alone.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import 'monaco-editor/features/codeAction/register'
import 'monaco-editor/features/snippet/register'
import { jsonDefaults } from 'monaco-editor/languages/features/json/register'
import { useEffect, useEffectEvent, useState } from 'react'
import {
  type CodeAssistance,
  type CodeCompletions,
  type CodeOrder,
  type CodeRemark,
  type JsonSchema,
  takeOrder,
} from './code-assistance.ts'
import { codeLanguages } from './code-languages.ts'
import { MonacoView, type MonacoViewProps } from './monaco-view.tsx'

type Editor = monaco.editor.IStandaloneCodeEditor

type AssistedMonacoViewProps = Omit<MonacoViewProps, 'onEditor'> & {
  readonly assistance: CodeAssistance
  readonly order: CodeOrder | null
}

/** A text can name its schema by a relative URL, which is relative to the model. */
function schemaOf({ filename, schema }: JsonSchema, { uri }: monaco.editor.ITextModel) {
  return { uri: uri.with({ path: `/${filename}` }).toString(), schema, fileMatch: [uri.toString()] }
}

/** The remarks cover the findings of the language service. Without a schema its suggestions are only words from the text. */
function applySchema(schema: JsonSchema | null, model: monaco.editor.ITextModel | null): void {
  jsonDefaults.setDiagnosticsOptions({
    validate: false,
    enableSchemaRequest: false,
    schemas: schema === null || model === null ? [] : [schemaOf(schema, model)],
  })
  const knows = schema !== null
  jsonDefaults.setModeConfiguration({ ...jsonDefaults.modeConfiguration, completionItems: knows, diagnostics: false, hovers: knows })
}

/** Monaco with what others know about the text: remarks as markers with hovers and quick fixes, and completions. */
export function AssistedMonacoView({ assistance, order, ...props }: AssistedMonacoViewProps) {
  const [editor, setEditor] = useState<Editor | null>(null)
  const actions = useEffectEvent((model: monaco.editor.ITextModel, range: monaco.Range) => codeActions(assistance, model, range))
  const complete = useEffectEvent(assistance.complete)

  // The outside system is Monaco, in this effect and the next three.
  useEffect(() => {
    const model = editor?.getModel()
    if (!editor || !model) return
    editor.updateOptions({ quickSuggestions: { strings: true, other: true, comments: false }, wordBasedSuggestions: 'off' })
    const language = codeLanguages[props.language].monaco
    const registered = [
      monaco.languages.registerCodeActionProvider(language, {
        provideCodeActions: (asked, range) => (asked === model ? actions(model, range) : null),
      }),
      monaco.languages.registerCompletionItemProvider(language, {
        triggerCharacters: ['"', ':'],
        provideCompletionItems: async (asked, position) => {
          const found = asked === model ? await complete(model.getValue(), model.getOffsetAt(position)) : null
          return found === null ? null : { suggestions: suggestions(found, model) }
        },
      }),
    ]
    return () => {
      for (const each of registered) each.dispose()
    }
  }, [editor, props.language])

  const { schema } = assistance
  useEffect(() => applySchema(schema ?? null, editor?.getModel() ?? null), [editor, schema])

  useEffect(() => {
    const model = editor?.getModel()
    if (model) monaco.editor.setModelMarkers(model, 'remarks', assistance.remarks.map(markerOf))
  }, [editor, assistance.remarks])

  useEffect(() => {
    // A place is shown again here if the plain text showed it while the editor was loading.
    if (editor !== null && order !== null && (order.kind === 'reveal' || takeOrder(order))) carryOut(order, editor)
  }, [editor, order])

  return <MonacoView {...props} onEditor={setEditor} />
}

const severities: Readonly<Record<CodeRemark['severity'], monaco.MarkerSeverity>> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
}

const rangeOf = ({ start, end }: Pick<CodeRemark, 'start' | 'end'>) => new monaco.Range(start.line, start.column, end.line, end.column)

function markerOf(remark: CodeRemark): monaco.editor.IMarkerData {
  const { startLineNumber, startColumn, endLineNumber, endColumn } = rangeOf(remark)
  return {
    severity: severities[remark.severity],
    message: remark.message,
    code: { value: remark.source.name, target: monaco.Uri.parse(new URL(remark.source.href, document.baseURI).href) },
    startLineNumber,
    startColumn,
    endLineNumber,
    endColumn,
  }
}

function codeActions({ remarks, of }: CodeAssistance, model: monaco.editor.ITextModel, range: monaco.Range) {
  const fitting = of === model.getValue() ? remarks.filter((remark) => range.intersectRanges(rangeOf(remark)) !== null) : []
  const actions = fitting.flatMap((remark) => {
    if (remark.fix === undefined) return []
    const textEdit = { range: model.getFullModelRange(), text: remark.fix.text }
    return [
      {
        title: remark.fix.title,
        kind: 'quickfix',
        diagnostics: [markerOf(remark)],
        isPreferred: true,
        edit: { edits: [{ resource: model.uri, versionId: model.getVersionId(), textEdit }] },
      },
    ]
  })
  return { actions, dispose: () => {} }
}

/** In this order, whatever their alphabet. */
const sortText = (index: number) => String(index).padStart(6, '0')

function suggestions({ start, end, completions }: CodeCompletions, model: monaco.editor.ITextModel): monaco.languages.CompletionItem[] {
  const range = monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end))
  return completions.map(({ text, detail, isBeginning }, index) => ({
    label: { label: text, description: detail },
    kind: isBeginning ? monaco.languages.CompletionItemKind.Module : monaco.languages.CompletionItemKind.Value,
    insertText: text,
    sortText: sortText(index),
    range,
    ...(isBeginning ? { command: { id: 'editor.action.triggerSuggest', title: '' } } : {}),
  }))
}

/** Undo brings the earlier text back. */
function carryOut(order: CodeOrder, editor: Editor): void {
  if (order.kind === 'replace') {
    const range = editor.getModel()?.getFullModelRange()
    if (range === undefined) return
    editor.pushUndoStop()
    editor.executeEdits('order', [{ range, text: order.text }])
    editor.pushUndoStop()
    return
  }
  const position = { lineNumber: order.place.line, column: order.place.column }
  editor.setPosition(position)
  editor.revealPositionInCenterIfOutsideViewport(position)
  editor.focus()
}
