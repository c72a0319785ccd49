import type { ReactNode } from 'react'
import './check-list.css'
import { Icon, type IconName } from './icon.tsx'

export type CheckState = 'passed' | 'failed' | 'running' | 'not-run' | 'unknown'

export type Check = {
  id: string
  title: ReactNode
  state: CheckState
  detail?: ReactNode
  time?: ReactNode
}

type Face = { word: string; icon: IconName | null }

const faces: Record<CheckState, Face> = {
  passed: { word: 'Passed', icon: 'check' },
  failed: { word: 'Failed', icon: 'cross' },
  running: { word: 'Running', icon: null },
  'not-run': { word: 'Not run yet', icon: null },
  unknown: { word: 'Unknown', icon: 'question' },
}

export function CheckList({ label, items }: { label: string; items: readonly Check[] }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets.
    <ul className="check-list" aria-label={label} role="list">
      {items.map((item) => (
        <CheckItem key={item.id} {...item} />
      ))}
    </ul>
  )
}

function CheckItem({ title, state, detail, time }: Check) {
  const face = faces[state]
  return (
    <li className={`check ${state}`}>
      <span className="check-mark" aria-hidden="true">
        {face.icon !== null && <Icon name={face.icon} />}
      </span>
      <span className="check-title">{title}</span>
      {time !== undefined && <span className="check-time">{time}</span>}
      <span className="check-detail">
        <span className="check-word">{face.word}</span>
        {detail !== undefined && detail !== '' && <span>. {detail}</span>}
      </span>
    </li>
  )
}
