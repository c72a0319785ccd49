import { artifactDialects } from '#core/artifacts/artifacts.ts'
import { roleUrl, stacksUrl } from '#core/artifacts/console-pages.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { CopyableCode } from '#ui/editor/code-view.tsx'
import { AwsPageLink } from '#wizard/role/aws-page-link.tsx'
import { MethodTabs, type RoleMethod, roleMethods } from '#wizard/role/method-tabs.tsx'
import { disconnectingMessages } from './disconnecting-messages.ts'

type RemovalProps = { readonly plan: RolePlan; readonly isSimulated: boolean }

/** The way back from each way to create the role. */
export function RemovalMethods(props: RemovalProps) {
  const words = localized(disconnectingMessages)
  return (
    <MethodTabs
      label={words.methodsLabel}
      methods={roleMethods}
      titles={words.tabs}
      panel={(method) => <Removal {...props} method={method} />}
    />
  )
}

function Removal({ plan, isSimulated, method }: RemovalProps & { readonly method: RoleMethod }) {
  const words = localized(disconnectingMessages)
  const undo = artifactDialects[method].undo(plan, currentLanguage().code)
  return (
    <div className="stack removal">
      <p>{undo.words}</p>
      {method === 'cloudformation' && <StackSteps {...{ plan, isSimulated }} />}
      {method === 'console-steps' && (
        <div className="row">
          <AwsPageLink plan={plan} url={roleUrl(plan, 'permissions')} isSimulated={isSimulated} variant="primary">
            {isSimulated ? words.openRoleSimulated : words.openRole}
          </AwsPageLink>
        </div>
      )}
      {undo.commands !== null && (
        <CopyableCode
          label={words.commands}
          text={undo.commands.text}
          language={undo.commands.language}
          maxHeight="16rem"
          copyLabel={words.copy}
        />
      )}
    </div>
  )
}

function StackSteps({ plan, isSimulated }: RemovalProps) {
  const words = localized(disconnectingMessages)
  return (
    <ol className="removal-steps">
      <li>
        <AwsPageLink plan={plan} url={stacksUrl(plan)} isSimulated={isSimulated} variant="primary">
          {isSimulated ? words.openStackSimulated : words.openStack}
        </AwsPageLink>
      </li>
      {words.stackSteps(plan.stackName).map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
}
