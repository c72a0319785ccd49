import { type ReactNode, use } from 'react'
import { cloudFormation } from '#core/artifacts/cloudformation.ts'
import { createStackUrl } from '#core/artifacts/quick-create.ts'
import type { OwnTemplateReason } from '#core/artifacts/template-choice.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { localized } from '#i18n/language.ts'
import { ButtonLink, CopyButton, DownloadButton } from '#ui/controls/action-buttons.tsx'
import { roleMessages } from './role-messages.ts'
import { SimulatedAwsPlace } from './simulated-aws-place.ts'

type UploadTemplateProps = {
  readonly plan: RolePlan
  readonly because: readonly OwnTemplateReason[]
  readonly isSimulated: boolean
  readonly isDone: boolean
}

/** Where no link can do it: the file, the page that takes it, and the one thing that the page asks for. */
export function UploadTemplate({ plan, because, isSimulated, isDone }: UploadTemplateProps) {
  const words = localized(roleMessages).upload
  const { filename, text } = cloudFormation.render(plan)
  return (
    <div className="stack upload-template">
      <p>{words.why(because.map((reason) => words.reasons[reason]))}</p>
      <ol className="stack">
        <Step text={words.download(filename)}>
          <DownloadButton
            text={text}
            filename={filename}
            mediaType="application/yaml"
            label={words.downloadLabel}
            look={isDone ? 'secondary' : 'primary'}
          />
        </Step>
        <Step text={words.open(filename)}>
          <OpenCloudFormation plan={plan} isSimulated={isSimulated} />
        </Step>
        <Step text={words.name}>
          <code translate="no">{plan.stackName}</code>
          <CopyButton text={plan.stackName} label={words.copyName} />
        </Step>
        <li>{words.create}</li>
      </ol>
      <p className="hint">{words.hint}</p>
    </div>
  )
}

function Step({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li>
      <p>{text}</p>
      <div className="row">{children}</div>
    </li>
  )
}

function OpenCloudFormation({ plan, isSimulated }: Pick<UploadTemplateProps, 'plan' | 'isSimulated'>) {
  const words = localized(roleMessages).upload
  const place = use(SimulatedAwsPlace)
  const link = createStackUrl(plan)
  const isBeside = isSimulated && place.kind === 'beside'
  return (
    <ButtonLink href={isSimulated ? place.href({ accountId: plan.accountId, link }) : link} isExternal={!isBeside}>
      {isSimulated ? words.openSimulated : words.openLabel}
    </ButtonLink>
  )
}
