import type { RolePlan } from '#core/role-plan.ts'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { lazyModule } from '#ui/lazy-module.ts'
import { Loading } from '../loading.tsx'
import { doctorWords as words } from '../words/doctor.ts'

/** What the doctor was told. Held by the screen, so that it outlasts the doctor's move from one place of the screen to another. */
export type Complaint = { readonly isOpen: boolean; readonly pasted: string }

export const noComplaint: Complaint = { isOpen: false, pasted: '' }

const panelModule = lazyModule(() => import('./doctor-panel.tsx'))
const prefetch = () => void panelModule.request()

export type DoctorProps = {
  readonly plan: RolePlan
  readonly complaint: Complaint
  readonly onChange: (complaint: Complaint) => void
  readonly when: keyof typeof words.open
}

/** The way to the denial doctor: its knowledge is fetched when somebody seems to mean to ask it. */
export function Doctor({ plan, complaint, onChange, when }: DoctorProps) {
  const { isOpen, pasted } = complaint
  return (
    <Disclosure
      summary={words.open[when]}
      open={isOpen}
      onPointerEnter={prefetch}
      onFocus={prefetch}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) prefetch()
        if (currentTarget.open !== isOpen) onChange({ ...complaint, isOpen: currentTarget.open })
      }}
    >
      {isOpen && <Panel plan={plan} pasted={pasted} onPaste={(text) => onChange({ isOpen: true, pasted: text })} />}
    </Disclosure>
  )
}

type PanelProps = { readonly plan: RolePlan; readonly pasted: string; readonly onPaste: (text: string) => void }

function Panel(props: PanelProps) {
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
