import { actions, type Danger } from './danger.ts'

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

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-api.html */
export const anyRole: Danger = { anywhere: [], onEverything: ['sts:AssumeRole'] }

/** Calls that return credentials. https://github.com/salesforce/cloudsplaining and https://github.com/duo-labs/parliament keep such lists. */
export const credentials: Danger = {
  anywhere: [
    'chime:CreateApiKey',
    'cloud9:CreateEnvironmentToken',
    'codeartifact:GetAuthorizationToken',
    ...actions('cognito-identity', 'GetCredentialsForIdentity GetOpenIdToken GetOpenIdTokenForDeveloperIdentity'),
    'connect:GetFederationToken',
    'ec2:GetPasswordData',
    ...actions('ecr', 'GetAuthorizationToken'),
    ...actions('ecr-public', 'GetAuthorizationToken'),
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
