import * as z from 'zod/mini'
import type { Vendor } from '#core/connection/vendor.ts'
import { offeredRegions } from '#core/connection/vendor-fields.ts'
import { type HostingFault, readOwnResources } from '#core/hosting/hosting-values.ts'
import { userDialects } from '#core/hosting/user-artifacts.ts'
import { type UserPlan, userPlan } from '#core/hosting/user-plan.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { Callout } from '#ui/controls/callout.tsx'
import { Card } from '#ui/controls/card.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { SelectField } from '#ui/controls/select-field.tsx'
import { Tabs } from '#ui/controls/tabs.tsx'
import { ScreenIntroduction } from '#wizard/app/screen.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { ArtifactRendering } from '#wizard/role/artifact-rendering.tsx'
import { ConfigEditor } from './config-editor.tsx'
import type { EditedConfig } from './config-state.ts'
import { type HostingDraft, hostingDraft, TypedFields } from './hosting-draft.ts'
import { HostingName, NameSuffixNote } from './hosting-fields.tsx'
import { hostingMessages } from './hosting-messages.ts'
import { HostingPolicyCheck } from './hosting-policy-check.tsx'
import { useKeptState } from './kept-state.ts'
import { SwitchRoleCode } from './switch-role-code.tsx'
import { hostingUserMessages } from './user-messages.ts'

type UserHostingProps = { readonly config: EditedConfig; readonly user: NonNullable<Vendor['applicationUser']> }

/** The vendor's side where the application is an IAM user. Its access key is neither created nor asked for. */
export function UserHosting({ config, user }: UserHostingProps) {
  const words = localized(hostingUserMessages)
  const { vendor } = config
  const [typed, setTyped] = useKeptState('fields', TypedFields, {})
  const draft = hostingDraft(typed, vendor)
  const { resources, faults } = readOwnResources(vendor, draft.region, draft)
  const plan = userPlan(vendor, user, { ...resources, region: draft.region })
  const heading = words.heading(vendor.name)
  return (
    <div className="stack hosting-screen">
      <DocumentTitle text={localized(shellMessages).title(heading, vendor.name)} />
      <ScreenIntroduction screen="hosting" title={heading} lead={words.lead} />
      <WhyRole />
      <ConfigEditor config={config} />
      <section className="stack">
        <h2>{words.values}</h2>
        <UserFields vendor={vendor} draft={draft} faults={faults} onChange={(field, text) => setTyped({ ...typed, [field]: text })} />
      </section>
      <UserArtifacts plan={plan} />
      <HostingPolicyCheck plan={plan} label={words.field} />
      <SwitchRoleCode vendor={vendor} region={plan.region} intro={words.intro} callerIn={() => userCaller(plan)} />
    </div>
  )
}

const userCaller = ({ stackName }: UserPlan) =>
  ({ platform: 'iam-user', sessionName: stackName, applicationRoleArn: '', trustAnchorArn: '' }) as const

function WhyRole() {
  const { why } = localized(hostingUserMessages)
  return (
    <Callout tone="danger" title={why.title} headingLevel={2}>
      <ul className="hosting-notes">
        {why.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p>{why.instead}</p>
    </Callout>
  )
}

type UserFieldsProps = {
  readonly vendor: Vendor
  readonly draft: HostingDraft
  readonly faults: readonly HostingFault[]
  readonly onChange: (field: string, text: string) => void
}

/** Fields for the values that the policy needs and the config doesn't have. */
function UserFields(props: UserFieldsProps) {
  const { vendor, draft, onChange } = props
  const words = localized(hostingMessages).platform
  return (
    <Card>
      <div className="hosting-fields">
        <SelectField
          label={words.region}
          value={draft.region}
          onChange={(event) => onChange('region', event.target.value)}
          options={offeredRegions(vendor).map(({ region }) => ({ value: region, label: region }))}
        />
        <HostingName field="tables" hint={words.several} unusable={words.leftOut} {...props} />
        <HostingName field="buckets" hint={words.several} unusable={words.leftOut} {...props} />
        <HostingName field="registryTable" hint={words.registryHint} unusable={words.leftOut} {...props} />
      </div>
      <p className="hint">{words.private}</p>
    </Card>
  )
}

function UserArtifacts({ plan }: { readonly plan: UserPlan }) {
  const words = localized(hostingUserMessages)
  const [selected, select] = useKeptState('artifact', z.string(), 'permissions-policy')
  return (
    <section className="stack role-artifacts">
      <h2>{words.create}</h2>
      <Tabs
        label={localized(hostingMessages).artifacts.label}
        selected={selected}
        onSelect={select}
        tabs={userDialects.map((dialect) => ({
          id: dialect.id,
          title: dialect.texts(currentLanguage().code).title,
          panel: <ArtifactRendering key={dialect.id} dialect={dialect} subject={plan} marks={plan.assumableRoles} />,
        }))}
      />
      <NameSuffixNote vendor={plan.vendor} />
      <Callout tone="note" title={words.key.title} headingLevel={3}>
        <p>{words.key.text}</p>
      </Callout>
    </section>
  )
}
