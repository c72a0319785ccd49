import { useState } from 'react'
import type { Artifact, ArtifactDialect } from '#core/artifacts/artifact.ts'
import { type ArtifactId, artifactDialects, artifactIds } from '#core/artifacts/artifacts.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { currentLanguage, formatNumber, localized } from '#i18n/language.ts'
import { CopyButton, DownloadButton } from '#ui/controls/action-buttons.tsx'
import { Disclosure } from '#ui/controls/card.tsx'
import { FactList } from '#ui/controls/lists.tsx'
import { Tabs } from '#ui/controls/tabs.tsx'
import { codeLanguages } from '#ui/editor/code-languages.ts'
import { CodeView, CopyableCode } from '#ui/editor/code-view.tsx'
import { OpenInEditor } from '#ui/editor/open-in-editor.tsx'
import { startLaunch } from '#wizard/verification/use-verification.ts'
import { roleMessages } from './role-messages.ts'

type RenderingProps<Subject> = {
  readonly dialect: ArtifactDialect<Subject>
  readonly subject: Subject
  readonly marks: readonly string[]
  readonly maxHeight?: string
  /** The text was copied or downloaded. */
  readonly onTake?: (() => void) | undefined
}

/** Longer texts, those for hundreds of accounts, stay without colors: each colored word is an element of the page. */
const colouredAtMost = 40_000

/** The text shown is the text copied and downloaded. */
export function ArtifactRendering<Subject>({ dialect, subject, marks, maxHeight = '26rem', onTake }: RenderingProps<Subject>) {
  const words = localized(roleMessages)
  const { code } = currentLanguage()
  const { title } = dialect.texts(code)
  const { filename, language, text } = dialect.render(subject, code)
  return (
    <>
      <CopyableCode {...{ text, marks, maxHeight }} label={title} language={colours(language, text)} copyLabel={words.copy} onCopy={onTake}>
        <DownloadButton {...{ text, filename }} mediaType={codeLanguages[language].mediaType} label={words.download} onDownload={onTake} />
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

type Method = Exclude<ArtifactId, 'quick-create'>

/** The link is on the screen already, as the button. */
const methods = artifactIds.filter((id): id is Method => id !== 'quick-create')

/** Names of products, the same in every language. The other methods have texts. */
const products = {
  cloudformation: 'CloudFormation',
  'aws-cli': 'AWS CLI',
  terraform: 'Terraform',
  cdk: 'CDK',
  pulumi: 'Pulumi',
  'aws-cli-powershell': 'PowerShell',
  cloudshell: 'CloudShell',
} as const

type ArtifactPanelProps = { readonly plan: RolePlan; readonly connectionId: string }

/** The same role in every dialect, in the width of both columns, so that all tabs fit. */
export function ArtifactPanel({ plan, connectionId }: ArtifactPanelProps) {
  const words = localized(roleMessages)
  const [selected, select] = useState<string>(methods[0] ?? '')
  const rendered = (id: Method) => (
    <ArtifactRendering
      key={id}
      dialect={artifactDialects[id]}
      subject={plan}
      marks={[plan.externalId]}
      onTake={() => startLaunch(connectionId, 'copied')}
    />
  )
  return (
    <section className="stack role-artifacts" aria-labelledby="methods">
      <h2 id="methods">{words.methods}</h2>
      <Tabs
        label={words.artifacts}
        selected={selected}
        onSelect={select}
        tabs={methods.map((id) => ({
          id,
          title: { ...words.tabs, ...products }[id],
          isName: Object.hasOwn(products, id),
          panel: rendered(id),
        }))}
      />
      <Facts plan={plan} />
    </section>
  )
}

/** Answers the questions people have before they create the role. */
function Facts({ plan }: Pick<ArtifactPanelProps, 'plan'>) {
  const { created, createdText, cost, costText, undo, undoText } = localized(roleMessages).facts
  return (
    <FactList
      facts={[
        { term: created, value: createdText(plan.roleName) },
        { term: cost, value: costText },
        { term: undo, value: undoText(plan.stackName) },
      ]}
    />
  )
}
