import { useMemo } from 'react'
import { localized } from '#i18n/language.ts'
import { diagnoseMessages } from './diagnose-messages.ts'
import { Remarks } from './remarks.tsx'
import { isTemplate, templateModule } from './template-module.ts'

/** What is to be said of a pasted template or link, whatever its role is like. */
export function TemplateRemarks({ text }: { readonly text: string }) {
  const loaded = templateModule.useLoaded()
  const findings = useMemo(() => (loaded.kind === 'ready' && isTemplate(text) ? loaded.module.templateFindings(text) : []), [loaded, text])
  return findings.length > 0 && <Remarks title={localized(diagnoseMessages).templateFindings} text={text} findings={findings} />
}
