import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { readQuickCreateLink } from '#core/artefacts/quick-create.ts'
import { Region } from '#core/region.ts'
import { readSimulatedConsoleHash, type SimulatedConsoleAddress, simulatedConsoleHash } from '#core/simulated-console-address.ts'
import { DocumentTitle } from '#ui/document-title.tsx'
import { navigate } from '#ui/use-hash.ts'
import { AccountBar } from './account-bar.tsx'
import type { SignedIn } from './aws-request.ts'
import { Answered } from './aws-words.tsx'
import type { Stack } from './cloudformation.ts'
import { Introduction } from './introduction.tsx'
import { stacksQuery } from './queries.ts'
import { QuickCreate, type ReadLink } from './quick-create.tsx'
import { RoleView } from './role-view.tsx'
import './simulated-console.css'
import { StackView } from './stack-view.tsx'

const nothingGiven: SimulatedConsoleAddress = { accountId: null, quickCreateLink: null }

/** Stands in for the AWS console while AWS is simulated. Everything it shows comes over the protocol of AWS. */
export function SimulatedConsole({ hash }: { hash: string }) {
  const address = readSimulatedConsoleHash(hash) ?? nothingGiven
  const { accountId, quickCreateLink } = address
  const reading = quickCreateLink === null ? null : readQuickCreateLink(quickCreateLink)
  const link = reading?.kind === 'quick-create' ? reading : null
  const region = link?.region ?? Region.parse('us-east-1')
  const open = (changed: Partial<SimulatedConsoleAddress>) => navigate(simulatedConsoleHash({ ...address, ...changed }))
  return (
    <div className="simulated-console">
      <DocumentTitle text="Simulated AWS, not AWS" />
      <AccountBar {...{ accountId, region }} onSignIn={(signedInTo) => open({ accountId: signedInTo })} />
      <main className="page stack">
        <h1 className="console-band">
          <span>Simulated AWS — not AWS. Nothing here is real.</span>
        </h1>
        {link === null && (
          <Introduction
            link={quickCreateLink ?? ''}
            refusal={reading?.kind === 'refused' ? reading.reason : null}
            onOpen={(typed) => open({ quickCreateLink: typed })}
          />
        )}
        {accountId === null ? (
          <p>Sign in to a simulated account in the bar above. Any 12 digits will do.</p>
        ) : (
          <Account key={`${accountId} ${quickCreateLink}`} signedIn={{ accountId, region }} link={link} />
        )}
      </main>
    </div>
  )
}

function Account({ signedIn, link }: { signedIn: SignedIn; link: ReadLink | null }) {
  const stacks = useQuery(stacksQuery(signedIn))
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that was pressed goes out of sight with its form or its stack; the news is under this heading.
  const focusStacks = () => heading.current?.focus()
  return (
    <Answered answer={stacks.data} waiting="Looking at the account…">
      {(found) => (
        <>
          {link && (
            <QuickCreate
              {...{ signedIn, link }}
              isCreated={found.some(({ StackName }) => StackName === link.stackName)}
              onCreated={focusStacks}
            />
          )}
          <section className="stack" aria-labelledby="stacks">
            <h2 id="stacks" ref={heading} tabIndex={-1}>
              Stacks
            </h2>
            {found.length === 0 && <p className="hint">No stack in this account and region.</p>}
            {found.map((stack) => (
              <StackView key={stack.StackId} {...{ signedIn, stack }} onDeleted={focusStacks} />
            ))}
          </section>
          <RoleView {...{ signedIn, stacks: found }} expectedName={roleNameOf(found) ?? link?.stackName ?? ''} />
        </>
      )}
    </Answered>
  )
}

/** What a stack named its role. A physical ID of a role is its name. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html */
function roleNameOf(stacks: readonly Stack[]): string | undefined {
  const events = stacks.flatMap((stack) => stack.events)
  return events.find(({ ResourceType, PhysicalResourceId }) => ResourceType === 'AWS::IAM::Role' && PhysicalResourceId !== '')
    ?.PhysicalResourceId
}
