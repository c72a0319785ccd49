import type { Artifact } from '#core/artifacts/artifact.ts'
import { artifactDialects } from '#core/artifacts/artifacts.ts'
import { awsCliFix } from '#core/artifacts/aws-cli.ts'
import { awsCliPowerShellFix } from '#core/artifacts/aws-cli-powershell.ts'
import { cloudFormation } from '#core/artifacts/cloudformation.ts'
import { roleUrl, stacksUrl } from '#core/artifacts/console-pages.ts'
import { deployCommand } from '#core/artifacts/deploy-command.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { policyText } from '#core/policy/document.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { DownloadButton } from '#ui/controls/action-buttons.tsx'
import { CopyableCode } from '#ui/editor/code-view.tsx'
import { AwsPageLink } from '#wizard/role/aws-page-link.tsx'
import { MethodTabs, products, type RoleMethod, roleMethods } from '#wizard/role/method-tabs.tsx'
import { rotatingMessages } from './rotating-messages.ts'

type FileMethod = Extract<RoleMethod, 'terraform' | 'cdk' | 'pulumi'>

type UpdateProps = { readonly plan: RolePlan; readonly isSimulated: boolean }

/** The update of the role, for each way to create it. */
export function UpdateMethods(props: UpdateProps) {
  const words = localized(rotatingMessages)
  const panel = (id: RoleMethod) => {
    if (id === 'cloudformation') return <StackUpdate {...props} />
    if (id === 'aws-cli') return <CliUpdate {...props} fix={awsCliFix(props.plan)} />
    if (id === 'aws-cli-powershell') return <CliUpdate {...props} fix={awsCliPowerShellFix(props.plan)} />
    if (id === 'console-steps') return <ConsoleUpdate {...props} />
    return <FileUpdate {...props} method={id} />
  }
  return (
    <MethodTabs
      label={words.methodsLabel}
      methods={roleMethods}
      titles={words.tabs}
      panel={(method) => <div className="stack role-update-method">{panel(method)}</div>}
    />
  )
}

/** Both IDs, as far as the text has them. */
const marksOf = ({ externalId, nextExternalId }: RolePlan): readonly string[] =>
  nextExternalId === null ? [externalId] : [externalId, nextExternalId]

function StackUpdate({ plan, isSimulated }: UpdateProps) {
  const words = localized(rotatingMessages)
  const { filename, text } = cloudFormation.render(plan)
  const command = deployCommand(plan)
  return (
    <>
      <div className="row">
        <DownloadButton {...{ text, filename }} mediaType="application/yaml" label={words.download} variant="primary" />
        <AwsPageLink plan={plan} url={stacksUrl(plan)} isSimulated={isSimulated}>
          {isSimulated ? words.openStackSimulated : words.openStack}
        </AwsPageLink>
      </div>
      <ol className="update-steps">
        {words.stackSteps(plan.stackName, filename).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="hint">{words.commandHint}</p>
      <CopyableCode label={words.command} text={command.text} language={command.language} copyLabel={words.copy} />
    </>
  )
}

function CliUpdate({ plan, fix: { text, language } }: UpdateProps & { readonly fix: Artifact }) {
  const words = localized(rotatingMessages)
  return (
    <>
      <p className="hint">{words.cliHint}</p>
      <CopyableCode label={words.command} {...{ text, language }} marks={marksOf(plan)} maxHeight="22rem" copyLabel={words.copy} />
    </>
  )
}

function FileUpdate({ plan, method }: UpdateProps & { readonly method: FileMethod }) {
  const words = localized(rotatingMessages)
  const { filename, text, language } = artifactDialects[method].render(plan, currentLanguage().code)
  return (
    <>
      <p className="hint">{words.file(filename)}</p>
      <CopyableCode label={products[method]} {...{ text, language }} marks={marksOf(plan)} maxHeight="22rem" copyLabel={words.copy} />
    </>
  )
}

function ConsoleUpdate({ plan, isSimulated }: UpdateProps) {
  const words = localized(rotatingMessages)
  return (
    <>
      <div className="row">
        <AwsPageLink plan={plan} url={roleUrl(plan, 'trust_relationships')} isSimulated={isSimulated} variant="primary">
          {isSimulated ? words.openRoleSimulated : words.openRole}
        </AwsPageLink>
      </div>
      <p>{words.consoleSteps}</p>
      <CopyableCode
        label={words.trustPolicy}
        text={policyText(plan.trustPolicy)}
        language="json"
        marks={marksOf(plan)}
        maxHeight="22rem"
        copyLabel={words.copy}
      />
    </>
  )
}
