import { type ArtifactId, artifactDialects, artifactIds } from '#core/artifacts/artifacts.ts'
import { hasPermissions, type RolePlan } from '#core/connection/role-plan.ts'
import { localized } from '#i18n/language.ts'
import { FactList } from '#ui/controls/lists.tsx'
import { startLaunch } from '#wizard/verification/use-verification.ts'
import { ArtifactRendering } from './artifact-rendering.tsx'
import { ConsoleMethod } from './console-method.tsx'
import { DeployMethod } from './deploy-method.tsx'
import { MethodTabs } from './method-tabs.tsx'
import { roleMessages } from './role-messages.ts'

type Method = Exclude<ArtifactId, 'quick-create'>

/** The link is on the screen already, as the button. */
const methods = artifactIds.filter((id): id is Method => id !== 'quick-create')

type ArtifactPanelProps = { readonly plan: RolePlan; readonly connectionId: string; readonly isSimulated: boolean }

/** The same role in every dialect, in the width of both columns, so that all tabs fit. */
export function ArtifactPanel({ plan, connectionId, isSimulated }: ArtifactPanelProps) {
  const words = localized(roleMessages)
  const onTake = () => startLaunch(connectionId, 'copied')
  const panel = (id: Method) => {
    if (id === 'cloudformation') return <DeployMethod {...{ plan, onTake }} />
    if (id === 'console-steps') return <ConsoleMethod {...{ plan, isSimulated, onTake }} />
    return <ArtifactRendering key={id} dialect={artifactDialects[id]} subject={plan} marks={[plan.externalId]} onTake={onTake} />
  }
  return (
    <section className="stack role-artifacts" aria-labelledby="methods">
      <h2 id="methods">{words.methods}</h2>
      <MethodTabs label={words.artifacts} methods={methods} titles={words.tabs} panel={panel} />
      <Facts plan={plan} />
    </section>
  )
}

function createdText(plan: RolePlan): string {
  const { roleName, managedPolicyArns } = plan
  const words = localized(roleMessages).facts
  if (managedPolicyArns.length === 0) return words.createdText(roleName)
  return words[hasPermissions(plan) ? 'createdManaged' : 'createdManagedAlone'](roleName, managedPolicyArns.length)
}

/** Answers the questions people have before they create the role. */
function Facts({ plan }: Pick<ArtifactPanelProps, 'plan'>) {
  const { created, cost, costText, undo, undoText } = localized(roleMessages).facts
  return (
    <FactList
      facts={[
        { term: created, value: createdText(plan) },
        { term: cost, value: costText },
        { term: undo, value: undoText(plan.stackName) },
      ]}
    />
  )
}
