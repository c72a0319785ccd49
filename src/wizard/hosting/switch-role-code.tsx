import { useQuery } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { AccountId, accountIdInGroups } from '#core/aws/account-id.ts'
import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import { readAccountId } from '#core/aws/read-account-id.ts'
import { partitionOf, type Region } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { roleArnOf } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { type SwitchRoleSample, switchRoleMessages, switchRoleSamples } from '#core/hosting/switch-role.ts'
import type { SwitchRole } from '#core/hosting/switch-role-facts.ts'
import { localized } from '#i18n/language.ts'
import { CopyButton, DownloadButton } from '#ui/controls/action-buttons.tsx'
import { TextField } from '#ui/controls/fields.tsx'
import { SelectField } from '#ui/controls/select-field.tsx'
import { Tabs } from '#ui/controls/tabs.tsx'
import { CodeView } from '#ui/editor/code-view.tsx'
import { allPages } from '#wizard/api/connection-list.ts'
import { ServerState } from '#wizard/api/server-state.tsx'
import { readStored } from '#wizard/app/browser-storage.ts'
import { guestSession, KeptSession, sessionKey, tabSession, unexpired } from '#wizard/app/kept-session.ts'
import { hostingMessages } from './hosting-messages.ts'
import { useKeptState } from './kept-state.ts'

/** A request without a session would open one, which nobody needs to read this page. */
const hasSession = (): boolean =>
  guestSession() === null && unexpired(tabSession() ?? readStored('local', sessionKey, KeptSession)) !== null

/** Empty where the list cannot be had: the fields do as well. */
async function verifiedConnections(): Promise<readonly Connection[]> {
  const answer = hasSession() ? await allPages() : null
  if (answer?.kind !== 'answer') return []
  const { connections, lastChecks } = answer.value
  const verified = new Set(lastChecks.flatMap(({ connectionId, kind }) => (kind === 'verified' ? [connectionId] : [])))
  return connections.filter((connection) => verified.has(connection.id) && !isDisconnecting(connection))
}

/** Connections of this browser's session whose last check was good, in the order in which they were made. */
function useVerifiedConnections(): readonly Connection[] {
  const { data } = useQuery({ queryKey: ['verified-connections'], queryFn: verifiedConnections, refetchOnMount: 'always' })
  return data ?? []
}

const example = { account: '444455556666', externalId: 'EXTERNAL_ID_OF_THE_CONNECTION', bucket: 'acme-uploads' }

const Typed = z.object({ account: z.string(), externalId: z.string(), bucket: z.string() })
type Typed = z.infer<typeof Typed>

type Facts = Pick<SwitchRole, 'region' | 'roleArn' | 'externalId' | 'bucket'>

/** The facts as they are typed, with the example for what cannot be used. */
function typedFacts({ region, vendor }: Pick<SwitchRoleCodeProps, 'region' | 'vendor'>, typed: Typed): Facts {
  const account = readAccountId(typed.account)
  const accountId = account.kind === 'account' ? account.accountId : AccountId.parse(example.account)
  const externalId = ExternalId.safeParse(typed.externalId.trim())
  return {
    region,
    roleArn: roleArnOf({ accountId, region }, vendor, null),
    externalId: externalId.success ? externalId.data : example.externalId,
    bucket: parameterKinds['s3-bucket'].pattern.test(typed.bucket) ? typed.bucket : example.bucket,
  }
}

/** The role of a connection, and its first bucket. */
function connectionFacts({ permissionSets }: Vendor, { region, roleArn, externalId, permissions }: Connection): Facts {
  const buckets = permissionSets.flatMap(({ id, parameters }) =>
    parameters.filter(({ kind }) => kind === 's3-bucket').flatMap((parameter) => permissions[id]?.[parameter.id] ?? []),
  )
  return { region, roleArn, externalId, bucket: buckets[0] ?? example.bucket }
}

export type SwitchRoleCaller = Omit<SwitchRole, keyof Facts>

type SwitchRoleCodeProps = {
  readonly vendor: Vendor
  readonly region: Region
  /** Above the samples. */
  readonly intro: string
  /** In the partition of a connection. */
  readonly callerIn: (region: Region) => SwitchRoleCaller
}

/** The paper's listing for the connection at hand, in every language. */
export function SwitchRoleCode(props: SwitchRoleCodeProps) {
  return (
    <ServerState>
      <SwitchRoleSection {...props} />
    </ServerState>
  )
}

/** Fields are for a connection that this browser does not know. */
const byHand = 'by-hand'

function SwitchRoleSection({ vendor, region, intro, callerIn }: SwitchRoleCodeProps) {
  const words = localized(hostingMessages).code
  // A config can drop the account of a partition that has connections.
  const connections = useVerifiedConnections().filter((each) => vendor.accounts[partitionOf(each.region)] !== undefined)
  const [typed, setTyped] = useKeptState('code', Typed, example)
  const [chosen, choose] = useKeptState('connection', z.nullable(z.string()), null)
  const [selected, select] = useKeptState('language', z.string(), 'javascript')
  const connection = chosen === byHand ? undefined : (connections.find(({ id }) => id === chosen) ?? connections[0])
  const known = connection === undefined ? typedFacts({ region, vendor }, typed) : connectionFacts(vendor, connection)
  const facts = { ...known, ...callerIn(known.region) }
  return (
    <section className="stack role-artifacts">
      <h2>{words.title}</h2>
      <p>{intro}</p>
      {connections.length > 0 && (
        <SelectField
          label={words.connection}
          value={connection?.id ?? byHand}
          onChange={(event) => choose(event.target.value)}
          options={[
            ...connections.map(({ id, accountId, name }) => ({ value: id, label: words.connectionOf(accountIdInGroups(accountId), name) })),
            { value: byHand, label: words.byHand },
          ]}
        />
      )}
      {connection === undefined && <TypedConnection typed={typed} onChange={setTyped} />}
      <Tabs
        label={words.label}
        selected={selected}
        onSelect={select}
        tabs={switchRoleSamples.map((sample) => ({
          id: sample.id,
          title: sample.title,
          isName: true,
          panel: <Sample key={sample.id} sample={sample} facts={facts} />,
        }))}
      />
    </section>
  )
}

type TypedConnectionProps = { readonly typed: Typed; readonly onChange: (typed: Typed) => void }

function TypedConnection({ typed, onChange }: TypedConnectionProps) {
  const words = localized(hostingMessages).code
  const field = (name: keyof Typed) => ({
    label: words[name],
    value: typed[name],
    isMono: true,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange({ ...typed, [name]: event.target.value }),
  })
  return (
    <div className="hosting-fields">
      <TextField {...field('account')} />
      <TextField {...field('externalId')} />
      <TextField {...field('bucket')} />
    </div>
  )
}

function Sample({ sample, facts }: { readonly sample: SwitchRoleSample; readonly facts: SwitchRole }) {
  const words = localized(hostingMessages).code
  const text = sample.render(facts)
  return (
    <>
      <CodeView label={sample.title} text={text} language={sample.language} marks={[facts.roleArn, facts.externalId]} maxHeight="32rem" />
      <div className="row">
        <CopyButton text={text} label={words.copy} />
        <DownloadButton text={text} filename={sample.filename} mediaType="text/plain" label={words.download} />
        <span className="hint artifact-file">
          <bdi translate="no">{sample.filename}</bdi>
        </span>
      </div>
      <p className="hint">{localized(switchRoleMessages).refresh[sample.id]}</p>
    </>
  )
}
