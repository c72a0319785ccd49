import type { Artefact, ArtefactDialect } from '#core/artefacts/artefact.ts'
import type { RolePlan } from '#core/role-plan.ts'
import { CodeView } from '#ui/code-view.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { DownloadButton } from '#ui/download-button.tsx'
import { OpenInEditor } from '#ui/open-in-editor.tsx'
import { roleWords as words } from '../words/role.ts'

const mediaTypes: Readonly<Record<Artefact['language'], string>> = {
  json: 'application/json',
  yaml: 'application/yaml',
  bash: 'text/x-shellscript',
  powershell: 'text/plain',
  hcl: 'text/plain',
  typescript: 'text/plain',
  text: 'text/plain',
}

type RenderingProps = {
  readonly dialect: ArtefactDialect
  readonly plan: RolePlan
  readonly marks?: readonly string[]
  readonly maxHeight?: string
}

/** What is shown is what is copied and what is downloaded. */
export function ArtefactRendering({ dialect, plan, marks = [plan.externalId], maxHeight = '26rem' }: RenderingProps) {
  const { filename, language, text } = dialect.render(plan)
  return (
    <>
      <CodeView label={dialect.title} text={text} language={language} marks={marks} maxHeight={maxHeight} />
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

function Instructions({ dialect, plan }: Pick<RenderingProps, 'dialect' | 'plan'>) {
  const undo = dialect.undo(plan)
  return (
    <>
      <p className="hint">
        {words.purpose(dialect.purpose)} {undo.words}
      </p>
      <p className="hint">{words.needs(dialect.needs)}</p>
      {undo.commands !== null && (
        <Disclosure summary={words.undoCommands}>
          <div className="stack">
            <CodeView label={words.undoCommands} text={undo.commands.text} language={undo.commands.language} maxHeight="16rem" />
            <div className="row">
              <CopyButton text={undo.commands.text} label={words.copy} />
            </div>
          </div>
        </Disclosure>
      )}
    </>
  )
}
