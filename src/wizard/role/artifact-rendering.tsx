import type { Artifact, ArtifactDialect } from '#core/artifacts/artifact.ts'
import { currentLanguage, formatNumber, localized } from '#i18n/language.ts'
import { CopyButton, DownloadButton } from '#ui/controls/action-buttons.tsx'
import { Disclosure } from '#ui/controls/card.tsx'
import { codeLanguages } from '#ui/editor/code-languages.ts'
import { CodeView, CopyableCode } from '#ui/editor/code-view.tsx'
import { OpenInEditor } from '#ui/editor/open-in-editor.tsx'
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
  if (dialect.isNeeded?.(subject) === false) return <Notes dialect={dialect} subject={subject} />
  const { filename, language, text } = dialect.render(subject, code)
  return (
    <>
      <CopyableCode {...{ text, marks, maxHeight }} label={title} language={colours(language, text)} copyLabel={words.copy} onCopy={onTake}>
        <DownloadButton {...{ text, filename }} mediaType={codeLanguages[language].mediaType} label={words.download} onDownload={onTake} />
        <OpenInEditor title={title} text={text} language={language} filename={filename} />
        <FileNote {...{ filename, text }} />
      </CopyableCode>
      <Instructions dialect={dialect} subject={subject} />
    </>
  )
}

function Notes<Subject>({ dialect, subject }: Pick<RenderingProps<Subject>, 'dialect' | 'subject'>) {
  return (dialect.notes?.(subject, currentLanguage().code) ?? []).map((note) => (
    <p key={note} className="hint">
      {note}
    </p>
  ))
}

export function FileNote({ filename, text }: Pick<Artifact, 'filename' | 'text'>) {
  return (
    <span className="hint artifact-file">
      <bdi translate="no">{filename}</bdi> · {localized(roleMessages).size(formatNumber(new TextEncoder().encode(text).length / 1000, 1))}
    </span>
  )
}

const colours = (language: Artifact['language'], text: string): Artifact['language'] => (text.length > colouredAtMost ? 'text' : language)

export function Instructions<Subject>({ dialect, subject }: Pick<RenderingProps<Subject>, 'dialect' | 'subject'>) {
  const words = localized(roleMessages)
  const { code } = currentLanguage()
  const { purpose, needs } = dialect.texts(code)
  const undo = dialect.undo(subject, code)
  return (
    <>
      <p className="hint">{undo.commands === null ? `${purpose} ${words.undo} ${undo.words}` : purpose}</p>
      <Notes dialect={dialect} subject={subject} />
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
