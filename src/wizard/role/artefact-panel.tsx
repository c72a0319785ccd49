import { useState } from 'react'
import type { Artefact, ArtefactDialect } from '#core/artefacts/artefact.ts'
import { type ArtefactId, artefactDialects, artefactIds } from '#core/artefacts/artefacts.ts'
import type { RolePlan } from '#core/role-plan.ts'
import { CodeView } from '#ui/code-view.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { DownloadButton } from '#ui/download-button.tsx'
import { OpenInEditor } from '#ui/open-in-editor.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { roleWords as words } from '../words/role.ts'

/** The ways that most customers take have a tab each. The link is on the screen already, as the button. */
const usual: readonly ArtefactId[] = ['cloudformation', 'aws-cli', 'terraform', 'trust-policy', 'permissions-policy']
const others = artefactIds.filter((id) => id !== 'quick-create' && !usual.includes(id)).map((id) => artefactDialects[id])

const mediaTypes: Readonly<Record<Artefact['language'], string>> = {
  json: 'application/json',
  yaml: 'application/yaml',
  bash: 'text/x-shellscript',
  powershell: 'text/plain',
  hcl: 'text/plain',
  typescript: 'text/plain',
  text: 'text/plain',
}

/** The same role in every dialect; what is shown is what is copied and what is downloaded. */
export function ArtefactPanel({ plan }: { plan: RolePlan }) {
  const [selected, select] = useState<string>(usual[0] ?? '')
  const [other, selectOther] = useState<string>(others[0]?.id ?? '')
  return (
    <section className="role-artefacts" aria-label={words.artefacts}>
      <Tabs
        label={words.artefacts}
        selected={selected}
        onSelect={select}
        tabs={[
          ...usual.map((id) => ({
            id,
            title: artefactDialects[id].title,
            panel: <Rendering key={id} dialect={artefactDialects[id]} plan={plan} />,
          })),
          { id: 'more', title: words.more, panel: <OtherWays plan={plan} selected={other} onSelect={selectOther} /> },
        ]}
      />
    </section>
  )
}

type OtherWaysProps = { readonly plan: RolePlan; readonly selected: string; readonly onSelect: (id: string) => void }

function OtherWays({ plan, selected, onSelect }: OtherWaysProps) {
  const dialect = others.find(({ id }) => id === selected) ?? others[0]
  return (
    <>
      <SelectField
        label={words.way}
        value={dialect?.id}
        onChange={(event) => onSelect(event.target.value)}
        options={others.map(({ id, title }) => ({ value: id, label: title }))}
      />
      {dialect !== undefined && <Rendering key={dialect.id} dialect={dialect} plan={plan} />}
    </>
  )
}

type RenderingProps = { readonly dialect: ArtefactDialect; readonly plan: RolePlan }

function Rendering({ dialect, plan }: RenderingProps) {
  const { filename, language, text } = dialect.render(plan)
  return (
    <>
      <CodeView label={dialect.title} text={text} language={language} marks={[plan.externalId]} maxHeight="26rem" />
      <div className="row">
        <CopyButton text={text} label={words.copy} />
        <DownloadButton text={text} filename={filename} mediaType={mediaTypes[language]} label={words.download} />
        <OpenInEditor title={dialect.title} text={text} language={language} filename={filename} />
        <span className="hint artefact-file">
          <bdi translate="no">{filename}</bdi> · {words.size(new TextEncoder().encode(text).length)}
        </span>
      </div>
      <Instructions dialect={dialect} plan={plan} />
    </>
  )
}

function Instructions({ dialect, plan }: RenderingProps) {
  const undo = dialect.undo(plan)
  return (
    <>
      <p className="hint">
        {words.purpose(dialect.purpose)} {undo.words}
      </p>
      <p className="hint">{words.needs(dialect.needs)}</p>
      {undo.commands !== null && (
        <Disclosure summary={words.undoCommands}>
          <CodeView label={words.undoCommands} text={undo.commands.text} language={undo.commands.language} maxHeight="16rem" />
          <div className="row">
            <CopyButton text={undo.commands.text} label={words.copy} />
          </div>
        </Disclosure>
      )}
    </>
  )
}
