import { useState } from 'react'
import type { RolePlan } from '#core/connection/role-plan.ts'
import type { PasteCode } from '#core/verify/explanation.ts'
import { Tabs } from '#ui/controls/tabs.tsx'
import { CodeView } from '#ui/editor/code-view.tsx'
import { verificationWords as words } from '#wizard/words/verification.ts'
import { correction } from './correction.ts'

export function Corrections({ plan, paste }: { plan: RolePlan; paste: readonly PasteCode[] }) {
  const [selected, select] = useState<string>(paste[0] ?? '')
  return (
    <Tabs
      label={words.corrected}
      selected={selected}
      onSelect={select}
      tabs={paste.map((code) => {
        const { language, text, marks } = correction(code, plan)
        return {
          id: code,
          title: words.tabs[code],
          panel: <CodeView label={words.tabs[code]} text={text} language={language} marks={marks} maxHeight="34rem" />,
        }
      })}
    />
  )
}
