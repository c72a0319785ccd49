import type { ReactNode } from 'react'
import * as z from 'zod/mini'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import { accountRootArn } from '#core/aws/arn.ts'
import type { ParameterKind } from '#core/aws/parameter-kind.ts'
import { applicationPrincipalArns } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { shownRoleName } from '#core/connection/vendor-fields.ts'
import type { HostingPlan } from '#core/hosting/hosting-plan.ts'
import { hostingPlatformMessages } from '#core/hosting/hosting-platforms.ts'
import { listOf } from '#core/policy/document.ts'
import { localized, vendorText } from '#i18n/language.ts'
import { SelectField } from '#ui/controls/select-field.tsx'
import { Tabs } from '#ui/controls/tabs.tsx'
import { hostingMessages } from './hosting-messages.ts'
import { useKeptState } from './kept-state.ts'
import '#wizard/account/two-accounts.css'

/** Figures 1 to 3 of the paper, drawn from the config and from what is chosen. */
export function HostingFigures({ plan }: { readonly plan: HostingPlan }) {
  const words = localized(hostingMessages).figures
  const [selected, select] = useKeptState('figure', z.string(), 'customers')
  return (
    <Tabs
      label={words.label}
      selected={selected}
      onSelect={select}
      tabs={[
        { id: 'own', title: words.own, panel: <OwnResources plan={plan} /> },
        { id: 'customers', title: words.customers, panel: <OnBehalfOfCustomers plan={plan} /> },
        { id: 'policies', title: words.policies, panel: <RolesAndPolicies plan={plan} /> },
      ]}
    />
  )
}

/** Figure 1. */
function OwnResources({ plan }: { readonly plan: HostingPlan }) {
  const words = localized(hostingMessages).figures
  const { title } = localized(hostingPlatformMessages)[plan.platform]
  return (
    <div className="two-accounts-frame">
      <div className="two-accounts hosting-figure hosting-own" role="img" aria-label={words.ownDescription(title, plan.roleName)}>
        <Account title={words.vendorAccount(plan.vendor.name)} id={accountIdInGroups(plan.accountId)}>
          <div className="hosting-chain">
            <Node glyph="application">{title}</Node>
            <Link />
            <Node glyph="badge" isRole>
              <Name text={plan.roleName} />
            </Node>
            <Link />
            <OwnNodes plan={plan} />
          </div>
        </Account>
      </div>
    </div>
  )
}

function OwnNodes({ plan }: { readonly plan: HostingPlan }) {
  const words = localized(hostingMessages).figures
  const tables = [...plan.tables, ...(plan.registryTable === null ? [] : [plan.registryTable])]
  return (
    <div className="hosting-resources">
      {tables.map((table) => (
        <Node key={`table ${table}`} glyph="table">
          {words.table} <Name text={table} />
        </Node>
      ))}
      {plan.buckets.map((bucket) => (
        <Node key={`bucket ${bucket}`} glyph="bucket">
          {words.bucket} <Name text={bucket} />
        </Node>
      ))}
    </div>
  )
}

/** Figure 2. */
function OnBehalfOfCustomers({ plan }: { readonly plan: HostingPlan }) {
  const words = localized(hostingMessages).figures
  const [where, setWhere] = useKeptState('figure-account', z.string(), 'another')
  const { vendor, roleName } = plan
  const isSame = where === 'same'
  const target = isSame ? words.sameAccount(vendor.name) : words.customerAccount
  return (
    <>
      <div className="two-accounts-frame">
        <div className="two-accounts hosting-figure" role="img" aria-label={words.customersDescription(roleName, shownRoleName(vendor))}>
          <Account title={words.vendorAccount(vendor.name)} id={accountIdInGroups(plan.accountId)}>
            <div className="hosting-stack">
              <Node glyph="application">{localized(hostingPlatformMessages)[plan.platform].title}</Node>
              <Link />
              <Node glyph="badge" isRole>
                <Name text={roleName} />
              </Node>
              <Link />
              <OwnNodes plan={{ ...plan, buckets: [] }} />
            </div>
          </Account>
          <Requests />
          <Account title={target} id={isSame ? accountIdInGroups(plan.accountId) : words.any}>
            <div className="hosting-stack">
              <Node glyph="badge" isRole>
                <Name text={shownRoleName(vendor)} />
              </Node>
              <Link />
              <CustomerNodes vendor={vendor} />
            </div>
          </Account>
        </div>
      </div>
      <SelectField
        label={words.where}
        hint={isSame ? words.sameNote : undefined}
        value={where}
        onChange={(event) => setWhere(event.target.value)}
        options={[
          { value: 'another', label: words.another },
          { value: 'same', label: words.same },
        ]}
      />
    </>
  )
}

function Requests() {
  const words = localized(hostingMessages).figures
  return (
    <div className="two-accounts-requests">
      <div className="two-accounts-request">
        <span>{words.externalId}</span>
        <Glyph path={arrowHead} />
      </div>
      <div className="two-accounts-request wrong">
        <span>{words.wrongId}</span>
        <Glyph path={refusal} />
      </div>
    </div>
  )
}

