import { type KeyboardEvent, type ReactNode, useId } from 'react'
import './tabs.css'

type Tab = {
  id: string
  title: string
  /** The title is the name of a product, which no translation changes. */
  isName?: boolean
  panel: ReactNode
}

type TabsProps = { label: string; tabs: readonly Tab[]; selected: string; onSelect: (id: string) => void }

/** https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ with activation by focus. Code directly in a panel fills it to the edge. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  const prefix = useId()
  const shown = tabs.find((tab) => tab.id === selected) ?? tabs[0]
  const ids = tabs.map((tab) => tab.id)

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl'
    const next = tabAfterKey({ ids, selected: shown?.id ?? '', key: event.key, isRightToLeft })
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onSelect(next)
    document.getElementById(`${prefix}${next}`)?.focus()
  }

  return (
    <div className="tabs">
      <div className="tab-list" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <TabButton key={tab.id} tab={tab} prefix={prefix} isSelected={tab === shown} onSelect={onSelect} />
        ))}
      </div>
      {shown !== undefined && (
        <div
          className="tab-panel"
          role="tabpanel"
          id={`${prefix}${shown.id}-panel`}
          aria-labelledby={`${prefix}${shown.id}`}
          key={shown.id}
        >
          {shown.panel}
        </div>
      )}
    </div>
  )
}

type TabButtonProps = { tab: Tab; prefix: string; isSelected: boolean; onSelect: (id: string) => void }

function TabButton({ tab, prefix, isSelected, onSelect }: TabButtonProps) {
  return (
    <button
      type="button"
      role="tab"
      id={`${prefix}${tab.id}`}
      aria-selected={isSelected}
      aria-controls={isSelected ? `${prefix}${tab.id}-panel` : undefined}
      tabIndex={isSelected ? 0 : -1}
      onClick={() => onSelect(tab.id)}
      translate={tab.isName ? 'no' : undefined}
    >
      {tab.title}
    </button>
  )
}

type TabKey = { ids: readonly string[]; selected: string; key: string; isRightToLeft: boolean }

/** The tab that a key selects, or null for keys that tabs do not use: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
export function tabAfterKey({ ids, selected, key, isRightToLeft }: TabKey): string | null {
  const at = Math.max(0, ids.indexOf(selected))
  const forward = isRightToLeft ? -1 : 1
  const targets: Record<string, number> = { ArrowRight: at + forward, ArrowLeft: at - forward, Home: 0, End: ids.length - 1 }
  const target = Object.hasOwn(targets, key) ? targets[key] : undefined
  return target === undefined ? null : (ids[(target + ids.length) % ids.length] ?? null)
}
