import type { ReactNode } from 'react'
import './check-list.css'
import { localized } from '#i18n/language.ts'
import { editorMessages } from '#ui/editor-messages.ts'
import { Icon, type IconName } from './icon.tsx'

type CheckState = 'passed' | 'failed' | 'running' | 'not-run' | 'unknown'

export type Check = {
  id: string
  title: ReactNode
  state: CheckState
  detail?: ReactNode
  time?: ReactNode
}

const icons: Record<CheckState, IconName | null> = {
  passed: 'check',
  failed: 'cross',
  running: null,
  'not-run': null,
  unknown: 'question',
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
  const icon = icons[state]
  return (
    <li className={`check ${state}`}>
      <span className="check-mark" aria-hidden="true">
        {icon !== null && <Icon name={icon} />}
      </span>
      <span className="check-title">{title}</span>
      {time !== undefined && <span className="check-time">{time}</span>}
      <span className="check-detail">
        <span className="check-word">{localized(editorMessages).checks[state]}</span>
        {detail !== undefined && detail !== '' && <span>. {detail}</span>}
      </span>
    </li>
  )
}
