import { useState } from 'react'
import type { Artifact } from '#core/artifacts/artifact.ts'
import { awsCliFix } from '#core/artifacts/aws-cli.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { evidentFirst, type Fix, type Tool } from '#core/pasted/fix.ts'
import type { RulePart } from '#core/pasted/pasted-rule.ts'
import { localized } from '#i18n/language.ts'
import { Tabs } from '#ui/controls/tabs.tsx'
import { CopyableCode } from '#ui/editor/code-view.tsx'
import { diagnoseMessages } from './diagnose-messages.ts'

type FixesProps = {
  readonly plan: RolePlan
  readonly part: RulePart
  readonly fixes: readonly Fix[]
  /** The one that the pasted text shows to have been used. */
  readonly way: Tool | null
}

/** Fixes for the tool that created the role. */
export function Fixes({ plan, part, fixes, way }: FixesProps) {
  const words = localized(diagnoseMessages)
  const [selected, select] = useState<string>('')
  if (part === 'finding') return null
  if (part === 'caller') return <p>{words.forCaller(plan.vendor.name)}</p>
  if (fixes.length === 0) return <p>{words.forVendor(plan.vendor.name)}</p>
  return (
    <section className="stack">
      <h3>{words.fixes}</h3>
      <Tabs
        label={words.fixes}
        selected={selected}
        onSelect={select}
        tabs={evidentFirst(fixes, way).map((fix) => ({
          id: fix.artifact,
          title: words.ways[fix.artifact],
          panel: <FixSteps key={fix.artifact} fix={fix} command={commandOf(fix, part, plan)} />,
        }))}
      />
    </section>
  )
}

/** The commands for the trust policy stop if they run in another account. */
function commandOf({ artifact, command }: Fix, part: RulePart, plan: RolePlan): string | null {
  return artifact === 'aws-cli' && part === 'trust-policy' ? awsCliFix(plan).text : command
}

function FixSteps({ fix, command }: { readonly fix: Fix; readonly command: string | null }) {
  const words = localized(diagnoseMessages)
  const { steps, file, artifact } = fix
  const way = words.ways[artifact]
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

type CopiedProps = Pick<Artifact, 'text' | 'language'> & { readonly label: string; readonly copyLabel: string }

function Copied({ label, text, language, copyLabel }: CopiedProps) {
  return <CopyableCode label={label} text={text} language={language} maxHeight="20rem" copyLabel={copyLabel} />
}
