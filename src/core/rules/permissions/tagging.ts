import { coversPattern, patternsMeet } from '#core/policy/action-pattern.ts'
import { arnsOf } from './action-arns.ts'
import { actions } from './action-list.ts'
import { isOfForm } from './action-resources.ts'
import { afterDenial, allowedResources, denialsOf, isAbout } from './allowed-resources.ts'
import type { PermissionsSubject } from './permissions-rule.ts'
import { type RoleStatement, roleStatements } from './role-statements.ts'
import { forbidsTag, permitsTag, type TagLimit } from './tag-limits.ts'

/** An action that sets tags, and the ARNs on which it does. */
type Tagger = { readonly action: string; readonly form: string; readonly isOnSameArn: boolean }

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html */
const iamTaggers = new Map([
  ['instance-profile', 'iam:TagInstanceProfile'],
  ['mfa', 'iam:TagMFADevice'],
  ['oidc-provider', 'iam:TagOpenIDConnectProvider'],
  ['policy', 'iam:TagPolicy'],
  ['role', 'iam:TagRole'],
  ['saml-provider', 'iam:TagSAMLProvider'],
  ['server-certificate', 'iam:TagServerCertificate'],
  ['user', 'iam:TagUser'],
])

/** Names that services have for the action that sets tags. None has all of them; a policy that names one which doesn't exist gets a finding of its own. */
const usualNames =
  'AddTags AddTagsToResource AddTagsToStream AddTagsToVault ChangeTagsForResource CreateOrUpdateTags CreateTags Tag TagCertificateAuthority ' +
  'TagLogGroup TagQueue TagResource UpdateTagsForResource'

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/tagging-and-policies.html, https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging-enable-abac.html */
const objectTaggers = actions('s3', 'PutObjectTagging PutObjectVersionTagging ReplicateTags')
const bucketTaggers = actions('s3', 'PutBucketTagging TagResource')

/** Systems Manager tags the machines that it manages; CodeBuild sets tags with each update. https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-using-tags.html */
const otherTaggers: Readonly<Record<string, readonly string[]>> = {
  codebuild: actions('codebuild', 'UpdateProject UpdateReportGroup'),
  ec2: ['ssm:AddTagsToResource'],
  ecs: ['ssm:AddTagsToResource'],
}

function namesFor(form: string): readonly string[] {
  const [service = ''] = form.split(':')
  if (service === 'iam') return [iamTaggers.get(/^iam::\*:([a-z-]+)\//.exec(form)?.[1] ?? '') ?? []].flat()
  if (service === 's3') return /:::\*\/|\/object\//.test(form) ? objectTaggers : bucketTaggers
  return [...actions(service, usualNames), ...(Object.hasOwn(otherTaggers, service) ? (otherTaggers[service] ?? []) : [])]
}

/** The actions that set the tags of the resources of a form. */
export function taggersOf(form: string, { keyName }: Pick<TagLimit, 'keyName'>): readonly Tagger[] {
  if (keyName.startsWith('s3:buckettag/')) return bucketTaggers.map((action) => ({ action, form: 's3:::*', isOnSameArn: false }))
  if (form.startsWith('apigateway:')) {
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-tagging-iam-policy.html
    return ['apigateway:POST', 'apigateway:PUT'].map((action) => ({ action, form: 'apigateway:*::/tags/*', isOnSameArn: false }))
  }
  return namesFor(form).map((action) => ({ action, form, isOnSameArn: true }))
}

function isForbidden(denials: readonly RoleStatement[], resource: string, limit: TagLimit): boolean {
  return denials.some(
    (denial) =>
      denial.isConditional &&
      denial.view.conditions.every((condition) => forbidsTag(condition, limit)) &&
      afterDenial([resource], denial).length === 0,
  )
}

/** The resources that the role may give the tag to. */
function taggable(subject: PermissionsSubject, { action, form }: Tagger, limit: TagLimit): readonly string[] {
  const denials = denialsOf(subject, action)
  return roleStatements(subject)
    .allows.filter((allow) => isAbout(allow, action) && allow.view.conditions.every((condition) => permitsTag(condition, limit)))
    .flatMap((allow) => allowedResources(allow, denials))
    .filter((resource) => isOfForm(resource, form) && !isForbidden(denials, resource, limit))
}

const narrower = (left: string, right: string): string => (coversPattern(right, left) ? left : right)

/**
 * The resources that a condition on a tag doesn't keep from an action, since the role can set the tag first.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html
 */
export function reachedByTagging(
  subject: PermissionsSubject,
  action: string,
  resources: readonly string[],
  limit: TagLimit,
): readonly string[] {
  const [prefix = ''] = action.split(':')
  const forms = arnsOf(action, subject.context.knowledge) ?? [`${prefix}:*:*:*`]
  return forms.flatMap((form) => {
    const ofForm = resources.filter((resource) => isOfForm(resource, form))
    return taggersOf(form, limit).flatMap((tagger) => {
      const tagged = taggable(subject, tagger, limit)
      if (!tagger.isOnSameArn) return tagged.length === 0 ? [] : ofForm
      return ofForm.flatMap((resource) => tagged.filter((other) => patternsMeet(resource, other)).map((other) => narrower(resource, other)))
    })
  })
}
