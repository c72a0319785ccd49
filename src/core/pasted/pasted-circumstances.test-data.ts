/** Each with its name, the text, and the rule that comes first. */
export const circumstanceTexts: readonly (readonly [name: string, text: string, says: string])[] = [
  ['a status with two causes', 'Onboarding status: the role cannot be assumed, or a required permission is denied.', 'vendor-either-cause'],
  [
    'a role or its permissions after waiting',
    'Error: credential validation failed: please use a valid IAM role with permissions configured correctly\nwe waited 10 minutes, still the same',
    'vendor-either-cause',
  ],
  [
    'an action that is named',
    'Missing permission s3:GetObject on the bucket, check the trust policy or permissions',
    'vendor-lacks-permissions',
  ],
  ['two causes in German', 'Die Rolle kann nicht übernommen werden, oder ihr fehlt eine Berechtigung.', 'vendor-either-cause'],
  [
    'a role that works in the portal',
    'Failed to assume role on the account through the API. The portal works with the same role.',
    'vendor-denied',
  ],
  [
    'member accounts with a path',
    'Members are red: Invalid External ID or account not found in trusted entities\nThe management account is green: arn:aws:iam::444455556666:role/corp/Scan, the members have arn:aws:iam::<member>:role/corp/Scan-m',
    'call-works-for-some',
  ],
  [
    'one environment that works',
    'Unable to assume role arn:aws:iam::444455556666:role/PixelworksAccess. The dev account works.',
    'call-works-for-some',
  ],
  [
    'a program with the right settings',
    'sink.role.arn=arn:aws:iam::444455556666:role/PixelworksAccess\nsink.role.external.id=RIGHT\nfailed: the connector does not assume the role',
    'call-without-role',
  ],
  ['the values of a vendor', 'Principal: arn:aws:iam::111122223333:root\nExternal ID: RIGHT', 'values-match'],
  ['the values with another external ID', 'Principal: arn:aws:iam::111122223333:root\nExternal ID: EDITED', 'vendor-other-external-id'],
  [
    'an alert about an event',
    'Access denied on event CreateVolume in account 444455556666 by <N/A>\nEvent source: ec2.amazonaws.com',
    'event-denied',
  ],
  [
    'an alert with a caller',
    'CloudTrail alert: Unauthorized API call: DescribeInstances by arn:aws:sts::444455556666:assumed-role/DevOps/jane in us-east-1',
    'event-denied',
  ],
  ['an event without a denial', 'The event CreateVolume was recorded in the log.', 'unreadable'],
  [
    'an external ID left blank',
    'I left the External ID field blank when I created the role. Status: failed to validate credentials',
    'stated-id-empty',
  ],
  ['an external ID left blank in Japanese', '役割の名前: PixelworksAccess\n外部IDは空欄にしました', 'stated-id-empty'],
  ['an external ID left blank in Spanish', 'El ID externo lo dejé en blanco en el rol', 'stated-id-empty'],
  ['an external ID left blank in Korean', '외부 ID를 비워 두었습니다. 역할 PixelworksAccess', 'stated-id-empty'],
  [
    'a wrong external ID in German',
    'Anmeldung fehlgeschlagen. Die externe ID ist ungültig oder das Konto ist nicht vertrauenswürdig.',
    'vendor-names-trust',
  ],
  ['a wrong external ID in French', 'L’identifiant externe est invalide ou le compte AWS n’est pas approuvé', 'vendor-names-trust'],
  ['a wrong external ID in Portuguese', 'Falha na autenticação. O ID externo é inválido', 'vendor-names-trust'],
  ['a denied role in Spanish', 'No se pudo asumir el rol arn:aws:iam::444455556666:role/PixelworksAccess', 'vendor-denied'],
  ['a denied role in Italian', 'Impossibile assumere il ruolo IAM nell’account AWS', 'vendor-denied'],
  ['a denied role in Chinese', '无法担任角色 PixelworksAccess', 'vendor-denied'],
  ['a failed connection in Korean', 'AWS 계정 연결에 실패했습니다', 'vendor-connection-failed'],
  ['a question in German', 'Guten Tag, wie richte ich die Verbindung mit dem AWS-Konto ein?', 'unreadable'],
  [
    'a denied Vault',
    'Error making API request.\nURL: PUT https://vault.example.com/v1/auth/aws/login\nCode: 403. Errors:\n* permission denied',
    'unreadable',
  ],
  ['a broker', '[Producer clientId=p1] Connection to node -1 could not be established. Broker may not be available.', 'unreadable'],
  [
    'an account outside an organization',
    'Your account is not a member of an organization. (Service: AWSOrganizations; Status Code: 400; Error Code: AWSOrganizationsNotInUseException)',
    'organization-call-rejected',
  ],
  [
    'a finding on another role',
    'Security Hub finding HIGH: IAM role "billing-sync" has a cross-account trust without external ID',
    'scan-other-role',
  ],
  [
    'a finding within one account',
    'Cross-account AssumeRole policy lacks external ID\narn:aws:iam::4444555566:role/jobs\nThe role is in the same account.',
    'scan-one-account',
  ],
  [
    'a service role of CloudFormation without a stack event',
    'AWSCloudFormation is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::4****66:role/app-LambdaRole-1',
    'stack-call-denied',
  ],
  [
    'a trust policy that lets the vendor in next to a failure',
    'Could not validate the integration: Unexpected response\n{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"RIGHT"}}}]}',
    'failure-unexplained',
  ],
  [
    'a role that nobody can find',
    'Pixelworks is not authorized to perform action sts:AssumeRole Account affected: 444455556666\nI can’t find a role with that name in IAM.',
    'stated-role-absent',
  ],
  [
    'permissions that are there later',
    'Failed credentials validation checks: Delete Tags, Describe Instances, Describe Volumes, Request Spot Instances for the AWS account\nThe next apply works.',
    'call-worked-later',
  ],
]
