import * as z from 'zod/mini'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { hostingDialects } from '#core/hosting/hosting-artifacts.ts'
import { type HostingPlan, hostingPlan } from '#core/hosting/hosting-plan.ts'
import { hostingPlatformMessages } from '#core/hosting/hosting-platforms.ts'
import { hostingValueMessages, needsConfigFirst } from '#core/hosting/hosting-values.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { Callout } from '#ui/controls/callout.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { Tabs } from '#ui/controls/tabs.tsx'
import { ScreenIntroduction } from '#wizard/app/screen.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { ArtifactRendering } from '#wizard/role/artifact-rendering.tsx'
import '#wizard/role/role.css'
import './hosting.css'
import { ConfigEditor } from './config-editor.tsx'
import { type EditedConfig, useEditedConfig } from './config-state.ts'
import { draftReading, hostingDraft, planForRegion, TypedFields } from './hosting-draft.ts'
import { HostingFields, HostingRoleField, hostedRole, NameSuffixNote } from './hosting-fields.tsx'
import { HostingFigures } from './hosting-figures.tsx'
import { hostingMessages } from './hosting-messages.ts'
import { HostingPolicyCheck } from './hosting-policy-check.tsx'
import { useKeptState } from './kept-state.ts'
import { type SwitchRoleCaller, SwitchRoleCode } from './switch-role-code.tsx'
import { UserHosting } from './user-hosting.tsx'

type HostingScreenProps = { readonly vendor: ServedVendor }

/** The vendor's side. For the vendor's engineer; needs no server and no session. */
export function HostingScreen({ vendor }: HostingScreenProps) {
  const config = useEditedConfig(vendor)
  const { applicationUser: user } = config.vendor
  return user === undefined ? <RoleHosting vendor={vendor} config={config} /> : <UserHosting config={config} user={user} />
}

/** An application that holds no access key. */
function RoleHosting({ vendor: served, config }: HostingScreenProps & { readonly config: EditedConfig }) {
  const words = localized(hostingMessages)
  const { vendor } = config
  const [typed, setTyped] = useKeptState('fields', TypedFields, {})
  const draft = hostingDraft(typed, vendor)
  const { choice, faults } = draftReading(draft, vendor)
  const [roleName, setRoleName] = useKeptState('role', z.string(), '')
  const role = hostedRole(vendor, roleName)
  const plan = hostingPlan(vendor, choice, role)
  const heading = words.heading(vendor.name)
  return (
    <div className="stack hosting-screen">
      <DocumentTitle text={localized(shellMessages).title(heading, vendor.name)} />
      <ScreenIntroduction screen="hosting" title={heading} lead={words.lead} />
      <HostingFigures plan={plan} />
      <ConfigEditor config={config} />
      <section className="stack">
        <h2>{words.platform.title}</h2>
        <HostingRoleField vendor={vendor} role={role} onChange={setRoleName} />
        <HostingFields
          vendor={vendor}
          draft={draft}
          faults={faults}
          isEditable={config.isEditable}
          onChange={(field, text) => setTyped({ ...typed, [field]: text })}
          onPlatform={config.choosePlatform}
        />
        <PlatformNotes plan={plan} isConfigFirst={needsConfigFirst(served, plan.platform)} />
      </section>
      <Artifacts plan={plan} />
      <HostingPolicyCheck plan={plan} />
      <SwitchRoleCode
        vendor={vendor}
        region={plan.region}
        intro={words.code.intro}
        callerIn={(region) => roleCaller(planForRegion(plan, typed, region, role))}
      />
    </div>
  )
}

const roleCaller = ({ platform, stackName, roleArn, trustAnchorArn }: HostingPlan): SwitchRoleCaller => ({
  platform,
  sessionName: stackName,
  applicationRoleArn: roleArn,
  trustAnchorArn,
})

type PlatformNotesProps = {
  readonly plan: HostingPlan
  /** True where the server does not have the platform's trust policy yet. */
  readonly isConfigFirst: boolean
}

function PlatformNotes({ plan, isConfigFirst }: PlatformNotesProps) {
  const { title, how, notes } = localized(hostingPlatformMessages)[plan.platform]
  return (
    <Callout tone="note" title={title} headingLevel={3}>
      {isConfigFirst && <p>{localized(hostingValueMessages).configFirst}</p>}
      <p>{how}</p>
      <ul className="hosting-notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Callout>
  )
}

function Artifacts({ plan }: { readonly plan: HostingPlan }) {
  const words = localized(hostingMessages).artifacts
  const [selected, select] = useKeptState('artifact', z.string(), 'permissions-policy')
  const marks = plan.assumableRoles
  return (
    <section className="stack role-artifacts">
      <h2>{words.title}</h2>
      <Tabs
        label={words.label}
        selected={selected}
        onSelect={select}
        tabs={hostingDialects.map((dialect) => ({
          id: dialect.id,
          title: dialect.texts(currentLanguage().code).title,
          panel: <ArtifactRendering key={dialect.id} dialect={dialect} subject={plan} marks={marks} />,
        }))}
      />
      <NameSuffixNote vendor={plan.vendor} />
      <Callout tone="note" title={words.explicitTitle} headingLevel={3}>
        <p>{words.explicit}</p>
      </Callout>
    </section>
  )
}
