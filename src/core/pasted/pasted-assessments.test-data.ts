import type { PastedCase } from './pasted-answers.test-data.ts'

const finding = (change: object): string =>
  JSON.stringify({
    id: '0d6b2c1e-55aa',
    principal: { AWS: '111122223333' },
    action: ['sts:AssumeRole'],
    resource: 'arn:aws:iam::444455556666:role/PixelworksAccess',
    resourceType: 'AWS::IAM::Role',
    isPublic: false,
    condition: { 'sts:ExternalId': 'RIGHT' },
    status: 'ACTIVE',
    resourceOwnerAccount: '444455556666',
    ...change,
  })

const simulated = (...results: readonly object[]): string =>
  JSON.stringify({
    EvaluationResults: results.map((result) => ({ MatchedStatements: [], MissingContextValues: [], ...result })),
    IsTruncated: false,
  })

const sent = (other: object, change: object = {}): string =>
  JSON.stringify({
    Findings: [
      {
        SchemaVersion: '2018-10-08',
        Id: 'arn:aws:access-analyzer:us-east-1:444455556666:analyzer/account/arn:aws:iam::444455556666:role/PixelworksAccess',
        ProductName: 'IAM Access Analyzer',
        Title: 'AWS::IAM::Role/arn:aws:iam::444455556666:role/PixelworksAccess/ allows cross-account access',
        RecordState: 'ACTIVE',
        Resources: [{ Type: 'AwsIamRole', Id: 'arn:aws:iam::444455556666:role/PixelworksAccess', Details: { Other: other } }],
        ...change,
      },
    ],
  })

const trust = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'sts:AssumeRole',
      Condition: {
        StringEquals: { 'sts:ExternalId': 'RIGHT' },
        ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/PixelworksApplication' },
      },
    },
  ],
}
const open = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'sts:AssumeRole' }],
}
const indented = (value: unknown, by: string): string =>
  JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) => by + line)
    .join('\n')

