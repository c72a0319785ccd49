import { memo, useMemo, useState } from 'react'
import { type Rollout, rollouts } from '#core/artifacts/rollout/rollout.ts'
import { type RolloutArtifactId, rolloutArtifactIds, rolloutDialects } from '#core/artifacts/rollout/rollout-artifacts.ts'
import { type AccountId, accountIdInGroups } from '#core/aws/account-id.ts'
import type { Partition } from '#core/aws/partition.ts'
import type { Connection } from '#core/connection/connection.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { SelectField } from '#ui/controls/select-field.tsx'
import { Tabs } from '#ui/controls/tabs.tsx'
import { routeHash } from '#wizard/app/routes.ts'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { ArtifactRendering } from '#wizard/role/artifact-rendering.tsx'
import { manyMessages } from './many-messages.ts'
import { currentChecks } from './watcher.ts'

type PanelProps = {
  readonly vendor: ServedVendor
  readonly connections: readonly Connection[]
  /** Draws it again when it changes. */
  readonly language: string
}

/** Each account once, in any state: a role that already exists is left alone. Does not subscribe to checks, which would rewrite it all the time. */
export const RolloutPanel = memo(function RolloutPanel({ vendor, connections }: PanelProps) {
  const words = localized(manyMessages).rollout
  const [open, setOpen] = useState<readonly Connection[] | null>(null)
  const [partition, setPartition] = useState<Partition | null>(null)
  const all = useMemo(() => rollouts(open ?? connections, vendor), [open, connections, vendor])
  const rollout = all.find((each) => each.partition === partition) ?? all[0]
  return (
    <section className="stack many-rollout" aria-labelledby="many-rollout">
      <div className="stack introduction">
        <h2 id="many-rollout">{words.heading}</h2>
        <p className="hint">{words.lead}</p>
      </div>
      <div className="many-rollout-choices">
        <Which connections={connections} open={open} onChange={setOpen} />
        {all.length > 1 && (
          <SelectField
            label={words.partition}
            value={rollout?.partition}
            onChange={(event) => setPartition(all.find((each) => each.partition === event.target.value)?.partition ?? null)}
            options={all.map((each) => ({
              value: each.partition,
              label: `${localized(shellMessages).partitions[each.partition]} (${each.accounts.length})`,
            }))}
          />
        )}
      </div>
      {rollout !== undefined && <Ways key={rollout.partition} rollout={rollout} connections={connections} />}
    </section>
  )
})

type WhichProps = {
  readonly connections: readonly Connection[]
  readonly open: readonly Connection[] | null
  readonly onChange: (open: readonly Connection[] | null) => void
}

/** Those that are not verified are taken as they are when they are chosen. */
function Which({ connections, open, onChange }: WhichProps) {
  const words = localized(manyMessages).rollout
  const notVerified = open ?? connections.filter(({ id }) => currentChecks().checks.get(id)?.last?.kind !== 'verified')
  if (notVerified.length === 0 || notVerified.length === connections.length) return null
  return (
    <SelectField
      label={words.which}
      value={open === null ? 'all' : 'open'}
      onChange={(event) => onChange(event.target.value === 'all' ? null : notVerified)}
      options={[
        { value: 'all', label: words.everyAccount(connections.length) },
        { value: 'open', label: words.openAccounts(notVerified.length) },
      ]}
    />
  )
}

type WaysProps = { readonly rollout: Rollout; readonly connections: readonly Connection[] }

function Ways({ rollout, connections }: WaysProps) {
  const [selected, select] = useState<string>(rolloutArtifactIds[0])
  const [management, setManagement] = useState<AccountId | null>(null)
  const managementAccountId = rollout.accounts.find(({ plan }) => plan.accountId === management)?.plan.accountId ?? null
  const withManagement = useMemo(() => ({ ...rollout, managementAccountId }), [rollout, managementAccountId])
  return (
    <Tabs
      label={localized(manyMessages).rollout.ways}
      selected={selected}
      onSelect={select}
      tabs={rolloutArtifactIds.map((id) => ({
        id,
        title: rolloutDialects[id].texts(currentLanguage().code).title,
        panel: (
          <>
            {id === 'stack-set' && <ManagementAccount rollout={withManagement} connections={connections} onChange={setManagement} />}
            <Rendering key={id} id={id} rollout={withManagement} language={currentLanguage().code} />
          </>
        ),
      }))}
    />
  )
}

/** More marks than this would be noise. */
const markedAtMost = 12

const Rendering = memo(function Rendering({ id, rollout }: { id: RolloutArtifactId; rollout: Rollout; language: string }) {
  if (id === 'stack-set' && rollout.accounts.every(({ plan }) => plan.accountId === rollout.managementAccountId))
    return <p>{localized(manyMessages).rollout.onlyManagement}</p>
  const marks = rollout.accounts.length > markedAtMost ? [] : rollout.accounts.map(({ plan }) => plan.externalId)
  return <ArtifactRendering dialect={rolloutDialects[id]} subject={rollout} marks={marks} />
})

type ManagementProps = WaysProps & { readonly onChange: (accountId: AccountId | null) => void }

function ManagementAccount({ rollout, connections, onChange }: ManagementProps) {
  const words = localized(manyMessages).rollout
  const { accounts, managementAccountId } = rollout
  const own = connections.findLast(({ accountId }) => accountId === managementAccountId)
  const label = (accountId: AccountId, name: string | null) =>
    [accountIdInGroups(accountId), name].filter((text) => text !== null).join(' · ')
  return (
    <div className="stack many-management">
      <SelectField
        label={words.management}
        hint={words.managementHint}
        value={managementAccountId ?? ''}
        onChange={(event) => onChange(accounts.find(({ plan }) => plan.accountId === event.target.value)?.plan.accountId ?? null)}
        options={[
          { value: '', label: words.managementNone },
          ...accounts.map(({ plan, name }) => ({ value: plan.accountId, label: label(plan.accountId, name) })),
        ]}
      />
      {own !== undefined && (
        <a href={routeHash({ kind: 'role', connectionId: own.id })}>{words.managementOwn(accountIdInGroups(own.accountId))}</a>
      )}
    </div>
  )
}
