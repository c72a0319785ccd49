import { iamGuide, type Match, rule } from '#core/policy/form/rule.ts'
import { messages } from '#core/text/messages.ts'
import { actions } from './action-list.ts'
import { isBroadFor, isOfForm } from './action-resources.ts'
import { afterDenial, denialsOf } from './allowed-resources.ts'
import { type Danger, dangerRule } from './danger.ts'
import { allGrants } from './grant.ts'
import type { PermissionsRule, PermissionsSubject } from './permissions-rule.ts'
import { arnFields } from './resource-breadth.ts'

/**
 * What changes IAM, without tagging, service-linked roles (AWS writes their policies) and PassRole (a rule of its own).
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
export const iamWrite: Danger = {
  anywhere: actions(
    'iam',
    `AcceptDelegationRequest AddClientIDToOpenIDConnectProvider AddRoleToInstanceProfile AddUserToGroup AssociateDelegationRequest AttachGroupPolicy
    AttachRolePolicy AttachUserPolicy ChangePassword CreateAccessKey CreateAccountAlias CreateDelegationRequest CreateGroup CreateInstanceProfile
    CreateLoginProfile CreateOpenIDConnectProvider CreatePolicy CreatePolicyVersion CreateRole CreateSAMLProvider
    CreateServiceSpecificCredential CreateUser CreateVirtualMFADevice DeactivateMFADevice DeleteAccessKey DeleteAccountAlias
    DeleteAccountPasswordPolicy DeleteCloudFrontPublicKey DeleteGroup DeleteGroupPolicy DeleteInstanceProfile DeleteLoginProfile
    DeleteOpenIDConnectProvider DeletePolicy DeletePolicyVersion DeleteRole DeleteRolePermissionsBoundary DeleteRolePolicy DeleteSAMLProvider
    DeleteSSHPublicKey DeleteServerCertificate DeleteServiceSpecificCredential DeleteSigningCertificate DeleteUser
    DeleteUserPermissionsBoundary DeleteUserPolicy DeleteVirtualMFADevice DetachGroupPolicy DetachRolePolicy DetachUserPolicy
    DisableOrganizationsRootCredentialsManagement DisableOrganizationsRootSessions DisableOutboundWebIdentityFederation EnableMFADevice
    EnableOrganizationsRootCredentialsManagement EnableOrganizationsRootSessions EnableOutboundWebIdentityFederation PutAccountProperties
    PutGroupPolicy PutRolePermissionsBoundary PutRolePolicy PutUserPermissionsBoundary PutUserPolicy RejectDelegationRequest
    RemoveClientIDFromOpenIDConnectProvider RemoveRoleFromInstanceProfile RemoveUserFromGroup ResetServiceSpecificCredential ResyncMFADevice
    SendDelegationToken SetDefaultPolicyVersion SetSTSRegionalEndpointStatus SetSecurityTokenServicePreferences UpdateAccessKey
    UpdateAccountEmailAddress UpdateAccountName UpdateAccountPasswordPolicy UpdateAssumeRolePolicy UpdateCloudFrontPublicKey UpdateGroup
    UpdateLoginProfile UpdateOpenIDConnectProviderThumbprint UpdateRole UpdateRoleDescription UpdateSAMLProvider UpdateSSHPublicKey
    UpdateServerCertificate UpdateServiceSpecificCredential UpdateSigningCertificate UpdateUser UploadCloudFrontPublicKey UploadSSHPublicKey
    UploadServerCertificate UploadSigningCertificate`,
  ),
  onEverything: [],
  // A boundary, or the one policy that may be attached, bounds what can be taken.
  narrowedBy: [/^iam:permissionsboundary$/, /^iam:policyarn$/],
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const passRole: Danger = {
  anywhere: [],
  onEverything: ['iam:PassRole'],
  narrowedBy: [/^iam:passedtoservice$/, /^iam:associatedresourcearn$/],
}

/** The paths of https://github.com/RhinoSecurityLabs/AWS-IAM-Privilege-Escalation that need one action. */
export const privilegeEscalation: Danger = {
  anywhere: actions(
    'iam',
    `AddUserToGroup AttachGroupPolicy AttachRolePolicy AttachUserPolicy CreateAccessKey CreateLoginProfile CreatePolicyVersion
    DeleteRolePermissionsBoundary DeleteUserPermissionsBoundary PutGroupPolicy PutRolePermissionsBoundary PutRolePolicy
    PutUserPermissionsBoundary PutUserPolicy SetDefaultPolicyVersion UpdateAssumeRolePolicy UpdateLoginProfile`,
  ),
  onEverything: [
    ...actions('lambda', 'UpdateFunctionCode UpdateFunctionConfiguration'),
    'glue:UpdateDevEndpoint',
    ...actions('ssm', 'SendCommand StartSession'),
  ],
  narrowedBy: [/^iam:permissionsboundary$/, /^iam:policyarn$/],
}

