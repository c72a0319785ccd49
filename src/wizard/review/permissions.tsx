import { useQuery } from '@tanstack/react-query'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { policyText } from '#core/policy/document.ts'
import { roleInPlainWords } from '#core/policy/managed-policy-words.ts'
import { type EditedGrants, editedGrants, type GrantedAction, type GrantedSet, grantedSets } from '#core/review/granted-sets.ts'
import type { ActionKnowledge } from '#core/rules/action-knowledge.ts'
import { currentLanguage, localized, vendorText } from '#i18n/language.ts'
import { Code } from '#ui/editor/code-view.tsx'
import { knowledgeOf } from '#wizard/app/action-data.ts'
import { reviewMessages } from './review-messages.ts'

/** AWS's data on the actions of the policy. Without it, an action without a text of ours is said to have none. */
function useKnowledgeOf({ permissionsPolicy }: RolePlan): ActionKnowledge | undefined {
  const text = policyText(permissionsPolicy)
  const { data } = useQuery({
    queryKey: ['action-data', text],
    queryFn: async () => (await knowledgeOf(text)) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? undefined
}

/** Every permission with its reason and with what it could do at worst. */
export function Permissions({ plan }: { plan: RolePlan }) {
  const knowledge = useKnowledgeOf(plan)
  const edited = editedGrants(plan, currentLanguage().code, knowledge)
  return (
    <>
      <p>{localized(reviewMessages).permissions.lead(plan.vendor.name)}</p>
      {edited === null ? (
        grantedSets(plan, currentLanguage().code, knowledge).map((set) => <GrantedOfSet key={set.id} set={set} />)
      ) : (
        <Edited plan={plan} grants={edited} />
      )}
      <p>
        <b>{roleInPlainWords(plan, currentLanguage().code).cannot}</b>
      </p>
    </>
  )
}

function GrantedOfSet({ set }: { set: GrantedSet }) {
  const words = localized(reviewMessages).permissions
  return (
    <Granted
      title={vendorText(set.title)}
      badge={set.isRequired ? words.required : words.optional}
      why={vendorText(set.why)}
      actions={set.actions}
      denied={set.denied}
    />
  )
}

/** Replaces the permission sets. It names them, since the vendor's checks still follow them. */
function Edited({ plan, grants }: { plan: RolePlan; grants: EditedGrants }) {
  const words = localized(reviewMessages).permissions
  const why = words.edited.why(
    plan.vendor.name,
    grantedSets(plan, currentLanguage().code).map(({ title }) => vendorText(title)),
  )
  return <Granted title={words.edited.title} badge={words.edited.badge} why={why} {...grants} />
}

type GrantedProps = {
  readonly title: string
  readonly badge: string
  readonly why: string
  readonly actions: readonly GrantedAction[]
  readonly denied: readonly string[]
}

function Granted({ title, badge, why, actions, denied }: GrantedProps) {
  const words = localized(reviewMessages).permissions
  return (
    <section className="stack granted-set">
      <h3>
        {title} <span className="badge">{badge}</span>
      </h3>
      <p>
        <b>{words.why}:</b> {why}
      </p>
      <table className="granted">
        <caption className="visually-hidden">{words.caption(title)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.action}</th>
            <th scope="col">{words.does}</th>
            <th scope="col">{words.worst}</th>
          </tr>
        </thead>
        <tbody>
          {actions.map(({ action, does, worst }) => (
            <tr key={`${action} ${does}`}>
              <th scope="row">
                <Code text={action} />
              </th>
              <td data-label={words.does}>{does}</td>
              <td data-label={words.worst}>{worst}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {denied.length > 0 && (
        <>
          <h4>{words.edited.denied}</h4>
          <ul>
            {denied.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
