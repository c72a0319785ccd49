import { useState } from 'react'
import { type ArtifactId, artifactDialects, artifactIds } from '#core/artifacts/artifacts.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { SelectField } from '#ui/controls/fields.tsx'
import { Tabs } from '#ui/controls/tabs.tsx'
import { ArtifactRendering } from './artifact-rendering.tsx'
import { roleMessages } from './role-messages.ts'

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
