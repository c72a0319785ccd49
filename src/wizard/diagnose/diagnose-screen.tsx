import { type ToggleEvent, useState } from 'react'
import type { RolePlan } from '#core/connection/role-plan.ts'
import type { TextsOf } from '#core/text/messages.ts'
import { localized, withMessages } from '#i18n/language.ts'
import { lazyModule } from '#ui/browser/lazy-module.ts'
import { Button } from '#ui/controls/button.tsx'
import { Disclosure } from '#ui/controls/card.tsx'
import { Loading } from '#wizard/app/loading.tsx'
import { diagnoseMessages } from './diagnose-messages.ts'

const panelModule = lazyModule(() => withMessages(import('./doctor-panel.tsx')))
const prefetch = () => void panelModule.request()

type DoctorProps = { readonly plan: RolePlan; readonly when: keyof TextsOf<typeof diagnoseMessages>['open'] }

/** Opens the doctor, which loads on the first sign of use. The pasted text is kept only here. */
export function Doctor({ plan, when }: DoctorProps) {
  const [isOpen, setIsOpen] = useState(false)
  const [pasted, setPasted] = useState('')

  function onToggle({ currentTarget }: ToggleEvent<HTMLDetailsElement>) {
    if (currentTarget.open) prefetch()
    setIsOpen(currentTarget.open)
  }

  return (
    <Disclosure
      summary={<span key={when}>{localized(diagnoseMessages).open[when]}</span>}
      open={isOpen}
      onPointerEnter={prefetch}
      onFocus={prefetch}
      onToggle={onToggle}
    >
      {isOpen && <Panel plan={plan} pasted={pasted} onPaste={setPasted} />}
    </Disclosure>
  )
}

type PanelProps = { readonly plan: RolePlan; readonly pasted: string; readonly onPaste: (text: string) => void }

function Panel(props: PanelProps) {
  const words = localized(diagnoseMessages)
  const panel = panelModule.useLoaded()
  if (panel.kind === 'ready') return <panel.module.DoctorPanel {...props} />
  if (panel.kind === 'waiting') return <Loading />
  return (
    <div className="row" role="alert">
      <p className="hint">{words.loadFailed}</p>
      <Button onClick={prefetch}>
        <span>{words.retry}</span>
      </Button>
    </div>
  )
}
