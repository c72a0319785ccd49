import { cloudFormation } from '#core/artifacts/cloudformation.ts'
import { deployCommand } from '#core/artifacts/deploy-command.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { DownloadButton } from '#ui/controls/action-buttons.tsx'
import { Disclosure } from '#ui/controls/card.tsx'
import { CodeView, CopyableCode } from '#ui/editor/code-view.tsx'
import { OpenInEditor } from '#ui/editor/open-in-editor.tsx'
import { FileNote, Instructions } from './artifact-rendering.tsx'
import { roleMessages } from './role-messages.ts'

type DeployMethodProps = { readonly plan: RolePlan; readonly onTake: () => void }

/** The command comes first, because it has all the values. The template is read in the editor or below. */
export function DeployMethod({ plan, onTake }: DeployMethodProps) {
  const words = localized(roleMessages)
  const { title } = cloudFormation.texts(currentLanguage().code)
  const { filename, language, text } = cloudFormation.render(plan)
  const deploy = deployCommand(plan)
  return (
    <>
      <CopyableCode
        label={words.deploy.label}
        text={deploy.text}
        language={deploy.language}
        marks={[plan.externalId]}
        copyLabel={words.deploy.copy}
        onCopy={onTake}
      >
        <DownloadButton {...{ text, filename }} mediaType="application/yaml" label={words.upload.downloadLabel} onDownload={onTake} />
        <OpenInEditor {...{ title, text, language, filename }} />
        <FileNote {...{ filename, text }} />
      </CopyableCode>
      <Instructions dialect={cloudFormation} subject={plan} />
      <Disclosure summary={title}>
        <CodeView label={title} {...{ text, language }} marks={[plan.externalId]} maxHeight="26rem" />
      </Disclosure>
    </>
  )
}
