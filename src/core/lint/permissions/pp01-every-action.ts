import { isEveryAction } from '../action-pattern.ts'
import type { StatementView } from '../policy-view.ts'
import { policiesOf, statementsOf } from './grant.ts'
import { allowIsNarrowed, narrowingKeys } from './narrowing.ts'
import type { PermissionsRule, PermissionsSubject } from './permissions-rule.ts'
import { isEverything } from './resource-breadth.ts'

/** A Deny on all but some actions or resources leaves those alone, whatever is allowed. */
const leavesSome = (denial: StatementView): boolean =>
  denial.element('Condition') === undefined &&
  ((denial.texts('NotAction').length > 0 && denial.texts('Resource').some(({ text }) => isEverything(text))) ||
    (denial.texts('NotResource').length > 0 && denial.texts('Action').some(({ text }) => isEveryAction(text))))

const isLimited = (subject: PermissionsSubject): boolean =>
  policiesOf(subject)
    .flatMap((policy) => statementsOf(policy, 'Deny'))
    .some(leavesSome)

export const pp01EveryAction: PermissionsRule = {
  id: 'PP01',
  severity: 'critical',
  title: 'Everything is allowed',
  what: '`*` as action on `*` as resource.',
  why: 'It gives the vendor the whole account, also everything that you create in it later.',
  todo: 'List the actions that the application needs, and the resources that it needs them on.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  check: (subject) =>
    isLimited(subject)
      ? []
      : statementsOf(subject, 'Allow')
          .filter((statement) => statement.texts('Resource').some(({ text }) => isEverything(text)))
          .filter((statement) => !allowIsNarrowed(statement.conditions, narrowingKeys()))
          .flatMap((statement) => statement.texts('Action').filter(({ text }) => isEveryAction(text)))
          .map(({ path }) => ({
            message: 'This allows every action on every resource. List the actions and the resources that the application needs.',
            path,
          })),
}
