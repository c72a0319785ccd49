import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { localized } from '#i18n/language.ts'
import { AwsErrorMessage } from '#simulation/console/aws-text.tsx'
import { Button } from '#ui/controls/button.tsx'
import { SelectField } from '#ui/controls/select-field.tsx'
import type { DemoStage } from './demo-layout.ts'
import { demoMessages } from './demo-messages.ts'
import { mistakes } from './demo-scenarios.ts'
import { breakIt, restore, scenarioOptions } from './presenter-actions.ts'
import type { RoleChange } from './role-actions.ts'

type Act = 'break' | 'restore'

/** Empty if AWS denied the change: its own error is shown. */
function resultNote(act: Act, { kind }: RoleChange): string {
  const words = localized(demoMessages).panel
  if (kind === 'nothing-there') return words.nothingThere
  return kind === 'answer' ? words.notes[act] : ''
}

/** Breaks the role as a colleague might, and restores it. */
export function RoleChanges({ stage }: { stage: DemoStage }) {
  const words = localized(demoMessages).panel
  const [chosen, choose] = useState(mistakes[0]?.id ?? '')
  const change = useMutation({ mutationFn: (act: Act) => (act === 'break' ? breakIt(stage, chosen) : restore(stage)) })
  const busy = change.isPending ? change.variables : null
  return (
    <div className="demo-role-changes">
      <SelectField
        label={words.breakLabel}
        hint={words.breakHint}
        value={chosen}
        onChange={(event) => choose(event.target.value)}
        options={scenarioOptions(mistakes)}
      />
      <div className="row">
        <Button busy={busy === 'break'} data-tour="break" onClick={() => change.mutate('break')}>
          {words.breakIt}
        </Button>
        <Button busy={busy === 'restore'} data-tour="restore" onClick={() => change.mutate('restore')}>
          {words.restore}
        </Button>
      </div>
      <p role="status" className="hint">
        {change.data !== undefined && change.variables !== undefined && resultNote(change.variables, change.data)}
      </p>
      {change.data?.kind !== 'nothing-there' && <AwsErrorMessage answer={change.data} />}
    </div>
  )
}