function CustomerNodes({ vendor }: { readonly vendor: Vendor }) {
  const parameters = vendor.permissionSets.flatMap((set) => set.parameters.map((parameter) => ({ set: set.id, parameter })))
  return (
    <div className="hosting-resources">
      {parameters.map(({ set, parameter }) => (
        <Node key={`${set} ${parameter.id}`} glyph={kindGlyphs[parameter.kind]}>
          {vendorText(parameter.title)}
        </Node>
      ))}
    </div>
  )
}

/** Figure 3. */
function RolesAndPolicies({ plan }: { readonly plan: HostingPlan }) {
  const words = localized(hostingMessages).figures
  const { vendor } = plan
  const roles = applicationPrincipalArns(vendor, plan.partition)
  const trusted = roles.length === 0 ? [accountRootArn(plan.partition, plan.accountId)] : roles
  const own = [...plan.tables, ...plan.buckets, ...(plan.registryTable === null ? [] : [plan.registryTable])]
  const principals = listOf(plan.trustPolicy.Statement).flatMap(({ Principal }) =>
    typeof Principal === 'object' ? Object.values(Principal).flat() : [],
  )
  return (
    <div className="two-accounts-frame">
      <div className="two-accounts hosting-figure hosting-policies">
        <RoleFacts
          name={plan.roleName}
          trusts={principals.join(', ')}
          allows={[
            words.assume(shownRoleName(vendor)),
            ...own.map(words.use),
            ...(plan.platform === 'lambda' ? [words.logs] : []),
            words.ownPolicies,
          ]}
        />
        <Requests />
        <RoleFacts
          name={shownRoleName(vendor)}
          trusts={`${trusted.join(', ')}, ${words.withId}`}
          allows={vendor.permissionSets.map(({ title }) => vendorText(title))}
        />
      </div>
    </div>
  )
}

type RoleFactsProps = { readonly name: string; readonly trusts: string; readonly allows: readonly string[] }

function RoleFacts({ name, trusts, allows }: RoleFactsProps) {
  const words = localized(hostingMessages).figures
  return (
    <section className="hosting-role" aria-label={name}>
      <h2 className="hosting-role-name" translate="no">
        {name}
      </h2>
      <dl>
        <dt>{words.trusts}</dt>
        <dd>{trusts}</dd>
        <dt>{words.allows}</dt>
        <dd>
          <ul>
            {allows.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </dd>
      </dl>
    </section>
  )
}

function Account({ title, id, children }: { readonly title: string; readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="two-accounts-account">
      <div>
        <div className="two-accounts-title">{title}</div>
        <bdi className="two-accounts-id" dir="ltr">
          {id}
        </bdi>
      </div>
      {children}
    </div>
  )
}

type NodeProps = { readonly glyph: keyof typeof glyphs; readonly isRole?: boolean; readonly children: ReactNode }

function Node({ glyph, isRole = false, children }: NodeProps) {
  return (
    <div className={isRole ? 'hosting-node is-role' : 'hosting-node'}>
      <Glyph path={glyphs[glyph]} />
      <span>{children}</span>
    </div>
  )
}

const Link = () => <span className="hosting-link" aria-hidden="true" />

const Name = ({ text }: { readonly text: string }) => (
  <span className="name" translate="no" dir="ltr">
    {text}
  </span>
)

const glyphs = {
  application: 'M2 5h20v14H2zm0 4h20M5 7h.01M8 7h.01',
  badge: 'M4 4.5h16v15H4zM10 2.5h4v4h-4zM10 11a2 2 0 1 0 4 0 2 2 0 1 0-4 0m-2 5.5c0-4 8-4 8 0',
  table: 'M4 5h16v14H4zm0 5h16M4 14.5h16M10 10v9',
  key: 'M3 15a4 4 0 1 0 8 0 4 4 0 1 0-8 0m7-3l9-8m-4 3.5l3 3',
  queue: 'M3 7h4v10H3zm7 0h4v10h-4zm7 0h4v10h-4z',
  bucket: 'M4 6c0-2.4 16-2.4 16 0s-16 2.4-16 0l2 12.5c.4 2.2 11.6 2.2 12 0L20 6',
} as const

const kindGlyphs: Readonly<Record<ParameterKind, keyof typeof glyphs>> = {
  's3-bucket': 'bucket',
  'dynamodb-table': 'table',
  'kms-key-id': 'key',
  'sqs-queue': 'queue',
  'sns-topic': 'queue',
  secret: 'key',
  'log-group': 'table',
  region: 'application',
  arn: 'application',
  'tag-value': 'badge',
  text: 'badge',
}

const arrowHead = 'M5 7l7 5-7 5'
const refusal = 'M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0m5-3.5l7 7m0-7l-7 7'

function Glyph({ path }: { readonly path: string }) {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  )
}
