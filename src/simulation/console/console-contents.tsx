import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useForm } from 'react-hook-form'
import { readCreateRoleUrl, readIamConsoleUrl, readRoleUrl, readStacksUrl } from '#core/artifacts/console-pages.ts'
import { type QuickCreateRefusal, readCreateStackUrl, readQuickCreateLink } from '#core/artifacts/quick-create.ts'
import type { SimulatedConsoleAddress } from '#core/artifacts/simulated-console-address.ts'
import { type Partition, partitions } from '#core/aws/partition.ts'
import { Region } from '#core/aws/region.ts'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/controls/card.tsx'
import { TextAreaField } from '#ui/controls/fields.tsx'
import type { SignedIn } from './aws-query.ts'
import { Answered, AwsText, awsLabels } from './aws-text.tsx'
import type { Stack } from './cloudformation.ts'
import { consoleMessages } from './console-messages.ts'
import { CreateRole } from './create-role.tsx'
import { QuickCreate, type ReadLink, UploadTemplate } from './create-stack.tsx'
import { stacksQuery } from './queries.ts'
import { RoleView } from './role-view.tsx'
import { StackView } from './stack-view.tsx'

type ConsoleContentsProps = {
  address: SimulatedConsoleAddress
  region: Region
  onOpen: (changed: Partial<SimulatedConsoleAddress>) => void
}

/** A page of IAM or CloudFormation other than a quick-create link. Null for everything else. */
function readPage(url: string) {
  const uploadRegion = readCreateStackUrl(url)
  if (uploadRegion !== null) return { kind: 'upload', region: uploadRegion } as const
  const role = readRoleUrl(url)
  if (role !== null) return { kind: 'role', region: homeRegion(role.partition), roleName: role.roleName } as const
  const createRole = readCreateRoleUrl(url)
  if (createRole !== null) return { kind: 'create-role', region: homeRegion(createRole) } as const
  const stacks = readStacksUrl(url)
  if (stacks !== null) return { kind: 'stacks', region: stacks } as const
  const iam = readIamConsoleUrl(url)
  return iam === null ? null : ({ kind: 'iam', region: homeRegion(iam) } as const)
}

const homeRegion = (partition: Partition): Region => Region.parse(partitions[partition].homeRegion)

export function readConsoleLink({ link: address }: SimulatedConsoleAddress) {
  const page = address === null ? null : readPage(address)
  const reading = address === null || page !== null ? null : readQuickCreateLink(address)
  const link = reading?.kind === 'quick-create' ? reading : null
  return {
    link,
    page,
    refusal: reading?.kind === 'refused' ? reading.reason : null,
    region: link?.region ?? page?.region ?? homeRegion('aws'),
  }
}

type Page = ReturnType<typeof readPage>

export function ConsoleContents({ address, region, onOpen }: ConsoleContentsProps) {
  const { accountId } = address
  const { link, page, refusal } = readConsoleLink(address)
  return (
    <>
      {link === null && page === null && (
        <Introduction link={address.link ?? ''} refusal={refusal} onOpen={(typed) => onOpen({ link: typed })} />
      )}
      {accountId === null ? (
        <p>{localized(consoleMessages).account.signInAbove}</p>
      ) : (
        <Account key={`${accountId} ${address.link}`} signedIn={{ accountId, region }} {...{ link, page }} />
      )}
    </>
  )
}

type AccountProps = { signedIn: SignedIn; link: ReadLink | null; page: Page }

/** A link to a role shows that role alone. */
function Account({ signedIn, link, page }: AccountProps) {
  const words = localized(consoleMessages)
  const stacks = useQuery(stacksQuery(signedIn))
  const heading = useRef<HTMLHeadingElement>(null)
  // The pressed button disappears with its form or stack, so the focus moves to the heading above the result.
  const focusStacks = () => heading.current?.focus()
  if (page?.kind === 'create-role') return <CreateRole signedIn={signedIn} />
  return (
    <Answered answer={stacks.data} waiting={words.account.loading}>
      {(found) =>
        page?.kind === 'role' ? (
          <RoleView {...{ signedIn, stacks: found }} expectedName={page.roleName} />
        ) : (
          <>
            {link && (
              <QuickCreate
                {...{ signedIn, link }}
                isCreated={found.some(({ StackName }) => StackName === link.stackName)}
                onCreated={focusStacks}
              />
            )}
            {page?.kind === 'upload' && <UploadTemplate {...{ signedIn }} onCreated={focusStacks} />}
            <section className="stack" aria-labelledby="stacks">
              <h2 id="stacks" ref={heading} tabIndex={-1}>
                <AwsText>{awsLabels.stacks}</AwsText>
              </h2>
              {found.length === 0 && <p className="hint">{words.stack.none}</p>}
              {found.map((stack) => (
                <StackView key={stack.StackId} {...{ signedIn, stack }} onDeleted={focusStacks} />
              ))}
            </section>
            <RoleView {...{ signedIn, stacks: found }} expectedName={roleNameOf(found) ?? link?.stackName ?? ''} />
          </>
        )
      }
    </Answered>
  )
}

/** What a stack named its role. A physical ID of a role is its name. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html */
function roleNameOf(stacks: readonly Stack[]): string | undefined {
  const events = stacks.flatMap((stack) => stack.events)
  return events.find(({ ResourceType, PhysicalResourceId }) => ResourceType === 'AWS::IAM::Role' && PhysicalResourceId !== '')
    ?.PhysicalResourceId
}

type IntroductionProps = { link: string; refusal: QuickCreateRefusal | null; onOpen: (quickCreateLink: string) => void }

/** Explains the page to people who open it without a link, or with one that can't be read. */
function Introduction({ link, refusal, onOpen }: IntroductionProps) {
  const words = localized(consoleMessages).introduction
  const { register, handleSubmit, setError, formState } = useForm({ values: { link } })
  const opened = refusal === null || formState.isDirty ? undefined : words.refusals[refusal]
  const open = handleSubmit((typed) => {
    const reading = readQuickCreateLink(typed.link)
    if (reading.kind === 'quick-create') onOpen(typed.link)
    else setError('link', { message: words.refusals[reading.reason] })
  })
  return (
    <Card as="section" className="stack">
      <h2>{words.heading}</h2>
      <p>{words.text}</p>
      <form className="stack" onSubmit={(event) => void open(event)} noValidate>
        <TextAreaField
          label={words.label}
          hint={words.hint}
          isMono
          error={formState.errors.link?.message ?? opened}
          {...register('link')}
        />
        <div className="row">
          <Button type="submit" variant="primary">
            {words.open}
          </Button>
        </div>
      </form>
    </Card>
  )
}