/** Findings of IAM Access Analyzer, results of the policy simulator, and reports of scanners. */
export const assessments: readonly PastedCase[] = [
  ['get-finding', `{"finding": ${finding({})}}`, 'finding-expected'],
  [
    'get-finding-v2',
    JSON.stringify({
      id: '7f',
      resource: 'arn:aws:iam::444455556666:role/PixelworksAccess',
      resourceType: 'AWS::IAM::Role',
      status: 'ACTIVE',
      findingType: 'ExternalAccess',
      findingDetails: [
        {
          externalAccessDetails: {
            action: ['sts:AssumeRole'],
            condition: { 'sts:ExternalId': 'RIGHT', 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/PixelworksApplication' },
            isPublic: false,
            principal: { AWS: '111122223333' },
          },
        },
      ],
    }),
    'finding-expected',
  ],
  [
    'a finding about another account',
    `{"findings": [${finding({ principal: { AWS: 'arn:aws:iam::777788889999:root' } })}]}`,
    'finding-other-account',
  ],
  ['a finding about everyone', `{"findings": [${finding({ principal: { AWS: '*' }, isPublic: true, condition: {} })}]}`, 'finding-public'],
  [
    'a finding with another external ID',
    `{"finding": ${finding({ condition: { 'sts:ExternalId': 'EDITED' } })}}`,
    'finding-other-external-id',
  ],
  [
    'a finding about a bucket',
    `{"finding": ${finding({ resource: 'arn:aws:s3:::acme-logs', resourceType: 'AWS::S3::Bucket', action: ['s3:GetObject'] })}}`,
    'finding-other-resource',
  ],
  ['a resolved finding', `{"finding": ${finding({ status: 'RESOLVED' })}}`, 'finding-resolved'],
  [
    'an event with a finding',
    JSON.stringify({
      version: '0',
      'detail-type': 'Access Analyzer Finding',
      source: 'aws.access-analyzer',
      account: '444455556666',
      resources: ['arn:aws:access-analyzer:us-east-1:444455556666:analyzer/account'],
      detail: JSON.parse(finding({ condition: { 'sts:ExternalId': 'k7Qm2vK9dRt4XwB8nZc5Hs2P' } })),
    }),
    'finding-expected',
  ],
  [
    'an unused role',
    JSON.stringify({
      findings: [
        {
          id: '9a',
          resource: 'arn:aws:iam::444455556666:role/PixelworksAccess',
          resourceType: 'AWS::IAM::Role',
          status: 'ACTIVE',
          findingType: 'UnusedIAMRole',
        },
      ],
    }),
    'finding-unused',
  ],
  [
    'a finding in Security Hub',
    sent({ 'External Principal Type': 'AWS', Condition: 'none', 'Action Granted': 'sts:AssumeRole', 'External Principal': '111122223333' }),
    'finding-without-external-id',
  ],
  [
    'a finding on the console',
    'Finding details\nFinding ID\n0d6b2c1e-55aa\nResource\narn:aws:iam::444455556666:role/PixelworksAccess\nResource owner account\n444455556666\nExternal principal\n111122223333 (AWS account)\nCondition\nsts:ExternalId\nRIGHT\nAccess level\nWrite\nsts:AssumeRole\nStatus\nActive',
    'finding-expected',
  ],
  [
    'a trust policy that was validated as another type',
    '{"findings":[{"findingDetails":"Add a Resource or NotResource element to the policy statement.","findingType":"ERROR","issueCode":"MISSING_RESOURCE","learnMoreLink":"https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html","locations":[{"path":[{"value":"Statement"},{"index":0}]}]}]}',
    'policy-issue-type',
  ],
  [
    'an error in a policy',
    '{"findings":[{"findingDetails":"The action s3:GetObjects does not exist.","findingType":"ERROR","issueCode":"INVALID_ACTION","learnMoreLink":"x","locations":[]}]}',
    'policy-issue-error',
  ],
  [
    'a warning about a policy',
    '{"findings":[{"findingDetails":"Using a wildcard in the resource can be overly permissive.","findingType":"WARNING","issueCode":"CREATE_SLR_WITH_STAR_IN_RESOURCE","learnMoreLink":"x","locations":[]}]}',
    'policy-issue-warning',
  ],
  [
    'a simulation without resources',
    simulated({ EvalActionName: 's3:GetObject', EvalResourceName: '*', EvalDecision: 'implicitDeny' }),
    'simulation-other-resource',
  ],
  [
    'a simulation of what was requested',
    simulated(
      { EvalActionName: 's3:GetObject', EvalResourceName: 'arn:aws:s3:::acme-uploads/a.jpg', EvalDecision: 'allowed' },
      { EvalActionName: 's3:ListBucket', EvalResourceName: 'arn:aws:s3:::acme-uploads', EvalDecision: 'allowed' },
    ),
    'simulation-allowed',
  ],
  [
    'a simulation that an SCP denies',
    simulated({
      EvalActionName: 's3:GetObject',
      EvalResourceName: 'arn:aws:s3:::acme-uploads/a.jpg',
      EvalDecision: 'implicitDeny',
      OrganizationsDecisionDetail: { AllowedByOrganizations: false },
    }),
    'simulation-organization',
  ],
  [
    'a simulation that a boundary denies',
    simulated({
      EvalActionName: 's3:ListBucket',
      EvalResourceName: 'arn:aws:s3:::acme-uploads',
      EvalDecision: 'implicitDeny',
      PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
    }),
    'simulation-boundary',
  ],
  [
    'a simulation with a Deny',
    simulated({
      EvalActionName: 's3:GetObject',
      EvalResourceName: 'arn:aws:s3:::acme-uploads/a.jpg',
      EvalDecision: 'explicitDeny',
      MatchedStatements: [{ SourcePolicyId: 'DenyAll', SourcePolicyType: 'IAM Policy' }],
    }),
    'simulation-denied',
  ],
  [
    'a simulation of an action that wasn’t requested',
    simulated({ EvalActionName: 's3:DeleteObject', EvalResourceName: 'arn:aws:s3:::acme-uploads/a.jpg', EvalDecision: 'implicitDeny' }),
    'simulation-not-requested',
  ],
  [
    'a simulation that allows more',
    simulated({ EvalActionName: 's3:DeleteObject', EvalResourceName: 'arn:aws:s3:::acme-uploads/a.jpg', EvalDecision: 'allowed' }),
    'simulation-further',
  ],
  [
    'the console of the policy simulator',
    'Policy Simulator\nAction Settings and Results [2 actions selected. 0 actions not simulated. 1 actions allowed. 1 actions denied.]\nService\tAction\tResource Type\tSimulation Resource\tPermission\nAmazon S3\tGetObject\tobject\tarn:aws:s3:::acme-uploads/*\tdenied Implicitly denied (no matching statements).\nAmazon S3\tListBucket\tbucket\tarn:aws:s3:::acme-uploads\tallowed 1 matching statements.',
    'simulation-not-allowed',
  ],
  [
    'a simulation as text',
    '$ aws iam simulate-principal-policy --policy-source-arn arn:aws:iam::444455556666:role/PixelworksAccess --action-names s3:GetObject --query "EvaluationResults[].[EvalActionName,EvalDecision]" --output text\ns3:GetObject\timplicitDeny',
    'simulation-other-resource',
  ],
  [
    'Checkov and an account as the principal',
    'Check: CKV_AWS_61: "Ensure AWS IAM policy does not allow assume role permission across all services"\n\tFAILED for resource: aws_iam_role.pixelworks\n\tFile: /iam.tf:1-20\n\tGuide: https://docs.prismacloud.io/en/enterprise-edition/policy-reference/aws-policies/aws-iam-policies/bc-aws-iam-45',
    'scan-cross-account',
  ],
  [
    'Checkov with passed checks as well',
    'Passed checks: 12, Failed checks: 1, Skipped checks: 0\n\nCheck: CKV_AWS_60: "Ensure IAM role allows only specific services or principals to assume it"\n\tPASSED for resource: aws_iam_role.pixelworks\n\tFile: /main.tf:1-22\nCheck: CKV_AWS_355: "Ensure no IAM policies documents allow "*" as a statement\'s resource for restrictable actions"\n\tFAILED for resource: aws_iam_role_policy.pixelworks\n\tFile: /main.tf:24-40',
    'scan-wildcard',
  ],
  [
    'Trivy and the objects of the bucket',
    "main.tf (terraform)\n\nTests: 2 (SUCCESSES: 1, FAILURES: 1)\nFailures: 1 (HIGH: 1, CRITICAL: 0)\n\nAVD-AWS-0057 (HIGH): IAM policy document uses sensitive action 's3:GetObject' on wildcarded resource 'arn:aws:s3:::acme-uploads/*'\n════════\nYou should use the principle of least privilege when defining your IAM policies.",
    'scan-wildcard-requested',
  ],
  [
    'tfsec and all buckets',
    "Result #1 HIGH IAM policy document uses sensitive action 's3:GetObject' on wildcarded resource '*' \n──────\n  main.tf:31\n──────\n          ID aws-iam-no-policy-wildcards\n      Impact Overly permissive policies may grant access to sensitive resources",
    'scan-wildcard',
  ],
  [
    'cfn_nag and the name of the role',
    '------------------------------------------------------------\npixelworks.yaml\n------------------------------------------------------------------------------------------------------------------------\n| WARN W28\n|\n| Resource: ["PixelworksRole"]\n| Line Numbers: [14]\n|\n| Resource found with an explicit name, this disallows updates that require replacement of this resource\n\nFailures count: 0\nWarnings count: 1',
    'scan-role-name',
  ],
  [
    'cdk-nag and a wildcard that was requested',
    '[Error at /PixelStack/Role/DefaultPolicy/Resource] AwsSolutions-IAM5[Resource::arn:aws:s3:::acme-uploads/*]: The IAM entity contains wildcard permissions and does not have a cdk-nag rule suppression with evidence for those permission.',
    'scan-wildcard-requested',
  ],
  [
    'Prowler and a confused deputy',
    'FAIL,iam_role_cross_service_confused_deputy_prevention,Ensure IAM Service Roles prevents against a cross-service confused deputy attack,iam,us-east-1,high,arn:aws:iam::444455556666:role/PixelworksAccess,IAM Service Role PixelworksAccess does not prevent against a cross-service confused deputy attack.',
    'scan-service-trust',
  ],
  [
    'ScoutSuite and the external ID',
    'ScoutSuite report 444455556666\nCross-account AssumeRole policy lacks external ID and MFA\nRole: PixelworksAccess\nPrincipal: arn:aws:iam::111122223333:root',
    'scan-no-external-id',
  ],
  [
    'Security Hub and full access',
    JSON.stringify({
      Findings: [
        {
          SchemaVersion: '2018-10-08',
          Title: 'IAM policies should not allow full "*" administrative privileges',
          GeneratorId: 'security-control/IAM.1',
          Compliance: { Status: 'FAILED' },
          Resources: [{ Type: 'AwsIamPolicy', Id: 'arn:aws:iam::444455556666:policy/PixelworksPolicy' }],
        },
      ],
    }),
    'scan-full-access',
  ],
  [
    'AWS Config and an inline policy',
    'Rule: iam-no-inline-policy-check\nCompliance: NON_COMPLIANT\nResource type: AWS::IAM::Role\nResource: PixelworksAccess\nAnnotation: This IAM role has inline policies.',
    'scan-inline-policy',
  ],
  [
    'Prowler and another role',
    'FAIL! us-east-1: iam_role_administratoraccess_policy IAM Role arn:aws:iam::444455556666:role/Jenkins has AdministratorAccess policy attached',
    'scan-other-role',
  ],

  [
    'warnings of a policy engine',
    "2026-11-24 16:29:18,912: custodian.iamaccess:WARNING no handler:handle_sts_externalid op:StringEquals key:sts:externalid values:('RIGHT',)\n2026-11-24 16:29:18,913: custodian.iamaccess:WARNING no handler:handle_sts_externalid op:StringEquals key:sts:externalid values:('RIGHT',)",
    'unreadable',
  ],
  [
    'a log forwarder',
    '[2026/11/26 19:18:24] [debug] [aws_client] sts.us-east-2.amazonaws.com: http_do=0, HTTP Status: 403\n[2026/11/26 19:18:24] [error] [aws_credentials] STS assume role request failed\n<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">\n  <Error>\n    <Type>Sender</Type>\n    <Code>AccessDenied</Code>\n    <Message>User: arn:aws:sts::777788889999:assumed-role/fluent/1716 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess</Message>\n  </Error>\n</ErrorResponse>',
    'caller-is-not-vendor',
  ],
  [
    'an SDK for Ruby in a log',
    '[2026-11-20T07:18:46,508][ERROR][logstash.inputs.s3][main] Unable to list objects in bucket {:exception=>Aws::S3::Errors::AccessDenied, :message=>"Access Denied", :backtrace=>["/usr/share/logstash/vendor/bundle/jruby/raise_response_errors.rb:15:in `call\'"]}',
    'storage-denied',
  ],
  [
    'a copy tool',
    '2026/11/16 18:07:17 DEBUG : 4 go routines active\n2026/11/16 18:07:17 Failed to ls: AccessDenied: Access Denied\n\tstatus code: 403, request id: 02NG406S, host id: U1qMBH=',
    'storage-denied',
  ],
  [
    'Ansible and an older SDK',
    'fatal: [localhost]: FAILED! => {"changed": true, "failed": true, "msg": "BotoServerError: 400 Bad Request\\n<ErrorResponse xmlns=\\"https://iam.amazonaws.com/doc/2010-05-08/\\">\\n  <Error>\\n    <Type>Sender</Type>\\n    <Code>MalformedPolicyDocument</Code>\\n    <Message>This policy contains invalid Json</Message>\\n  </Error>\\n  <RequestId>4ff6</RequestId>\\n</ErrorResponse>\\n"}',
    'policy-not-json',
  ],
  [
    'an instance profile',
    '│ Error: adding role pixel-vm to IAM Instance Profile (pixel-vm): adding IAM Role pixel-vm to Instance Profile pixel-vm: AccessDenied: User: arn:aws:iam::444455556666:user/dev is not authorized to perform: iam:PassRole on resource: arn:aws:iam::444455556666:role/pixel-vm because no identity-based policy allows the iam:PassRole action\n│   status code: 403, request id: 46bc',
    'terminal-not-authorized',
  ],
  [
    'a controller in a cluster',
    '{"level":"debug","ts":"2026-11-11T13:47:54.016Z","logger":"ackrt","msg":"<< rm.ReadOne","kind":"Role","namespace":"ns","name":"pixelworks","account":"444455556666","error":"AccessDenied: User: arn:aws:sts::444455556666:assumed-role/ACKControllerRole/1710 is not authorized to perform: iam:GetRole on resource: role PixelworksAccess because no identity-based policy allows the iam:GetRole action\\n\\tstatus code: 403, request id: 899d"}',
    'terminal-not-authorized',
  ],
  ['a copy of backups', 'Copy job failed. Both source and destination account must be a member of the same organization.', 'unreadable'],
  ['a backup service that is denied', 'Access Denied trying to call AWS Backup service', 'vendor-connection-failed'],
  [
    'KICS',
    'Cross-Account IAM Assume Role Policy Without ExternalId or MFA, Severity: HIGH, Results: 1\nDescription: Cross-Account IAM Assume Role Policy should require external ID or MFA to protect cross-account access\nPlatform: Terraform\n\n\t[1]: main.tf:4\n\n\t\t003:   name = "PixelworksAccess"\n\t\t004:   assume_role_policy = <<EOF\n\t\t005: {',
    'scan-no-external-id',
  ],
  [
    'a review of code',
    '⚠️ Potential issue | Major\n\nScope the cross-account trust to a specific role, not account root.\n\nUsing arn:aws:iam::111122223333:root is overly broad for a trust policy and weakens least privilege. Restrict Principal.AWS to the exact role ARN, and add a condition such as sts:ExternalId if this is third-party access.',
    'scan-cross-account',
  ],
  [
    'CloudSploit',
    'Category: IAM\nPlugin: Trusted Cross Account Roles\nResource: arn:aws:iam::444455556666:role/PixelworksAccess\nRegion: global\nStatus: FAIL\nMessage: Cross-account role :PixelworksAccess: contains these untrusted account ID(s): 111122223333',
    'scan-cross-account',
  ],
  [
    'another controller',
    'cannot run refresh: refresh failed: AccessDeniedException: User: arn:aws:sts::444455556666:assumed-role/provider-aws/1663 is not authorized to perform: events:ListTargetsByRule on resource: arn:aws:events:eu-west-1:444455556666:rule/pixel because no identity-based policy allows the events:ListTargetsByRule action status code: 400, request id: 895b: : File name: main.tf.json',
    'terminal-not-authorized',
  ],
  [
    'a manifest of ACK',
    `apiVersion: iam.services.k8s.aws/v1alpha1\nkind: Role\nmetadata:\n  name: pixelworks\nspec:\n  name: PixelworksAccess\n  description: Access for Pixelworks\n  assumeRolePolicyDocument: |-\n${indented(open, '    ')}\n`,
    'TP11',
  ],
  [
    'a manifest of Crossplane',
    `apiVersion: iam.aws.crossplane.io/v1beta1\nkind: Role\nmetadata:\n  name: PixelworksAccess\nspec:\n  forProvider:\n    assumeRolePolicyDocument: |\n${indented(trust, '      ')}\n  providerConfigRef:\n    name: default\n`,
    'as-planned',
  ],
  [
    'a task of Ansible',
    '- hosts: localhost\n  tasks:\n    - amazon.aws.iam_role:\n        name: PixelworksAccess\n        assume_role_policy_document: "{{ trust | to_json }}"\n        wait: true\n  vars:\n    trust:\n      Version: "2012-10-17"\n      Statement:\n        - Effect: Allow\n          Action: sts:AssumeRole\n          Principal:\n            AWS: arn:aws:iam::111122223333:root\n',
    'TP11',
  ],
  [
    'Powerpipe',
    'Benchmark: IAM perimeter\n\n+ IAM role trust policies should only grant access to trusted accounts ........ 1 / 4 [=]\n| \n| ALARM: PixelworksAccess contains 1 statement that allows untrusted accounts: 111122223333 ............ 444455556666\n| OK   : admin does not contain untrusted accounts',
    'scan-cross-account',
  ],
  [
    'Pulumi and a principal in a permissions policy',
    'Diagnostics:\n  aws:iam:RolePolicy (pixel):\n    error: 1 error occurred:\n    \t* putting IAM Role (PixelworksAccess) Policy (PixelworksAccess): operation error IAM: PutRolePolicy, https response error StatusCode: 400, RequestID: 1f, MalformedPolicyDocument: Policy document should not specify a principal.',
    'policy-trust-as-permissions',
  ],
  [
    'a result of AWS Config',
    JSON.stringify({
      EvaluationResults: [
        {
          EvaluationResultIdentifier: {
            EvaluationResultQualifier: {
              ConfigRuleName: 'iam-no-inline-policy-check',
              ResourceType: 'AWS::IAM::Role',
              ResourceId: 'AROAEXAMPLE',
            },
          },
          ComplianceType: 'NON_COMPLIANT',
        },
      ],
    }),
    'scan-inline-policy',
  ],
  [
    'services that were accessed last',
    JSON.stringify({
      JobStatus: 'COMPLETED',
      JobType: 'SERVICE_LEVEL',
      ServicesLastAccessed: [{ ServiceName: 'Amazon S3', ServiceNamespace: 's3', TotalAuthenticatedEntities: 0 }],
    }),
    'finding-unused',
  ],
  [
    'check-no-new-access',
    JSON.stringify({
      result: 'FAIL',
      message: 'The modified permissions grant new access compared to your existing policy.',
      reasons: [{ description: 'New access in the statement with index: 0.', statementIndex: 0 }],
    }),
    'policy-issue-warning',
  ],
  [
    'Prowler as OCSF',
    JSON.stringify([
      {
        metadata: { event_code: 'iam_inline_policy_allows_privilege_escalation', product: { name: 'Prowler' } },
        status_code: 'FAIL',
        status_detail: 'Inline policy of role PixelworksAccess allows privilege escalation.',
        resources: [{ uid: 'arn:aws:iam::444455556666:role/PixelworksAccess' }],
      },
    ]),
    'scan-full-access',
  ],
  [
    'SARIF',
    JSON.stringify({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Checkov' } },
          results: [
            {
              ruleId: 'CKV_AWS_61',
              level: 'error',
              message: { text: 'Ensure AWS IAM policy does not allow assume role permission across all services' },
            },
          ],
        },
      ],
    }),
    'scan-cross-account',
  ],
  [
    'a finding of threat detection',
    'GuardDuty finding\nUnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS\nCredentials for the role PixelworksAccess were used from an external IP address 198.51.100.7.',
    'scan-credentials-use',
  ],
  [
    'a policy engine that blocks a plan',
    'OPA policy check failed: deny: aws_iam_role.pixelworks trust policy allows external account 111122223333 which is not in the allow list',
    'scan-cross-account',
  ],
]