/** Tags decide what policies with conditions on them allow. https://docs.aws.amazon.com/IAM/latest/UserGuide/introduction_attribute-based-access-control.html */
export const identityTags: Danger = { anywhere: [], onEverything: actions('iam', 'TagRole TagUser UntagRole UntagUser') }

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-api.html */
export const anyRole: Danger = { anywhere: [], onEverything: ['sts:AssumeRole'] }

/** Calls that return credentials, without the token of a container registry, which reaches what other actions allow. https://github.com/salesforce/cloudsplaining and https://github.com/duo-labs/parliament keep such lists. */
export const credentials: Danger = {
  anywhere: [
    'chime:CreateApiKey',
    'cloud9:CreateEnvironmentToken',
    'codeartifact:GetAuthorizationToken',
    ...actions('cognito-identity', 'GetCredentialsForIdentity GetOpenIdToken GetOpenIdTokenForDeveloperIdentity'),
    'connect:GetFederationToken',
    'ec2:GetPasswordData',
    'gamelift:RequestUploadCredentials',
    ...actions('iam', 'CreateAccessKey CreateLoginProfile CreateServiceSpecificCredential ResetServiceSpecificCredential UpdateAccessKey'),
    ...actions('lightsail', 'DownloadDefaultKeyPair GetInstanceAccessDetails GetRelationalDatabaseMasterUserPassword'),
    'snowball:GetJobUnlockCode',
    'storagegateway:DescribeChapCredentials',
    ...actions('sts', 'AssumeRoleWithSAML AssumeRoleWithWebIdentity GetFederationToken GetSessionToken'),
  ],
  // On a database that the policy names these are how a program signs in.
  onEverything: [
    'rds-db:connect',
    ...actions('redshift', 'GetClusterCredentials GetClusterCredentialsWithIAM'),
    'redshift-serverless:GetCredentials',
  ],
}

export const pp05Messages = messages('PP05', {
  title: 'IAM can be changed',
  what: '`iam:*`, or any IAM action that changes something.',
  why: 'Anyone who can change IAM can grant themselves everything else and take over the account.',
  todo: 'Remove it. If the application must create roles, let it do so only with a permissions boundary that you own (`iam:PermissionsBoundary` as condition).',
  found: (words: string) => `${words} changes IAM, which can be used to take over the account. Remove it.`,
})

export const pp05IamWrite = dangerRule(pp05Messages, 'critical', iamGuide('access_policies_boundaries.html'), iamWrite)

export const pp06Messages = messages('PP06', {
  title: 'Any role can be passed',
  what: '`iam:PassRole` on all roles.',
  why: 'It lets the vendor pass any role in the account, even an administrator’s, to a service that acts with it.',
  todo: 'Name the role in `Resource`, and the service in a condition on `iam:PassedToService`.',
  found: (words: string) =>
    `${words} on all roles lets any role be handed to a service. Name the role, and the service in iam:PassedToService.`,
})

export const pp06PassAnyRole = dangerRule(pp06Messages, 'high', iamGuide('id_roles_use_passrole.html'), passRole)

export const pp07Messages = messages('PP07', {
  title: 'One call to more permissions',
  what: 'Actions that alone lead to full access to the account, such as `iam:CreatePolicyVersion` or `ssm:SendCommand` on everything.',
  why: 'With this one call, the vendor can get permissions that you didn’t grant.',
  todo: 'Remove the action, or limit it to resources where it grants nothing more than the policy does.',
  found: (words: string) => `${words} is enough to get more permissions than this policy grants. Remove it, or limit its resources.`,
})

export const pp07PrivilegeEscalation = dangerRule(
  pp07Messages,
  'critical',
  'https://github.com/RhinoSecurityLabs/AWS-IAM-Privilege-Escalation',
  privilegeEscalation,
)

