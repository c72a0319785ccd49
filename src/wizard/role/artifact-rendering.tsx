import type { Artifact, SpokenDialect } from '#core/artifacts/artifact.ts'
import { formatNumber } from '#i18n/format.ts'
import { localized } from '#i18n/language.ts'
import { CopyButton } from '#ui/controls/copy-button.tsx'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { DownloadButton } from '#ui/controls/download-button.tsx'
import { CodeView } from '#ui/editor/code-view.tsx'
import { OpenInEditor } from '#ui/editor/open-in-editor.tsx'
import { roleMessages } from './role-messages.ts'

const mediaTypes: Readonly<Record<Artifact['language'], string>> = {
  json: 'application/json',
  yaml: 'application/yaml',
  bash: 'text/x-shellscript',
  powershell: 'text/plain',
  hcl: 'text/plain',
  typescript: 'text/plain',
  text: 'text/plain',
}

type RenderingProps<Subject> = {
  readonly dialect: SpokenDialect<Subject>
  readonly subject: Subject
  readonly marks: readonly string[]
  readonly maxHeight?: string
}

/** Longer texts, those for hundreds of accounts, stay without colours: each coloured word is an element of the page. */
const colouredAtMost = 40_000

/** What is shown is what is copied and what is downloaded. */
export function ArtifactRendering<Subject>({ dialect, subject, marks, maxHeight = '26rem' }: RenderingProps<Subject>) {
  const words = localized(roleMessages)
  const { filename, language, text } = dialect.render(subject)
  return (
    <>
      <CodeView label={dialect.title} text={text} language={colours(language, text)} marks={marks} maxHeight={maxHeight} />
      <div className="row">
        <CopyButton text={text} label={words.copy} />
        <DownloadButton text={text} filename={filename} mediaType={mediaTypes[language]} label={words.download} />
        <OpenInEditor title={dialect.title} text={text} language={language} filename={filename} />
        <span className="hint artifact-file">
          <bdi translate="no">{filename}</bdi> · {words.size(formatNumber(new TextEncoder().encode(text).length / 1000, 1))}
        </span>
      </div>
      <Instructions dialect={dialect} subject={subject} />
    </>
  )
}

const colours = (language: Artifact['language'], text: string): Artifact['language'] => (text.length > colouredAtMost ? 'text' : language)

function Instructions<Subject>({ dialect, subject }: Pick<RenderingProps<Subject>, 'dialect' | 'subject'>) {
  const words = localized(roleMessages)
  const undo = dialect.undo(subject)
  return (
    <>
      <p className="hint">
        {words.purpose(dialect.purpose)} {undo.words}
      </p>
      <p className="hint">{words.needs(dialect.needs)}</p>
      {undo.commands !== null && (
        <Disclosure summary={words.undoCommands}>
          <div className="stack">
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
