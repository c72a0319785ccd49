import { useState } from 'react'
import { AccountId } from '#core/aws/account-id.ts'
import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import { readAccountId } from '#core/aws/read-account-id.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { roleArnOf } from '#core/connection/role-plan.ts'
import type { HostingPlan } from '#core/hosting/hosting-plan.ts'
import { type SwitchRoleSample, switchRoleMessages, switchRoleSamples } from '#core/hosting/switch-role.ts'
import type { SwitchRole } from '#core/hosting/switch-role-programs.ts'
import { localized } from '#i18n/language.ts'
import { CopyButton, DownloadButton } from '#ui/controls/action-buttons.tsx'
import { TextField } from '#ui/controls/fields.tsx'
import { Tabs } from '#ui/controls/tabs.tsx'
import { CodeView } from '#ui/editor/code-view.tsx'
import { hostingMessages } from './hosting-messages.ts'

const example = { account: '444455556666', externalId: 'EXTERNAL_ID_OF_THE_CONNECTION', bucket: 'acme-uploads' }
type Typed = typeof example

/** The facts of a connection as they are typed, with the example for what cannot be used. */
function switchRole(plan: HostingPlan, typed: Typed): SwitchRole {
  const account = readAccountId(typed.account)
  const accountId = account.kind === 'account' ? account.accountId : AccountId.parse(example.account)
  const externalId = ExternalId.safeParse(typed.externalId.trim())
  const { platform, region, vendor, stackName, roleArn, trustAnchorArn } = plan
  return {
    platform,
    region,
    roleArn: roleArnOf({ accountId, region }, vendor),
    externalId: externalId.success ? externalId.data : example.externalId,
    sessionName: stackName,
    bucket: parameterKinds['s3-bucket'].pattern.test(typed.bucket) ? typed.bucket : example.bucket,
    applicationRoleArn: roleArn,
    trustAnchorArn,
  }
}

/** The paper's listing for the connection at hand, in every language. */
export function SwitchRoleCode({ plan }: { readonly plan: HostingPlan }) {
  const words = localized(hostingMessages).code
  const [typed, setTyped] = useState<Typed>(example)
  const [selected, select] = useState<string>('javascript')
  const facts = switchRole(plan, typed)
  const field = (name: keyof Typed) => ({
    label: words[name],
    value: typed[name],
    isMono: true,
    onChange: (event: { readonly target: { readonly value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  })
  return (
    <section className="stack role-artifacts">
      <h2>{words.title}</h2>
      <p>{words.intro}</p>
      <div className="hosting-fields">
        <TextField {...field('account')} />
        <TextField {...field('externalId')} />
        <TextField {...field('bucket')} />
      </div>
      <Tabs
        label={words.label}
        selected={selected}
        onSelect={select}
        tabs={switchRoleSamples.map((sample) => ({
          id: sample.id,
          title: sample.title,
          panel: <Sample key={sample.id} sample={sample} facts={facts} />,
        }))}
      />
    </section>
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
