import type { PermissionsRule } from './permissions-rule.ts'
import { pp01EveryAction } from './pp01-every-action.ts'
import { pp02AllButSomeActions } from './pp02-all-but-some-actions.ts'
import { pp03AllButSomeResources } from './pp03-all-but-some-resources.ts'
import { pp04WholeService } from './pp04-whole-service.ts'
import { pp05IamWrite } from './pp05-iam-write.ts'
import { pp06PassAnyRole } from './pp06-pass-any-role.ts'
import { pp07PrivilegeEscalation } from './pp07-privilege-escalation.ts'
import { pp08EscalationCombination } from './pp08-escalation-combination.ts'
import { pp09AssumeAnyRole } from './pp09-assume-any-role.ts'
import { pp10AllData } from './pp10-all-data.ts'
import { pp11AllSecrets } from './pp11-all-secrets.ts'
import { pp12ResourceExposure } from './pp12-resource-exposure.ts'
import { pp13Credentials } from './pp13-credentials.ts'
import { pp14AuditTampering } from './pp14-audit-tampering.ts'
import { pp15Destruction } from './pp15-destruction.ts'
import { pp16S3Level } from './pp16-s3-level.ts'
import { pp17UnknownAction } from './pp17-unknown-action.ts'
import { pp18DangerousWildcard } from './pp18-dangerous-wildcard.ts'
import { pp19MalformedArn } from './pp19-malformed-arn.ts'
import { pp20BucketNamePattern } from './pp20-bucket-name-pattern.ts'
import { pp21NoSuchResource } from './pp21-no-such-resource.ts'
import { pp22Principal } from './pp22-principal.ts'
import { pp23TooLong } from './pp23-too-long.ts'
import { pp24HoldsWithoutKey } from './pp24-holds-without-key.ts'
import { pp25UnknownConditionKey } from './pp25-unknown-condition-key.ts'
import { pp26EmptyElement } from './pp26-empty-element.ts'
import { pp27Redundant } from './pp27-redundant.ts'
import { pp28LeakyReads } from './pp28-leaky-reads.ts'
import { pp29BroadManagedPolicy } from './pp29-broad-managed-policy.ts'
import { pp30CodeExecution } from './pp30-code-execution.ts'
import { pp31AccountControl } from './pp31-account-control.ts'
import { pp32Effect } from './pp32-effect.ts'
import { pp33IncompleteStatement } from './pp33-incomplete-statement.ts'

/** In the order in which findings about the same place are told. */
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
]
