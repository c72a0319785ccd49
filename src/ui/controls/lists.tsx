import type { ReactNode } from 'react'
import './lists.css'
import { localized } from '#i18n/language.ts'
import { editorMessages } from '#ui/editor-messages.ts'
import { Icon, type IconName } from './icon.tsx'
import './card.css'

type CheckState = 'passed' | 'failed' | 'running' | 'not-run' | 'unknown'

export type Check = {
  id: string
  title: ReactNode
  state: CheckState
  detail?: ReactNode
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

function CheckItem({ title, state, detail }: Check) {
  const icon = icons[state]
  return (
    <li className={`check ${state}`}>
      <span className="check-mark" aria-hidden="true">
        {icon !== null && <Icon name={icon} />}
      </span>
      <span className="check-title">{title}</span>
      <span className="check-detail">
        <span className="check-word">{localized(editorMessages).checks[state]}</span>
        {detail !== undefined && detail !== '' && <span>. {detail}</span>}
      </span>
    </li>
  )
}

export type Fact = { term: string; value: ReactNode }

export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="fact-list">
      {facts.map((fact) => (
        <div className="fact" key={fact.term}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

export function NumberedSteps({ children }: { children: ReactNode }) {
  return <ol className="numbered-steps">{children}</ol>
}

type NumberedStepProps = { title?: ReactNode; isDone?: boolean; children?: ReactNode }

export function NumberedStep({ title, isDone = false, children }: NumberedStepProps) {
  return (
    <li className={isDone ? 'done' : undefined}>
      {title !== undefined && <p className="numbered-step-title">{title}</p>}
      {children}
    </li>
  )
}