/** Reports of other tools, and of the console. */
export const toolReports: readonly PastedCase[] = [
  [
    'a suspended account of a stack set',
    JSON.stringify([
      {
        StackSetId: 'pixel:1',
        Region: 'us-east-1',
        Account: '444455556666',
        Status: 'OUTDATED',
        StatusReason:
          'This account is suspended. To remove this instance from the stack set, run DeleteStackInstances with the RetainStacks parameter.',
        StackInstanceStatus: { DetailedStatus: 'SKIPPED_SUSPENDED_ACCOUNT' },
        DriftStatus: 'NOT_CHECKED',
      },
    ]),
    'account-suspended',
  ],
  [
    'results of a stack set',
    JSON.stringify({
      Summaries: [
        {
          Account: '444455556666',
          Region: 'us-east-1',
          Status: 'FAILED',
          StatusReason:
            'User: arn:aws:sts::444455556666:assumed-role/stacksets-exec-49150fde/2fe0 is not authorized to perform: cloudformation:CreateStack on resource: arn:aws:cloudformation:us-east-1:444455556666:stack/StackSet-pixel-324d/*',
          AccountGateResult: { Status: 'SKIPPED', StatusReason: 'Insufficient permissions to invoke AWSCloudFormationStackSetAccountGate' },
        },
      ],
    }),
    'creation-stack-set-denied',
  ],
  [
    'a stack set that doesn’t exist',
    '[ERROR] Unable to launch in:pixelworks-role, REASON: An error occurred (StackSetNotFoundException) when calling the CreateStackInstances operation: StackSet pixelworks-role not found',
    'stack-set-absent',
  ],
  [
    'a session policy that isn’t JSON',
    "An error occurred (MalformedPolicyDocument) when calling the AssumeRole operation: Unexpected character ('i' (code 105)): expected a valid value (number, String, array, object, 'true', 'false' or 'null')\n at [Source: java.io.StringReader@52b5743d; line: 1, column: 2]",
    'call-malformed',
  ],
  [
    'an empty role of a function',
    "ClientError: An error occurred (ValidationException) when calling the UpdateFunctionConfiguration operation: 1 validation error detected: Value '' at 'role' failed to satisfy constraint: Member must satisfy regular expression pattern: arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+",
    'not-enough',
  ],
  [
    'the metadata of an instance',
    '{\n  "Code" : "AssumeRoleUnauthorizedAccess",\n  "Message" : "EC2 cannot assume the role testing-node-role.  Please see documentation at http://docs.amazonwebservices.com/IAM/latest/UserGuide/RolesTroubleshooting.html.",\n  "LastUpdated" : "2026-07-11T18:09:39Z"\n}',
    'call-of-service',
  ],
  [
    'a simulation that AWS rejects',
    'botocore.errorfactory.InvalidInputException: An error occurred (InvalidInput) when calling the SimulatePrincipalPolicy operation: Invalid Entity Arn: arn:aws:sts::444455556666:assumed-role/Admin/jo does not clearly define entity type and name.',
    'not-enough',
  ],
  [
    'a signature for another Region',
    "2026-10-02 20:05:15,970: c7n_org:ERROR unable to obtain credentials for account:awsrole:arn:aws:iam::444455556666:role/PixelworksAccess error:An error occurred (SignatureDoesNotMatch) when calling the AssumeRole operation: Credential should be scoped to a valid region, not 'us-east-2'.",
    'call-region-rejected',
  ],
  [
    'credentials of another partition',
    '{"timestamp": "2026-06-11 20:04:10,218", "filename": "aws_provider.py:872", "level": "CRITICAL", "module": "aws_provider", "message": "ClientError[855] -- An error occurred (InvalidClientTokenId) when calling the AssumeRole operation: The security token included in the request is invalid"}',
    'application-credentials',
  ],
  [
    'an API of a cost tool',
    '{"errors":[{"detail":"Unable to assume role with given ARN. Failed to assume role with ARN arn:aws:iam::444455556666:role/PixelworksAccess.","source":"authentication.credentials","status":400}]}',
    'vendor-denied',
  ],
  [
    'costs that an account can’t see',
    'An error occurred (AccessDeniedException) when calling the GetCostAndUsage operation: User not enabled for cost explorer access',
    'service-call-denied',
  ],
  [
    'a bucket for reports',
    'Error: creating Cost And Usage Report Definition (pixel): ValidationException: Failed to verify customer bucket permission. accountId: 444455556666, bucket name: acme-uploads',
    'vendor-bucket-failed',
  ],
  [
    'a role that Terraform doesn’t find',
    '╷\n│ Error: reading IAM Role (PixelworksAccess): couldn\'t find resource\n│ \n│   with data.aws_iam_role.pixelworks,\n│   on main.tf line 3, in data "aws_iam_role" "pixelworks":\n╵',
    'role-absent',
  ],
  [
    'a role that can’t be deleted',
    'An error occurred (DeleteConflict) when calling the DeleteRole operation: Cannot delete entity, must delete policies first.',
    'role-delete-conflict',
  ],
  [
    'the editor without a principal',
    'Edit trust policy\nSecurity: 0\nErrors: 1\nWarnings: 0\nSuggestions: 0\nLn 4, Col 8\nMissing Principal: Add a Principal element to the policy statement. Learn more',
    'policy-no-principal',
  ],
  [
    'the editor and an unknown action',
    'Modify permissions in PixelworksAccess\nSecurity: 0\nErrors: 1\nWarnings: 0\nSuggestions: 0\nLn 7, Col 16 Invalid Action: The action s3:GetObjects does not exist. Did you mean s3:GetObject? The API called GetObjects authorizes against the IAM action. Learn more',
    'policy-issue-error',
  ],
  [
    'a row of the list of roles',
    'Role name\tTrusted entities\tLast activity\nPixelworksAccess\tAccount: 111122223333\t5 minutes ago',
    'role-list-trusts',
  ],
  [
    'a policy of Terraform Cloud',
    'Sentinel Result: false\n\npixel-guardrails/restrict-iam-trust (hard-mandatory) - Result: false\n\nDescription: IAM roles must only trust approved AWS accounts\n\naws_iam_role.pixelworks: principal arn:aws:iam::111122223333:root is not in the list of approved accounts',
    'scan-cross-account',
  ],
  [
    'CloudFormation Guard',
    'pixelworks.yaml Status = FAIL\nFAILED rules\niam-rules.guard/IAM_NO_INLINE_POLICY_CHECK    FAIL\n---\nEvaluating data pixelworks.yaml against rules iam-rules.guard\nViolation: Inline policies are not allowed on IAM Users, Groups, or Roles.\nResource = PixelworksRole',
    'scan-inline-policy',
  ],
  [
    'a hook of CloudFormation',
    'PixelworksRole\nCREATE_FAILED\nThe following hook(s) failed: [Acme::IAM::TrustHook]\nHook failed with message: Roles must not trust accounts outside of the organization.',
    'stack-hook-failed',
  ],
  [
    'Datadog and the external ID',
    'Misconfiguration: IAM role with cross-account access should require an external ID\nSeverity: Medium\nStatus: Fail\nResource: aws_iam_role PixelworksAccess (444455556666)',
    'scan-no-external-id',
  ],
  [
    'a simulation as a table',
    '-------------------------------------------------------\n|               SimulatePrincipalPolicy               |\n+-----------------------+-----------------------------+\n|  IsTruncated          |  False                      |\n+-----------------------+-----------------------------+\n||                 EvaluationResults                 ||\n|+--------------------+------------------------------+|\n||  EvalActionName    |  s3:GetObject                ||\n||  EvalDecision      |  implicitDeny                ||\n||  EvalResourceName  |  arn:aws:s3:::acme-uploads/* ||\n|+--------------------+------------------------------+|',
    'simulation-not-allowed',
  ],
  [
    'a simulation as YAML',
    'EvaluationResults:\n- EvalActionName: s3:GetObject\n  EvalDecision: allowed\n  EvalResourceName: arn:aws:s3:::acme-uploads/a.jpg\n  MatchedStatements:\n  - SourcePolicyId: role_PixelworksAccess\n    SourcePolicyType: IAM Policy\n  MissingContextValues: []\n',
    'simulation-allowed',
  ],
  [
    'the state of an account',
    'Account status: Critical\nAccount 444455556666: access denied. Check that the IAM role ARN and the external ID are those of the setup page, and that the role still exists.',
    'vendor-connection-failed',
  ],

  ['any ID', finding({ condition: { 'sts:ExternalId': '*' } }), 'finding-without-external-id'],
  ['list of IDs', finding({ condition: { 'sts:ExternalId': '["RIGHT","other-1"]' } }), 'finding-expected'],
  [
    'app role as the principal',
    finding({ principal: { AWS: 'arn:aws:iam::111122223333:role/PixelworksApplication' } }),
    'finding-expected',
  ],
  [
    'console with the role as principal',
    'External principal\narn:aws:iam::111122223333:role/PixelworksApplication\nResource\narn:aws:iam::444455556666:role/PixelworksAccess\nCondition\n-\nStatus\nActive',
    'finding-without-external-id',
  ],
  [
    'simulated user',
    '$ aws iam simulate-principal-policy --policy-source-arn arn:aws:iam::444455556666:user/jo --action-names s3:GetObject\n' +
      JSON.stringify({
        EvaluationResults: [
          { EvalActionName: 's3:GetObject', EvalResourceName: 'arn:aws:s3:::acme-uploads/a', EvalDecision: 'implicitDeny' },
        ],
      }),
    'simulation-other-identity',
  ],
  [
    'Prowler rows',
    'PASS,iam_role_administratoraccess_policy,arn:aws:iam::444455556666:role/PixelworksAccess\nFAIL,iam_role_cross_service_confused_deputy_prevention,arn:aws:iam::444455556666:role/PixelworksAccess',
    'scan-service-trust',
  ],
  [
    'principal of the vendor',
    'Security finding: role PixelworksAccess can be assumed by the external account role arn:aws:iam::111122223333:role/PixelworksApplication',
    'scan-cross-account',
  ],
  [
    'Checkov with code',
    'Check: CKV_AWS_61: "Ensure AWS IAM policy does not allow assume role permission across all services"\n\tFAILED for resource: aws_iam_role.pixelworks\n\tFile: /iam.tf:1-16\n\n\t\t1  | resource "aws_iam_role" "pixelworks" {\n\t\t2  |   name = "PixelworksAccess"\n\t\t3  |   assume_role_policy = jsonencode({\n\t\t4  |     Version = "2012-10-17"\n\t\t5  |     Statement = [{\n\t\t6  |       Effect = "Allow"\n\t\t7  |       Action = "sts:AssumeRole"\n\t\t8  |       Principal = { AWS = "arn:aws:iam::111122223333:root" }\n\t\t9  |       Condition = { StringEquals = { "sts:ExternalId" = "RIGHT" }, ArnEquals = { "aws:PrincipalArn" = "arn:aws:iam::111122223333:role/PixelworksApplication" } }\n\t\t10 |     }]\n\t\t11 |   })\n\t\t12 | }\n',
    'scan-cross-account',
  ],
  [
    'Checkov with open code',
    'Check: CKV_AWS_61: "Ensure AWS IAM policy does not allow assume role permission across all services"\n\tFAILED for resource: aws_iam_role.pixelworks\n\tFile: /iam.tf:14-26\n\n\t\t14 | resource "aws_iam_role" "pixelworks" {\n\t\t15 |   name = "PixelworksAccess"\n\t\t16 |   assume_role_policy = jsonencode({\n\t\t17 |     Version = "2012-10-17"\n\t\t18 |     Statement = [{\n\t\t19 |       Effect = "Allow"\n\t\t20 |       Action = "sts:AssumeRole"\n\t\t21 |       Principal = { AWS = "arn:aws:iam::111122223333:root" }\n\t\t22 |     }]\n\t\t23 |   })\n\t\t24 | }\n',
    'TP11',
  ],
  [
    'vendor prose about security',
    'Security scan could not start: unable to assume role arn:aws:iam::444455556666:role/PixelworksAccess with the external ID you gave.',
    'vendor-denied',
  ],
  ['posture product disconnected', 'Wiz connector error: failed to connect to AWS account 444455556666', 'vendor-connection-failed'],
  ['Lacework integration error', 'Lacework integration status: Error. AccessDenied: external ID mismatch', 'vendor-names-trust'],
  ['an audit check of a vendor', 'Compliance check failed: We could not verify the external ID of the role.', 'vendor-names-trust'],
  [
    'Prowler without credentials',
    'prowler aws --role arn:aws:iam::444455556666:role/PixelworksAccess --external-id RIGHT\nCRITICAL: AWSAssumeRoleError[1012]: AWS assume role error - An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::777788889999:user/p is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'caller-is-not-vendor',
  ],
  [
    'posture product with a role',
    'Lacework cross-account role integration error: failed to connect to the account 444455556666',
    'vendor-connection-failed',
  ],
  [
    'a security product that cannot use the role',
    'Orca: We could not access your account. The third-party role is missing permissions: s3:GetObject',
    'vendor-lacks-permissions',
  ],
]
