import { useState } from 'react'
import type { ArtefactDialect } from '#core/artefacts/artefact.ts'
import { artefactDialects, artefactIds } from '#core/artefacts/artefacts.ts'
import type { RolePlan } from '#core/role-plan.ts'
import { CodeView } from '#ui/code-view.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { DownloadButton } from '#ui/download-button.tsx'
import { OpenInEditor } from '#ui/open-in-editor.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { roleWords as words } from '../words/role.ts'

/** The link is on the screen already, as the button. */
const dialects = artefactIds.filter((id) => id !== 'quick-create').map((id) => artefactDialects[id])

const mediaTypes = { json: 'application/json', yaml: 'application/yaml', bash: 'text/x-shellscript', text: 'text/plain' } as const

/** The same role in every dialect; what is shown is what is copied and what is downloaded. */
export function ArtefactPanel({ plan }: { plan: RolePlan }) {
  const [selected, select] = useState<string>(dialects[0]?.id ?? '')
  return (
    <section className="role-artefacts" aria-label={words.artefacts}>
      <Tabs
        label={words.artefacts}
        selected={selected}
        onSelect={select}
        tabs={dialects.map((dialect) => ({
          id: dialect.id,
          title: dialect.title,
          panel: <Rendering key={dialect.id} dialect={dialect} plan={plan} />,
        }))}
      />
    </section>
  )
}

function Rendering({ dialect, plan }: { dialect: ArtefactDialect; plan: RolePlan }) {
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
      <p className="hint">
        {words.purpose(dialect.purpose)} {dialect.undo(plan).words}
      </p>
    </>
  )
}
