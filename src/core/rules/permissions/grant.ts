import { coversPattern, isEveryAction, namesAction, patternsMeet } from '#core/policy/action-pattern.ts'
import type { PlacedText, StatementView } from '#core/policy/policy-view.ts'
import { allowIsNarrowed, denyNarrows, narrowingKeys } from './narrowing.ts'
import type { PermissionsSubject } from './permissions-rule.ts'
import { isBroad, isOfService } from './resource-breadth.ts'
import { type RoleStatement, roleStatements } from './role-statements.ts'
import { mayBe, s3Levels } from './s3-level.ts'

/** A pattern of an Allow statement that gives an action, and what is left of it after all explicit denials. */
export type Grant = {
  readonly statement: StatementView
  /** In the policy that is checked, not in another one of the role. */
  readonly isHere: boolean
  /** Null where the statement allows all but what it lists. */
  readonly pattern: PlacedText | null
  /** Those that the action can work on. */
  readonly resources: readonly string[]
  /** The statement's conditions, or a Deny, let it act on some of these resources only. */
  readonly isNarrowed: (own?: readonly RegExp[]) => boolean
}

function isAbout({ actions, exceptedActions }: RoleStatement, action: string): boolean {
  if (exceptedActions !== null) return !exceptedActions.some((pattern) => namesAction(pattern, action))
  return actions.some(({ text }) => namesAction(text, action))
}

/** Of a resource what an explicit Deny on all others than these leaves. */
function kept(resource: string, spared: readonly string[]): readonly string[] {
  if (spared.some((other) => coversPattern(other, resource))) return [resource]
  return spared.filter((other) => patternsMeet(other, resource))
}

function afterDenial(resources: readonly string[], denial: RoleStatement): readonly string[] {
  const { exceptedResources } = denial
  if (exceptedResources !== null) return resources.flatMap((resource) => kept(resource, exceptedResources))
  return resources.filter((resource) => !denial.resources.some((pattern) => coversPattern(pattern, resource)))
}

/** Whether an action can work on what a resource names. */
function canWorkOn(action: string, resource: string): boolean {
  const level = s3Levels.get(action)
  return isOfService(action, resource) && (level === undefined || mayBe(level, resource))
}

/** Whose tags an action is asked about, and what sets them. */
function taggingActions(action: string): readonly string[] {
  const [service = '', name = ''] = action.split(':')
  if (service === 'iam') return [/Role/.test(name) ? 'iam:TagRole' : 'iam:TagUser']
  if (service === 'ec2') return ['ec2:CreateTags']
  if (service === 's3') return ['s3:PutObjectTagging', 's3:PutBucketTagging']
  return [`${service}:TagResource`, `${service}:AddTagsToResource`, `${service}:AddTags`]
}

/** A condition on a tag doesn't limit someone who can tag any resource first. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html */
const canTag = (subject: PermissionsSubject, action: string): boolean =>
  taggingActions(action).some((tagging) =>
    roleStatements(subject).allows.some(
      (allow) =>
        isAbout(allow, tagging) &&
        !allow.isConditional &&
        allow.resources.some((resource) => isBroad(resource) && canWorkOn(tagging, resource)),
    ),
  )

/** A Deny wins over every Allow. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
function reach(subject: PermissionsSubject, allow: RoleStatement, action: string): Pick<Grant, 'resources' | 'isNarrowed'> {
  const denials = roleStatements(subject).denials.filter((denial) => isAbout(denial, action))
  const resources = denials
    .filter(({ isConditional }) => !isConditional)
    .reduce(afterDenial, allow.exceptedResources === null ? allow.resources : ['*'])
    .filter((resource) => canWorkOn(action, resource))
  const broad = resources.filter(isBroad)
  const narrowing = denials.filter((denial) => !afterDenial(broad, denial).some(isBroad))
  return {
    resources,
    isNarrowed: (own) => {
      const isNarrowedBy = (keys: readonly RegExp[]): boolean =>
        allowIsNarrowed(allow.view.conditions, keys) || narrowing.some(({ view }) => denyNarrows(view.conditions, keys))
      return isNarrowedBy(narrowingKeys(own, [])) || (isNarrowedBy(narrowingKeys(own)) && !canTag(subject, action))
    },
  }
}

function grantsBy(subject: PermissionsSubject, allow: RoleStatement, action: string): readonly Grant[] {
  if (!isAbout(allow, action)) return []
  const { resources, isNarrowed } = reach(subject, allow, action)
  if (resources.length === 0) return []
  const patterns = allow.exceptedActions === null ? allow.actions.filter(({ text }) => namesAction(text, action)) : [null]
  return patterns.map((pattern) => ({ statement: allow.view, isHere: allow.isHere, pattern, resources, isNarrowed }))
}

const known = new WeakMap<PermissionsSubject, Map<string, readonly Grant[]>>()

/** Where any of the role's policies gives an action. Several rules ask for the same action, so answers are kept. */
export function allGrants(subject: PermissionsSubject, action: string): readonly Grant[] {
  const answers = known.get(subject) ?? new Map<string, readonly Grant[]>()
  known.set(subject, answers)
  const grants = answers.get(action) ?? roleStatements(subject).allows.flatMap((allow) => grantsBy(subject, allow, action))
  answers.set(action, grants)
  return grants
}

/** Where this policy gives an action; without what a rule about `*` or NotAction tells already. */
export function namedGrants(subject: PermissionsSubject, action: string): readonly (Grant & { readonly pattern: PlacedText })[] {
  return allGrants(subject, action).flatMap((grant) =>
    !grant.isHere || grant.pattern === null || isEveryAction(grant.pattern.text) ? [] : [{ ...grant, pattern: grant.pattern }],
  )
}
