import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useForm } from 'react-hook-form'
import { readRoleUrl } from '#core/artifacts/console-pages.ts'
import { type QuickCreateRefusal, readCreateStackUrl, readQuickCreateLink } from '#core/artifacts/quick-create.ts'
import type { SimulatedConsoleAddress } from '#core/artifacts/simulated-console-address.ts'
import { partitions } from '#core/aws/partition.ts'
import { Region } from '#core/aws/region.ts'
import type { RoleName } from '#core/aws/role-name.ts'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/controls/card.tsx'
import { TextAreaField } from '#ui/controls/fields.tsx'
import type { SignedIn } from './aws-query.ts'
import { Answered, AwsText, awsLabels } from './aws-text.tsx'
import type { Stack } from './cloudformation.ts'
import { consoleMessages } from './console-messages.ts'
import { QuickCreate, type ReadLink, UploadTemplate } from './create-stack.tsx'
import { stacksQuery } from './queries.ts'
import { RoleView } from './role-view.tsx'
import { StackView } from './stack-view.tsx'

type ConsoleContentsProps = {
  address: SimulatedConsoleAddress
  region: Region
  onOpen: (changed: Partial<SimulatedConsoleAddress>) => void
}

export function readConsoleLink({ link: address }: SimulatedConsoleAddress) {
  const uploadRegion = address === null ? null : readCreateStackUrl(address)
  const role = address === null ? null : readRoleUrl(address)
  const reading = address === null || uploadRegion !== null || role !== null ? null : readQuickCreateLink(address)
  const link = reading?.kind === 'quick-create' ? reading : null
  return {
    link,
    isUpload: uploadRegion !== null,
    roleName: role?.roleName ?? null,
    refusal: reading?.kind === 'refused' ? reading.reason : null,
    region: link?.region ?? uploadRegion ?? Region.parse(partitions[role?.partition ?? 'aws'].homeRegion),
  }
}

export function ConsoleContents({ address, region, onOpen }: ConsoleContentsProps) {
  const { accountId } = address
  const { link, isUpload, roleName, refusal } = readConsoleLink(address)
  return (
    <>
      {link === null && !isUpload && roleName === null && (
        <Introduction link={address.link ?? ''} refusal={refusal} onOpen={(typed) => onOpen({ link: typed })} />
      )}
      {accountId === null ? (
        <p>{localized(consoleMessages).account.signInAbove}</p>
      ) : (
        <Account key={`${accountId} ${address.link}`} signedIn={{ accountId, region }} {...{ link, isUpload, roleName }} />
      )}
    </>
  )
}

type AccountProps = { signedIn: SignedIn; link: ReadLink | null; isUpload: boolean; roleName: RoleName | null }

/** A link to a role shows that role alone. */
function Account({ signedIn, link, isUpload, roleName }: AccountProps) {
  const words = localized(consoleMessages)
  const stacks = useQuery(stacksQuery(signedIn))
  const heading = useRef<HTMLHeadingElement>(null)
  // The pressed button disappears with its form or stack, so the focus moves to the heading above the result.
  const focusStacks = () => heading.current?.focus()
  return (
    <Answered answer={stacks.data} waiting={words.account.loading}>
      {(found) =>
        roleName !== null ? (
          <RoleView {...{ signedIn, stacks: found }} expectedName={roleName} />
        ) : (
          <>
            {link && (
              <QuickCreate
                {...{ signedIn, link }}
                isCreated={found.some(({ StackName }) => StackName === link.stackName)}
                onCreated={focusStacks}
              />
            )}
            {isUpload && <UploadTemplate {...{ signedIn }} onCreated={focusStacks} />}
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
