import { pp22Principal, pp23TooLong, pp32Effect, pp33IncompleteStatement } from '#core/policy/form/permissions-form-rules.ts'
import { pp19MalformedArn } from './arn-faults.ts'
import {
  pp01EveryAction,
  pp02AllButSomeActions,
  pp03AllButSomeResources,
  pp04WholeService,
  pp18DangerousWildcard,
  pp20BucketNamePattern,
} from './breadth.ts'
import { pp24HoldsWithoutKey, pp25UnknownConditionKey } from './condition-keys.ts'
import { pp10AllData, pp11AllSecrets, pp12ResourceExposure, pp28LeakyReads } from './data-dangers.ts'
import { pp08EscalationCombination } from './escalation-combinations.ts'
import {
  pp05IamWrite,
  pp06PassAnyRole,
  pp07PrivilegeEscalation,
  pp09AssumeAnyRole,
  pp13Credentials,
  pp34IdentityTags,
  pp35AdministratorRole,
} from './iam-dangers.ts'
import { pp26EmptyElement, pp27Redundant } from './idle-elements.ts'
import { pp29BroadManagedPolicy } from './managed-policies.ts'
import { pp14AuditTampering, pp15Destruction, pp30CodeExecution, pp31AccountControl } from './operation-dangers.ts'
import type { PermissionsRule } from './permissions-rule.ts'
import { pp16S3Level } from './s3-level.ts'
import { pp21NoSuchResource } from './unfit-resource.ts'
import { pp17UnknownAction } from './unknown-action.ts'

/** In the order in which findings about the same place are reported. */
export const permissionsRules: readonly PermissionsRule[] = [
  pp01EveryAction,
  pp02AllButSomeActions,
  pp03AllButSomeResources,
  pp04WholeService,
  pp05IamWrite,
  pp06PassAnyRole,
  pp07PrivilegeEscalation,
  pp08EscalationCombination,
  pp09AssumeAnyRole,
  pp10AllData,
  pp11AllSecrets,
  pp12ResourceExposure,
  pp13Credentials,
  pp14AuditTampering,
  pp15Destruction,
  pp16S3Level,
  pp17UnknownAction,
  pp18DangerousWildcard,
  pp19MalformedArn,
  pp20BucketNamePattern,
  pp21NoSuchResource,
  pp22Principal,
  pp23TooLong,
  pp24HoldsWithoutKey,
  pp25UnknownConditionKey,
  pp26EmptyElement,
  pp27Redundant,
  pp28LeakyReads,
  pp29BroadManagedPolicy,
  pp30CodeExecution,
  pp31AccountControl,
  pp32Effect,
  pp33IncompleteStatement,
  pp34IdentityTags,
  pp35AdministratorRole,
]

/** Rules about everything that AWS rejects in a policy of an identity, and about elements without effect. */
export const identityFormRules: readonly PermissionsRule[] = [
  pp19MalformedArn,
  pp22Principal,
  pp23TooLong,
  pp26EmptyElement,
  pp32Effect,
  pp33IncompleteStatement,
]
