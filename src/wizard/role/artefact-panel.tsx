import { useState } from 'react'
import { type ArtefactId, artefactIds } from '#core/artefacts/artefacts.ts'
import type { RolePlan } from '#core/role-plan.ts'
import { SelectField } from '#ui/select-field.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { spokenArtefact } from '../words/artefacts.ts'
import { roleWords as words } from '../words/role.ts'
import { ArtefactRendering } from './artefact-rendering.tsx'

/** The ways that most customers take have a tab each. The link is on the screen already, as the button. */
const usual: readonly ArtefactId[] = ['cloudformation', 'aws-cli', 'terraform', 'trust-policy', 'permissions-policy']
const others = artefactIds.filter((id) => id !== 'quick-create' && !usual.includes(id))

/** The same role in every dialect. */
export function ArtefactPanel({ plan }: { plan: RolePlan }) {
  const [selected, select] = useState<string>(usual[0] ?? '')
  const [other, selectOther] = useState<string>(others[0] ?? '')
  return (
    <section className="role-artefacts" aria-label={words.artefacts}>
      <Tabs
        label={words.artefacts}
        selected={selected}
        onSelect={select}
        tabs={[
          ...usual.map((id) => ({
            id,
            title: spokenArtefact(id).title,
            panel: <ArtefactRendering key={id} dialect={spokenArtefact(id)} subject={plan} marks={[plan.externalId]} />,
          })),
          { id: 'more', title: words.more, panel: <OtherWays plan={plan} selected={other} onSelect={selectOther} /> },
        ]}
      />
    </section>
  )
}

type OtherWaysProps = { readonly plan: RolePlan; readonly selected: string; readonly onSelect: (id: string) => void }

function OtherWays({ plan, selected, onSelect }: OtherWaysProps) {
  const dialects = others.map(spokenArtefact)
  const dialect = dialects.find(({ id }) => id === selected) ?? dialects[0]
  return (
    <>
      <SelectField
        label={words.way}
        value={dialect?.id}
        onChange={(event) => onSelect(event.target.value)}
        options={dialects.map(({ id, title }) => ({ value: id, label: title }))}
      />
      {dialect !== undefined && <ArtefactRendering key={dialect.id} dialect={dialect} subject={plan} marks={[plan.externalId]} />}
    </>
  )
}
