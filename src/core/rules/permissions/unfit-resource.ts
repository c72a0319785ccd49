import { servicePrefix } from '#core/policy/action-pattern.ts'
import { iamGuide, rule } from '#core/policy/form/rule.ts'
import type { StatementView } from '#core/policy/policy-view.ts'
import { type ActionFacts, expandedActions } from '#core/rules/action-knowledge.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { arnForm } from './action-arns.ts'
import { isOfForm, mayStandForAll } from './action-resources.ts'
import { arnFault } from './arn-faults.ts'
import type { PermissionsContext, PermissionsRule } from './permissions-rule.ts'
import { arnFields } from './resource-breadth.ts'
import { isS3Name, s3LevelsOf } from './s3-level.ts'
import { isOnStarOnly } from './well-known-facts.ts'

export const pp21Messages = messages('PP21', {
  title: 'An action that no resource here fits',
  what: 'An action that works only on `*`, such as `s3:ListAllMyBuckets`, or on a different kind of ARN, in a statement that names ARNs.',
  why: 'The statement grants nothing for this action.',
  todo: 'Give these actions their own statement with `"Resource": "*"`, or with the ARNs that they work on.',
  one: (text: string) => `${text} works only with "Resource": "*", so it has no effect here. Give it its own statement.`,
  several: (count: number, text: string, without: number) =>
    `Of the ${count} actions of ${text} ${without} work with "Resource": "*" only and have no effect here.`,
  otherArns: (text: string, format: string) =>
    `${text} doesn’t work on any of these ARNs, so it has no effect here. It works on ${format}.`,
})

function mayWork({ arnFormats }: ActionFacts, resources: readonly string[], prefix: string): boolean {
  if (arnFormats.length === 0) return resources.some((resource) => mayStandForAll(resource, prefix))
  return arnFormats.some((format) => resources.some((resource) => isOfForm(resource, arnForm(format))))
}

/** The ARNs of a statement that names nothing else. */
function onlyArns(statement: StatementView): readonly string[] {
  const resources = statement.texts('Resource').map(({ text }) => text)
  return resources.every((text) => arnFields(text) !== null) ? resources : []
}

/** Rule PP16 tells these apart without the list of actions. */
const isAboutS3Names = (action: string, resources: readonly string[]): boolean => {
  const levels = s3LevelsOf(action)
  return resources.every(isS3Name) && (levels.has('bucket') || levels.has('object'))
}

const takesStarOnly = ({ arnFormats }: ActionFacts): boolean => arnFormats.length === 0

const onStar =
  (text: string): Text =>
  (language) =>
    pp21Messages.in(language).one(text)

/** The form of an ARN as it is written in this partition; what the author fills in is named in angle brackets. */
const exampleOf = (format: string, partition = 'aws'): string =>
  format.replace(/\$\{Partition\}/g, partition).replace(/\$\{([^}]*)\}/g, '<$1>')

/** What is wrong where the list of actions is there; null where an action can work on one of the resources. */
function knownProblem(
  text: string,
  resources: readonly string[],
  { actions, partition }: { readonly actions: readonly ActionFacts[]; readonly partition: string | undefined },
): Text | null {
  const prefix = servicePrefix(text) ?? ''
  const without = actions.filter((action) => takesStarOnly(action) && !mayWork(action, resources, prefix)).length
  if (actions.some((action) => mayWork(action, resources, prefix))) {
    const isMost = without > actions.length / 2
    return isMost ? (language) => pp21Messages.in(language).several(actions.length, text, without) : null
  }
  if (without === actions.length) return onStar(text)
  const format = actions.flatMap(({ arnFormats }) => arnFormats)[0] ?? '*'
  return (language) => pp21Messages.in(language).otherArns(text, exampleOf(format, partition))
}

function problem(text: string, resources: readonly string[], { knowledge, partition }: PermissionsContext): Text | null {
  if (isAboutS3Names(text, resources)) return null
  const actions = expandedActions(text, knowledge)
  if (actions === undefined) {
    const isIdle = isOnStarOnly(text) && !resources.some((resource) => mayStandForAll(resource, servicePrefix(text) ?? ''))
    return isIdle ? onStar(text) : null
  }
  return actions.length === 0 ? null : knownProblem(text, resources, { actions, partition })
}

export const pp21NoSuchResource: PermissionsRule = rule(
  pp21Messages,
  'warning',
  iamGuide('reference_policies_elements_resource.html'),
  ({ statements, context }) =>
    statements.flatMap((statement) => {
      const resources = onlyArns(statement)
      // An ARN that nothing can have is the matter of another rule.
      if (resources.length === 0 || resources.some((resource) => arnFault(resource, context.partition) !== null)) return []
      return statement.texts('Action').flatMap(({ text, path }) => {
        const message = problem(text, resources, context)
        return message === null ? [] : [{ message, path }]
      })
    }),
)
