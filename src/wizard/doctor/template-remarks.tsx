import { useMemo } from 'react'
import { seemsLink } from '#core/lint/template/link-view.ts'
import { seemsTemplate } from '#core/lint/template/template-view.ts'
import { lazyModule } from '#ui/lazy-module.ts'
import { withWords } from '#words/language.ts'
import { doctorWords as words } from '../words/doctor.ts'
import { Remarks } from './remarks.tsx'

/** It brings a reader of YAML, which nobody needs who pastes no template. */
const findingsModule = lazyModule(() => withWords(import('./template-findings.ts')))

const isTemplate = (text: string): boolean => seemsTemplate(text) || seemsLink(text)

export function prepareTemplateRemarks(text: string): void {
  if (isTemplate(text)) void findingsModule.request()
}

/** What is to be said of a pasted template or link, whatever its role is like. */
export function TemplateRemarks({ text }: { readonly text: string }) {
  const loaded = findingsModule.useLoaded()
  const findings = useMemo(() => (loaded.kind === 'ready' && isTemplate(text) ? loaded.module.templateFindings(text) : []), [loaded, text])
  return findings.length > 0 && <Remarks title={words.templateFindings} text={text} findings={findings} />
}
