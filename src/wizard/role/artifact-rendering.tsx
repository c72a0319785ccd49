import { useState } from 'react'
import type { Artifact, ArtifactDialect } from '#core/artifacts/artifact.ts'
import { type ArtifactId, artifactDialects, artifactIds } from '#core/artifacts/artifacts.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { currentLanguage, formatNumber, localized } from '#i18n/language.ts'
import { CopyButton, DownloadButton } from '#ui/controls/action-buttons.tsx'
import { Disclosure } from '#ui/controls/card.tsx'
import { SelectField } from '#ui/controls/fields.tsx'
import { Tabs } from '#ui/controls/tabs.tsx'
import { codeLanguages } from '#ui/editor/code-languages.ts'
import { CodeView, CopyableCode } from '#ui/editor/code-view.tsx'
import { OpenInEditor } from '#ui/editor/open-in-editor.tsx'
import { roleMessages } from './role-messages.ts'

type RenderingProps<Subject> = {
  readonly dialect: ArtifactDialect<Subject>
  readonly subject: Subject
  readonly marks: readonly string[]
  readonly maxHeight?: string
}

/** Longer texts, those for hundreds of accounts, stay without colors: each colored word is an element of the page. */
const colouredAtMost = 40_000

/** The text shown is the text copied and downloaded. */
export function ArtifactRendering<Subject>({ dialect, subject, marks, maxHeight = '26rem' }: RenderingProps<Subject>) {
  const words = localized(roleMessages)
  const { code } = currentLanguage()
  const { title } = dialect.texts(code)
  const { filename, language, text } = dialect.render(subject, code)
  return (
    <>
      <CopyableCode label={title} text={text} language={colours(language, text)} marks={marks} maxHeight={maxHeight} copyLabel={words.copy}>
        <DownloadButton text={text} filename={filename} mediaType={codeLanguages[language].mediaType} label={words.download} />
        <OpenInEditor title={title} text={text} language={language} filename={filename} />
        <span className="hint artifact-file">
          <bdi translate="no">{filename}</bdi> · {words.size(formatNumber(new TextEncoder().encode(text).length / 1000, 1))}
        </span>
      </CopyableCode>
      <Instructions dialect={dialect} subject={subject} />
    </>
  )
}

const colours = (language: Artifact['language'], text: string): Artifact['language'] => (text.length > colouredAtMost ? 'text' : language)

function Instructions<Subject>({ dialect, subject }: Pick<RenderingProps<Subject>, 'dialect' | 'subject'>) {
  const words = localized(roleMessages)
  const { code } = currentLanguage()
  const { purpose, needs } = dialect.texts(code)
  const undo = dialect.undo(subject, code)
  return (
    <>
      <p className="hint">{undo.commands === null ? `${purpose} ${words.undo} ${undo.words}` : purpose}</p>
      <p className="hint">{words.needs(needs)}</p>
      {undo.commands !== null && (
        <Disclosure summary={words.undoCommands}>
          <div className="stack">
            <p className="hint">{undo.words}</p>
            <CodeView
              label={words.undoCommands}
              text={undo.commands.text}
              language={colours(undo.commands.language, undo.commands.text)}
              maxHeight="16rem"
            />
            <div className="row">
              <CopyButton text={undo.commands.text} label={words.copy} />
            </div>
          </div>
        </Disclosure>
      )}
    </>
  )
}

/** The ways that most customers take have a tab each. The link is on the screen already, as the button. */
const usual: readonly ArtifactId[] = ['cloudformation', 'aws-cli', 'terraform', 'trust-policy', 'permissions-policy']
const others = artifactIds.filter((id) => id !== 'quick-create' && !usual.includes(id))

const titleOf = (id: ArtifactId): string => artifactDialects[id].texts(currentLanguage().code).title

/** The same role in every dialect. */
export function ArtifactPanel({ plan }: { plan: RolePlan }) {
  const words = localized(roleMessages)
  const [selected, select] = useState<string>(usual[0] ?? '')
  const [other, selectOther] = useState<string>(others[0] ?? '')
  return (
    <section className="role-artifacts" aria-label={words.artifacts}>
      <Tabs
        label={words.artifacts}
        selected={selected}
        onSelect={select}
        tabs={[
          ...usual.map((id) => ({
            id,
            title: titleOf(id),
            panel: <ArtifactRendering key={id} dialect={artifactDialects[id]} subject={plan} marks={[plan.externalId]} />,
          })),
          { id: 'more', title: words.more, panel: <OtherWays plan={plan} selected={other} onSelect={selectOther} /> },
        ]}
      />
    </section>
  )
}

type OtherWaysProps = { readonly plan: RolePlan; readonly selected: string; readonly onSelect: (id: string) => void }

function OtherWays({ plan, selected, onSelect }: OtherWaysProps) {
  const id = others.find((other) => other === selected) ?? others[0]
  return (
    <>
      <SelectField
        label={localized(roleMessages).way}
        value={id}
        onChange={(event) => onSelect(event.target.value)}
        options={others.map((other) => ({ value: other, label: titleOf(other) }))}
      />
      {id !== undefined && <ArtifactRendering key={id} dialect={artifactDialects[id]} subject={plan} marks={[plan.externalId]} />}
    </>
  )
}
