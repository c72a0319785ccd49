import { policyInPlainWords } from '#core/policy/plain-words.ts'
import { type GrantedSet, grantedSets } from '#core/review/granted-sets.ts'
import type { RolePlan } from '#core/role-plan.ts'
import { reviewWords } from '../words/review.ts'
import { Code } from './code.tsx'

const words = reviewWords.permissions

/** Every permission with its reason and with what it could do at worst. */
export function Permissions({ plan }: { plan: RolePlan }) {
  return (
    <>
      <p>{words.lead(plan.vendor.name)}</p>
      {grantedSets(plan).map((set) => (
        <Granted key={set.id} set={set} />
      ))}
      <p>
        <b>{policyInPlainWords(plan.permissionsPolicy).cannot}</b>
      </p>
    </>
  )
}

function Granted({ set }: { set: GrantedSet }) {
  return (
    <section className="stack granted-set">
      <h3>
        {set.title} <span className="badge">{set.isRequired ? words.required : words.optional}</span>
      </h3>
      <p>
        <b>{words.why}:</b> {set.why}
      </p>
      <table className="granted">
        <caption className="visually-hidden">{words.caption(set.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.action}</th>
            <th scope="col">{words.does}</th>
            <th scope="col">{words.worst}</th>
          </tr>
        </thead>
        <tbody>
          {set.actions.map(({ action, does, worst }) => (
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
    </section>
  )
}
