import { useDeferredValue, useMemo } from 'react'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { type PastedCredentials, pastedCredentials } from '#core/pasted/pasted-credentials.ts'
import { needsYaml } from '#core/pasted/template-roles.ts'
import { localized, withMessages } from '#i18n/language.ts'
import { CopyButton } from '#ui/controls/action-buttons.tsx'
import { LiveRegion } from '#ui/controls/announcements.tsx'
import { Callout } from '#ui/controls/callout.tsx'
import { TextAreaField } from '#ui/controls/fields.tsx'
import { learnServicesOf, useActionKnowledge } from '#wizard/app/action-data.ts'
import { diagnoseMessages } from './diagnose-messages.ts'
import { Diagnosis } from './diagnosis.tsx'
import { consultation, pastedPermissions } from './diagnosis-session.ts'
import './diagnose-screen.css'
import { seemsLink, seemsTemplate } from '#core/rules/template/template-view.ts'
import { lazyModule } from '#ui/browser/lazy-module.ts'
import { Remarks } from './remarks.tsx'

type DoctorPanelProps = { readonly plan: RolePlan; readonly pasted: string; readonly onPaste: (text: string) => void }

/** Paste a role, and read what is wrong with it. */
export function DoctorPanel({ plan, pasted, onPaste }: DoctorPanelProps) {
  const words = localized(diagnoseMessages)
  const text = useDeferredValue(pasted)
  const knowledge = useActionKnowledge()
  const reading = templateModule.useLoaded()
  const readYaml = reading.kind === 'ready' ? reading.module.readYaml : undefined
  const isUnread = needsYaml(text) && reading.kind === 'waiting'
  const consulted = useMemo(
    () => (isUnread ? null : consultation(text, plan, { knowledge, readYaml })),
    [text, plan, knowledge, readYaml, isUnread],
  )

  function paste(next: string) {
    onPaste(next)
    const permissions = pastedPermissions(next, plan)
    if (permissions !== null) void learnServicesOf(permissions)
    prepareTemplateModule(next)
  }

  return (
    <div className="stack doctor">
      <WhatToPaste plan={plan} />
      <TextAreaField
        label={words.field}
        hint={words.private}
        isMono
        rows={8}
        value={pasted}
        onChange={(event) => paste(event.target.value)}
      />
      <Credentials kind={pastedCredentials(pasted)} />
      <LiveRegion text={consulted === null ? '' : consulted.examination.sentence} />
      {consulted !== null && <Diagnosis plan={plan} consultation={consulted} />}
      <TemplateRemarks text={text} />
    </div>
  )
}

/** Shown before anything else: no one needs these here, and a pasted one may be in a clipboard or a log. */
function Credentials({ kind }: { readonly kind: PastedCredentials | null }) {
  if (kind === null) return null
  const { title, sent, todo } = localized(diagnoseMessages).credentials[kind]
  return (
    <Callout tone="danger" title={title} headingLevel={3} role="alert">
      <p>{sent}</p>
      <p>{todo}</p>
    </Callout>
  )
}

function WhatToPaste({ plan }: { plan: RolePlan }) {
  const words = localized(diagnoseMessages)
  const command = `aws iam get-role --role-name ${plan.roleName} --output json`
  return (
    <div className="doctor-hint">
      <p>{words.canBePasted}</p>
      <ul>
        <li>
          {words.pasteCommand}
          <div className="row">
            <code translate="no" dir="ltr">
              {command}
            </code>
            <CopyButton text={command} label={words.copyCommand} />
          </div>
        </li>
        {words.otherPastes.map((paste) => (
          <li key={paste}>{paste}</li>
        ))}
      </ul>
    </div>
  )
}

/** Findings about a pasted template or link itself, apart from its role. */
function TemplateRemarks({ text }: { readonly text: string }) {
  const loaded = templateModule.useLoaded()
  const findings = useMemo(() => (loaded.kind === 'ready' && isTemplate(text) ? loaded.module.templateFindings(text) : []), [loaded, text])
  return findings.length > 0 && <Remarks title={localized(diagnoseMessages).templateFindings} text={text} findings={findings} />
}

/** Loads a YAML parser, which only pasted templates need. */
const templateModule = lazyModule(() => withMessages(import('./template-findings.ts')))

const isTemplate = (text: string): boolean => seemsTemplate(text) || seemsLink(text)

function prepareTemplateModule(text: string): void {
  if (isTemplate(text) || needsYaml(text)) void templateModule.request()
}
