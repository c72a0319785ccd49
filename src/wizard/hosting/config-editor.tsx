import { useMemo, useState } from 'react'
import * as z from 'zod/mini'
import type { ConfigIssue } from '#core/connection/config-review.ts'
import { pathText } from '#core/connection/vendor-config/config-finding.ts'
import { readJson } from '#core/policy/json/json-with-positions.ts'
import { placeOf, sourceMap } from '#core/policy/json/source-map.ts'
import { localized } from '#i18n/language.ts'
import schema from '#public/vendor.schema.json' with { type: 'json' }
import { CopyButton, DownloadButton } from '#ui/controls/action-buttons.tsx'
import { Button } from '#ui/controls/button.tsx'
import { Tabs } from '#ui/controls/tabs.tsx'
import type { CodeAssistance, CodeOrder, CodePlace } from '#ui/editor/code-assistance.ts'
import { EditorField } from '#ui/editor/editor-surface.tsx'
import { ConfigForm } from './config-form.tsx'
import { ConfigIssues } from './config-issues.tsx'
import { configMessages } from './config-messages.ts'
import { ConfigPreview } from './config-preview.tsx'
import type { EditedConfig } from './config-state.ts'
import { useKeptState } from './kept-state.ts'
import './config.css'

const beginning = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }

const jsonSchema = { filename: 'vendor.schema.json', schema }

function assistanceOf(text: string, issues: readonly ConfigIssue[]): CodeAssistance {
  const remarks = issues.map(({ severity, path, message, range = beginning }) => ({
    severity,
    message: path.length === 0 ? message : `${pathText(path)}: ${message}`,
    source: { name: 'vendor.schema.json', href: 'vendor.schema.json' },
    ...range,
  }))
  return { of: text, remarks, complete: async () => null, schema: jsonSchema }
}

function placeIn(text: string, path: readonly (string | number)[]): CodePlace | null {
  const { root } = readJson(text)
  const place = root === null ? undefined : placeOf(root, path, 'key')
  return place === undefined ? null : sourceMap(text).range(place).start
}

const filename = 'vendor.json'

/** A form and an editor over one text, what is wrong with it, and the wizard that it makes. */
export function ConfigEditor({ config }: { readonly config: EditedConfig }) {
  const words = localized(configMessages)
  const [selected, select] = useKeptState('editor', z.string(), 'form')
  const [order, setOrder] = useState<CodeOrder | null>(null)
  const { text, issues, isValid } = config
  const assistance = useMemo(() => assistanceOf(text, issues), [text, issues])

  function reveal(place: CodePlace | null): void {
    select('file')
    if (place !== null) setOrder({ kind: 'reveal', place })
  }

  return (
    <section className="stack config-section">
      <h2>{words.title}</h2>
      <p>{words.intro}</p>
      <div className="config-columns">
        <div className="stack">
          <Tabs
            label={words.ways}
            selected={selected}
            onSelect={(id) => {
              select(id)
              setOrder(null)
            }}
            tabs={[
              {
                id: 'form',
                title: words.form,
                panel: config.isEditable ? (
                  <ConfigForm config={config} onShow={(path) => reveal(placeIn(text, path))} />
                ) : (
                  <NoForm onOpen={() => reveal(issues[0]?.range?.start ?? null)} />
                ),
              },
              {
                id: 'file',
                title: words.file,
                panel: <FileEditor config={config} assistance={assistance} order={order} />,
              },
            ]}
          />
          <ConfigIssues issues={issues} onReveal={reveal} />
          <div className="row">
            <DownloadButton
              text={text}
              filename={filename}
              mediaType="application/json"
              label={words.download}
              variant={isValid ? 'primary' : 'secondary'}
            />
            <CopyButton text={text} label={words.copy} />
            {config.isChanged && <Button onClick={() => config.discard()}>{words.discard}</Button>}
          </div>
        </div>
        <ConfigPreview config={config} />
      </div>
    </section>
  )
}

type FileEditorProps = { readonly config: EditedConfig; readonly assistance: CodeAssistance; readonly order: CodeOrder | null }

/** Monaco owns its text, so a text that was changed elsewhere gets a new editor. */
function FileEditor({ config: { text, write }, assistance, order }: FileEditorProps) {
  const [shown, setShown] = useState({ text, revision: 0 })
  if (shown.text !== text) setShown({ text, revision: shown.revision + 1 })

  function onChange(next: string): void {
    setShown({ ...shown, text: next })
    write(next)
  }

  const title = localized(configMessages).editor
  return <EditorField key={shown.revision} language="json" {...{ title, text, assistance, order, onChange }} />
}

/** A form can write only into a JSON object. */
function NoForm({ onOpen }: { readonly onOpen: () => void }) {
  const words = localized(configMessages)
  return (
    <div className="stack">
      <p>{words.locked}</p>
      <div className="row">
        <Button onClick={onOpen}>{words.showError}</Button>
      </div>
    </div>
  )
}
