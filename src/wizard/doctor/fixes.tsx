import { useState } from 'react'
import { awsCliFix } from '#core/artefacts/aws-cli.ts'
import type { AilmentPart } from '#core/doctor/ailment.ts'
import type { Fix } from '#core/doctor/remedies.ts'
import type { RolePlan } from '#core/role-plan.ts'
import { CodeView } from '#ui/code-view.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { doctorWords as words } from '../words/doctor.ts'

type FixesProps = { readonly plan: RolePlan; readonly part: AilmentPart; readonly fixes: readonly Fix[] }

/** How to put it right, for the way in which the role was created. */
export function Fixes({ plan, part, fixes }: FixesProps) {
  const [selected, select] = useState<string>('')
  if (fixes.length === 0) return <p>{words.forVendor(plan.vendor.name)}</p>
  return (
    <section className="stack">
      <h3>{words.fixes}</h3>
      <Tabs
        label={words.fixes}
        selected={selected}
        onSelect={select}
        tabs={fixes.map((fix) => ({
          id: fix.artefact,
          title: words.ways[fix.artefact],
          panel: <FixSteps key={fix.artefact} steps={fix.steps} command={commandOf(fix, part, plan)} />,
        }))}
      />
    </section>
  )
}

/** The commands for the trust policy are those that stop by themselves in another account. */
function commandOf({ artefact, command }: Fix, part: AilmentPart, plan: RolePlan): string | null {
  return artefact === 'aws-cli' && part === 'trust-policy' ? awsCliFix(plan).text : command
}

function FixSteps({ steps, command }: { readonly steps: readonly string[]; readonly command: string | null }) {
  return (
    <>
      <ol className="doctor-steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {command !== null && (
        <>
          <CodeView label={words.commandLabel} text={command} language="bash" maxHeight="20rem" />
          <div className="row">
            <CopyButton text={command} label={words.copyFix} />
          </div>
        </>
      )}
    </>
  )
}
