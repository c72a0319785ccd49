import { useState } from 'react'
import type { RolePlan } from '#core/connection/role-plan.ts'
import type { PasteCode } from '#core/verify/explanation.ts'
import { localized } from '#i18n/language.ts'
import { Tabs } from '#ui/controls/tabs.tsx'
import { CodeView } from '#ui/editor/code-view.tsx'
import { correction } from './correction.ts'
import { verificationMessages } from './verification-messages.ts'

export function Corrections({ plan, paste }: { plan: RolePlan; paste: readonly PasteCode[] }) {
  const words = localized(verificationMessages)
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
