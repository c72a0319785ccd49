import { useState } from 'react'
import type { Artefact } from '#core/artefacts/artefact.ts'
import { awsCliFix } from '#core/artefacts/aws-cli.ts'
import type { AilmentPart } from '#core/doctor/ailment.ts'
import type { Fix } from '#core/doctor/remedy.ts'
import { evidentFirst, type Way } from '#core/doctor/way.ts'
import type { RolePlan } from '#core/role-plan.ts'
import { CodeView } from '#ui/code-view.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { doctorWords as words } from '../words/doctor.ts'

type FixesProps = {
  readonly plan: RolePlan
  readonly part: AilmentPart
  readonly fixes: readonly Fix[]
  /** The one that the pasted text shows to have been used. */
  readonly way: Way | null
}

/** How to put it right, for the way in which the role was created. */
export function Fixes({ plan, part, fixes, way }: FixesProps) {
  const [selected, select] = useState<string>('')
  if (fixes.length === 0) return <p>{words.forVendor(plan.vendor.name)}</p>
  return (
    <section className="stack">
      <h3>{words.fixes}</h3>
      <Tabs
        label={words.fixes}
        selected={selected}
        onSelect={select}
        tabs={evidentFirst(fixes, way).map((fix) => ({
          id: fix.artefact,
          title: words.ways[fix.artefact],
          panel: <FixSteps key={fix.artefact} fix={fix} command={commandOf(fix, part, plan)} />,
        }))}
      />
    </section>
  )
}

/** The commands for the trust policy are those that stop by themselves in another account. */
function commandOf({ artefact, command }: Fix, part: AilmentPart, plan: RolePlan): string | null {
  return artefact === 'aws-cli' && part === 'trust-policy' ? awsCliFix(plan).text : command
}

function FixSteps({ fix, command }: { readonly fix: Fix; readonly command: string | null }) {
  const { steps, file, artefact } = fix
  const way = words.ways[artefact]
  return (
    <>
      <ol className="doctor-steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {file !== null && (
        <Copied label={file.filename} text={file.text} language={file.language} copyLabel={words.copyFile(file.filename)} />
      )}
      {command !== null && <Copied label={words.commandLabel(way)} text={command} language="bash" copyLabel={words.copyFix(way)} />}
    </>
  )
}

type CopiedProps = Pick<Artefact, 'text' | 'language'> & { readonly label: string; readonly copyLabel: string }

function Copied({ label, text, language, copyLabel }: CopiedProps) {
  return (
    <>
      <CodeView label={label} text={text} language={language} maxHeight="20rem" />
      <div className="row">
        <CopyButton text={text} label={copyLabel} />
      </div>
    </>
  )
}
