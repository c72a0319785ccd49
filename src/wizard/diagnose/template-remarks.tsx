import { useMemo } from 'react'
import { doctorWords as words } from '#wizard/words/doctor.ts'
import { Remarks } from './remarks.tsx'
import { isTemplate, templateModule } from './template-module.ts'

/** What is to be said of a pasted template or link, whatever its role is like. */
export function TemplateRemarks({ text }: { readonly text: string }) {
  const loaded = templateModule.useLoaded()
  const findings = useMemo(() => (loaded.kind === 'ready' && isTemplate(text) ? loaded.module.templateFindings(text) : []), [loaded, text])
  return findings.length > 0 && <Remarks title={words.templateFindings} text={text} findings={findings} />
}
