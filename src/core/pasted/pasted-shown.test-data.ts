import type { PastedCase } from './pasted-answers.test-data.ts'

const policy = (principal: string, condition: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole', Condition: condition }],
  })

const vendorAccount = 'arn:aws:iam::111122223333:root'
const limit = { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/PixelworksApplication' } }
const right = policy(vendorAccount, { StringEquals: { 'sts:ExternalId': 'RIGHT' }, ...limit })
const edited = policy(vendorAccount, { StringEquals: { 'sts:ExternalId': 'EDITED' }, ...limit })
const deleted = policy('AROAEXAMPLEEXAMPLE123', { StringEquals: { 'sts:ExternalId': 'RIGHT' } })

const template = (externalId: string): string => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: PixelworksAccess
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              AWS: ${vendorAccount}
            Action: sts:AssumeRole
            Condition:
              StringEquals:
                sts:ExternalId: ${externalId}
              ArnEquals:
                aws:PrincipalArn: arn:aws:iam::111122223333:role/PixelworksApplication
`

const createRole = 'not authorized to perform: iam:CreateRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess'
const byDeveloper = `User: arn:aws:sts::444455556666:assumed-role/Developer/anna is ${createRole}`

/** Several policies of one role, of which the one that AWS shows decides. */
export const shownPolicies: readonly PastedCase[] = [
  ['a template and the unique ID that IAM shows', `We deploy this:\n\n${template('RIGHT')}\nIAM shows:\n\n${deleted}\n`, 'TP06'],
  ['a template and what became of it', `${template('RIGHT')}\nIn the console:\n\`\`\`\n${edited}\n\`\`\``, 'TP43'],
  ['a template and the policy that it should have', `${template('EDITED')}\nIt should be:\n\n${right}`, 'TP43'],
  ['a policy and the one that is wanted', `Now it is\n${edited}\n\nPixelworks says that it has to look like this:\n${right}`, 'TP43'],
  ['the expected policy before the real one', `Expected trust policy:\n${right}\n\nActual:\n${edited}`, 'TP43'],
  ['a policy and the German words for the one that is wanted', `Heute:\n${edited}\n\nSie sollte so aussehen:\n${right}`, 'TP43'],
  ['a policy that is said to be correct', `The trust policy, which should be correct:\n${edited}`, 'TP43'],
  ['a policy before and after a change', `Before:\n${right}\n\nAfter:\n${edited}`, 'TP43'],
  ['a policy that was changed', `I changed the trust policy to\n${right}`, 'as-planned'],
]

/** Failures of stacks and their calls that have no reason, or a part of one. */
export const unexplainedStacks: readonly PastedCase[] = [
  [
    'a deployment that was denied',
    'Error deploying stack acme-role: AccessDenied: User is not authorized to perform this operation',
    'creation-call-denied',
  ],
  [
    'a stack that was denied',
    '❌ AcmeRoleStack failed: AccessDenied: You are not authorized to perform this action',
    'creation-call-denied',
  ],
  ['a denial of no stack', 'Deploying the website failed: AccessDenied: Access denied', 'vendor-connection-failed'],
  [
    'a handler’s denial without a name',
    'Resource handler returned message: "Access Denied" (RequestToken: 1, HandlerErrorCode: AccessDenied)',
    'creation-call-denied',
  ],
  [
    'an older denial of CloudFormation',
    'CREATE_FAILED AWS::IAM::Role AcmeRole API: iam:CreateRole Access Denied',
    'creation-not-authorized',
  ],
  ['an older denial of another call', 'UPDATE_FAILED: API: logs:CreateLogGroup Access Denied', 'stack-call-denied'],
  [
    'a stack instance whose reason is cut off',
    "Error: waiting for Stack Instances: unexpected state 'FAILED'. last error: Account (444455556666), Region (eu-west-1), FAILED: ResourceLogicalId:Hook, ResourceType:Custom::Hook, ResourceStatusReason:Received response sta",
    'stack-instance-failed',
  ],
  [
    'a stack instance whose reason is known',
    'ResourceLogicalId:Role, ResourceType:AWS::IAM::Role, ResourceStatusReason:Role with name PixelworksAccess already exists.',
    'creation-role-exists',
  ],
  [
    'a stack set that a tool didn’t find',
    'Error: updating CloudFormation StackSet (acme-roles): StackSetNotFoundException: StackSet acme-roles:1f2e not found',
    'stack-set-absent',
  ],
  ['a stack that hangs', 'The stack hangs at the role for half an hour, and then it rolls back. We log in with SAML.', 'stack-rolled-back'],
  ['a stack of calls', 'Our call stack hangs somewhere in the login page since Monday, does anyone have an idea why?', 'unreadable'],
]

/** A person's own words about the boundary that new roles need. */
export const toldBoundaries: readonly PastedCase[] = [
  [
    'a boundary that all roles must have',
    `Every new role here must have a permissions boundary.\n${byDeveloper} with an explicit deny`,
    'creation-boundary-told',
  ],
  [
    'roles that need a boundary',
    `I can't create roles without a boundary.\n${byDeveloper} with an explicit deny in a service control policy`,
    'creation-boundary-told',
  ],
  [
    'a boundary in German',
    `Neue Rollen müssen eine Permissions Boundary haben.\n${byDeveloper} with an explicit deny`,
    'creation-boundary-told',
  ],
  [
    'a question about a boundary',
    `Do we need to set a permissions boundary?\n${byDeveloper} with an explicit deny`,
    'creation-not-authorized',
  ],
  ['a boundary that was set', `We set the required permissions boundary.\n${byDeveloper} with an explicit deny`, 'creation-not-authorized'],
  [
    'a boundary and a role that can’t be assumed',
    'All roles must have our boundary. Pixelworks: unable to assume the role',
    'vendor-denied',
  ],
  [
    'a boundary without an error',
    'We cannot create roles without a permissions boundary. The stack rolls back.',
    'creation-boundary-stated',
  ],
]

/** Values that the text shows next to what failed. */
export const shownValues: readonly PastedCase[] = [
  ['a condition in place of the external ID', policy(vendorAccount, { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }), 'TP32'],
  [
    'a block of Terraform in the wrong place',
    'terraform {\n  provider "aws" {\n    assume_role {\n      role_arn = "arn:aws:iam::444455556666:role/PixelworksAccess"\n    }\n  }\n}\n\n[INFO] No assume_role block read from configuration',
    'terraform-role-unread',
  ],
  ['such a line without a block', 'terraform plan\n2024/01/02 [INFO] No assume_role block read from configuration', 'unreadable'],
  [
    'such a line and an error',
    'assume_role {\n  role_arn = "arn:aws:iam::444455556666:role/PixelworksAccess"\n}\n[INFO] No assume_role block read from configuration\nError: error configuring S3 Backend: AccessDenied: Access Denied',
    'terraform-backend',
  ],
  [
    'a user whose account was removed',
    'MalformedPolicyDocument: Invalid principal in policy: "AWS":"arn:aws:iam:::user/anna"',
    'policy-principal-digits',
  ],
]