export const pp09Messages = messages('PP09', {
  title: 'Any role can be assumed',
  what: '`sts:AssumeRole` on all roles.',
  why: 'The role could assume any other role that trusts the account, including roles in other accounts.',
  todo: 'Name the roles, or remove it. The vendor needs no `sts:AssumeRole` inside your account to use this role.',
  found: (words: string) => `${words} on all roles lets this role assume any other that trusts the account. Name the roles, or remove it.`,
})

export const pp09AssumeAnyRole = dangerRule(pp09Messages, 'high', iamGuide('id_roles_use_permissions-to-switch.html'), anyRole)

export const pp13Messages = messages('PP13', {
  title: 'Credentials are handed out',
  what: 'Actions that return credentials or tokens.',
  why: 'Credentials outlive the session that got them, and can be used outside it.',
  todo: 'Remove the action unless the application exists for it. Name the resource where possible.',
  found: (words: string) => `${words} returns credentials. Remove it unless the application exists for it.`,
})

export const pp13Credentials = dangerRule(pp13Messages, 'high', 'https://github.com/salesforce/cloudsplaining', credentials)

export const pp34Messages = messages('PP34', {
  title: 'Tags of any role or user can be changed',
  what: '`iam:TagRole`, `iam:TagUser` or their opposites on all resources.',
  why: 'Policies can allow by tag. Anyone who can set the tags of a role or user can meet such a policy.',
  todo: 'Name the roles that the application creates, or allow tagging only while it creates them.',
  found: (words: string) => `${words} on all resources changes what policies with tag conditions allow. Name the roles or users.`,
})

export const pp34IdentityTags = dangerRule(
  pp34Messages,
  'medium',
  iamGuide('introduction_attribute-based-access-control.html'),
  identityTags,
)

export const pp35Messages = messages('PP35', {
  title: 'An administrator’s role can be assumed',
  what: '`sts:AssumeRole` on a role that AWS creates for administrators, such as `OrganizationAccountAccessRole`, or on a pattern that includes one.',
  why: 'This role has full access to a member account, so the vendor gets it too.',
  todo: 'Remove it, and give the vendor a role of its own in each account.',
  found: (text: string, resource: string) => `${text} on ${resource} gives full access to that account. Remove it.`,
  included: (text: string, resource: string, role: string) =>
    `${text} on ${resource} also allows ${role}, which has full access to its account. Name the roles.`,
})

/**
 * Each trusts a whole account. The roles of IAM Identity Center are not among them: they trust its SAML provider alone.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access.html,
 * https://docs.aws.amazon.com/controltower/latest/userguide/roles-how.html,
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html
 */
const administratorRoles = ['OrganizationAccountAccessRole', 'AWSControlTowerExecution', 'AWSCloudFormationStackSetExecutionRole']

const assuming = 'sts:AssumeRole'

/** The roles of administrators that a resource stands for and that no Deny takes back. Another rule reports all roles. */
function administratorsIn(subject: PermissionsSubject, resource: string): readonly string[] {
  if (isBroadFor(assuming, resource, subject.context.knowledge)) return []
  const { partition = '*', account = '*' } = arnFields(resource) ?? {}
  const denials = denialsOf(subject, assuming).filter(({ isConditional }) => !isConditional)
  return administratorRoles.filter(
    (name) =>
      isOfForm(resource, `iam::*:role/${name}`) &&
      denials.reduce(afterDenial, [`arn:${partition}:iam::${account}:role/${name}`]).length > 0,
  )
}

export const pp35AdministratorRole: PermissionsRule = rule(
  pp35Messages,
  'critical',
  'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access.html',
  (subject) =>
    allGrants(subject, assuming).flatMap(({ isHere, pattern, reached }): readonly Match[] => {
      const [found] = reached().flatMap((resource) => administratorsIn(subject, resource).map((name) => ({ resource, name })))
      if (!isHere || pattern === null || found === undefined) return []
      const { resource, name } = found
      const isNamed = resource.endsWith(`:role/${name}`)
      return [
        {
          message: (language) => {
            const texts = pp35Messages.in(language)
            return isNamed ? texts.found(pattern.text, resource) : texts.included(pattern.text, resource, name)
          },
          path: pattern.path,
        },
      ]
    }),
)
