/**
 * What customers copy, in the ways in which it arrives: the role of the demo vendor with one fault, and what the doctor
 * must name first. `RIGHT` and `EDITED` stand for the external IDs.
 */
export type PastedCase = readonly [name: string, text: string, says: string]

const statement = (id: string): string =>
  `{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"${id}"},"ArnEquals":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/PixelworksApplication"}}}`
export const policy = (id: string): string => `{"Version":"2012-10-17","Statement":[${statement(id)}]}`
export const pretty = (json: string, indent = 4): string => JSON.stringify(JSON.parse(json), null, indent)
export const role = (id: string): string =>
  `{"Role":{"Path":"/","RoleName":"PixelworksAccess","RoleId":"AROA3XFRBF535EXAMPLE","Arn":"arn:aws:iam::444455556666:role/PixelworksAccess","CreateDate":"2026-11-22T08:00:00+00:00","AssumeRolePolicyDocument":${policy(id)},"Description":"","MaxSessionDuration":7200,"Tags":[{"Key":"CreatedFor","Value":"Pixelworks"}],"RoleLastUsed":{}}}`

const [right, edited] = ['RIGHT', 'EDITED']
const numbered = (text: string, between: string): string =>
  text
    .split('\n')
    .map((line, at) => `${at + 1}${between}${line}`)
    .join('\n')
const gutter = (text: string): string =>
  `${text
    .split('\n')
    .map((_, at) => at + 1)
    .join('\n')}\n${text}`

const table = (id: string): string => `------------------------------------------------------------------------------------------
|                                         GetRole                                        |
+----------------------------------------------------------------------------------------+
||                                         Role                                         ||
|+---------------------+----------------------------------------------------------------+|
||  Arn                |  arn:aws:iam::444455556666:role/PixelworksAccess               ||
||  CreateDate         |  2026-11-22T08:00:00+00:00                                     ||
||  Description        |                                                                ||
||  MaxSessionDuration |  7200                                                          ||
||  Path               |  /                                                             ||
||  RoleId             |  AROA3XFRBF535EXAMPLE                                          ||
||  RoleName           |  PixelworksAccess                                              ||
|+---------------------+----------------------------------------------------------------+|
|||                              AssumeRolePolicyDocument                              |||
||+----------------------------------+-------------------------------------------------+||
|||  Version                         |  2012-10-17                                     |||
||+----------------------------------+-------------------------------------------------+||
||||                                     Statement                                    ||||
|||+------------------------------------------+---------------------------------------+|||
||||                  Action                  |                Effect                 ||||
|||+------------------------------------------+---------------------------------------+|||
||||  sts:AssumeRole                          |  Allow                                ||||
|||+------------------------------------------+---------------------------------------+|||
|||||                                    Condition                                   |||||
||||+--------------------------------------------------------------------------------+||||
||||||                                   ArnEquals                                  ||||||
|||||+-------------------+----------------------------------------------------------+|||||
||||||  aws:PrincipalArn |  arn:aws:iam::111122223333:role/PixelworksApplication    ||||||
|||||+-------------------+----------------------------------------------------------+|||||
||||||                                 StringEquals                                 ||||||
|||||+---------------------------+--------------------------------------------------+|||||
||||||  sts:ExternalId           |  ${id.padEnd(46)}  ||||||
|||||+---------------------------+--------------------------------------------------+|||||
|||||                                    Principal                                   |||||
||||+------------+-------------------------------------------------------------------+||||
|||||  AWS       |  arn:aws:iam::111122223333:root                                   |||||
||||+------------+-------------------------------------------------------------------+||||
|||                                    RoleLastUsed                                    |||
||+------------------------+-----------------------------------------------------------+||
|||  Region                |  us-east-1                                                |||
||+------------------------+-----------------------------------------------------------+||
`

/** The second half of the value on a row of its own. */
const withWrappedCell = (text: string, id: string): string =>
  text.replace(/^(.*\|) {2}sts:ExternalId( +)\|.*$/m, (_, bars: string, blanks: string) =>
    [`  sts:ExternalId${blanks}|  ${id.slice(0, 12).padEnd(46)}  `, `${' '.repeat(16)}${blanks}|  ${id.slice(12).padEnd(46)}  `]
      .map((row) => `${bars}${row}${bars}`)
      .join('\n'),
  )

const textOutput = (id: string): string =>
  [
    'ROLE\tarn:aws:iam::444455556666:role/PixelworksAccess\t2026-11-22T08:00:00+00:00\t\t7200\t/\tAROA3XFRBF535EXAMPLE\tPixelworksAccess',
    'ASSUMEROLEPOLICYDOCUMENT\t2012-10-17',
    'STATEMENT\tsts:AssumeRole\tAllow',
    'ARNEQUALS\tarn:aws:iam::111122223333:role/PixelworksApplication',
    `STRINGEQUALS\t${id}`,
    'PRINCIPAL\tarn:aws:iam::111122223333:root',
    'TAGS\tCreatedFor\tPixelworks',
  ].join('\n')

const powerShell = (id: string): string => `PS C:\\Users\\ops> Get-IAMRole -RoleName PixelworksAccess

Arn                      : arn:aws:iam::444455556666:role/PixelworksAccess
AssumeRolePolicyDocument : ${encodeURIComponent(policy(id))}
CreateDate               : 11/22/2026 8:00:00 AM
Description              :
MaxSessionDuration       : 7200
Path                     : /
PermissionsBoundary      :
RoleId                   : AROA3XFRBF535EXAMPLE
RoleLastUsed             : Amazon.IdentityManagement.Model.RoleLastUsed
RoleName                 : PixelworksAccess
Tags                     : {Amazon.IdentityManagement.Model.Tag}

PS C:\\Users\\ops>`

const wrapped = (text: string, width: number): string => text.replace(new RegExp(`.{${width}}`, 'g'), '$&\n')

/** The same role in every form in which it can be shown. */
export const forms: readonly (readonly [name: string, text: (id: string) => string])[] = [
  ['JSON', (id) => pretty(role(id))],
  ['JSON on one line', role],
  [
    'a shell prompt before it',
    (id) => `[cloudshell-user@ip-10-1-2-3 ~]$ aws iam get-role --role-name PixelworksAccess\n${pretty(role(id))}`,
  ],
  [
    'prompt in a path, with braces',
    (id) => `ops@host:~/{infra}$ aws iam get-role --role-name PixelworksAccess \\\n> --output json\n${pretty(role(id))}\nops@host:~$`,
  ],
  [
    'PowerShell prompt',
    (id) => `PS C:\\> aws iam get-role --role-name PixelworksAccess\r\n${pretty(role(id)).replaceAll('\n', '\r\n')}\r\nPS C:\\>`,
  ],
  ['a fence of Markdown', (id) => `\`\`\`json\n${pretty(role(id))}\n\`\`\``],
  ['a mail that quotes it', (id) => pretty(role(id)).replace(/^/gm, '> ')],
  ['HTML escapes', (id) => pretty(role(id)).replaceAll('"', '&quot;')],
  ['numbered HTML escapes', (id) => pretty(role(id)).replaceAll('"', '&#34;')],
  ['curly quotes', (id) => pretty(role(id)).replace(/"([^"]*)"/g, '\u201c$1\u201d')],
  ['German quotes', (id) => pretty(role(id)).replace(/"([^"]*)"/g, '\u201e$1\u201c')],
  ['no-break spaces between', (id) => pretty(role(id)).replaceAll(': ', ':\u00a0')],
  ['zero-width spaces at the line ends', (id) => pretty(role(id)).replaceAll('\n', '\u200b\n')],
  ['a byte order mark inside', (id) => `$ cat role.json\n\ufeff${pretty(role(id))}`],
  ['colours of a terminal', (id) => pretty(role(id)).replace(/"(\w+)":/g, '\u001b[34;1m"$1"\u001b[0m:')],
  ['--query Role', (id) => pretty(JSON.stringify(JSON.parse(role(id)).Role))],
  ['--query of the policy', (id) => pretty(policy(id))],
  ['the trust tab with numbers of lines', (id) => numbered(pretty(policy(id)), '')],
  ['the trust tab with numbers and a blank', (id) => numbered(pretty(policy(id)), ' ')],
  ['the trust tab with numbers and a tab', (id) => numbered(pretty(policy(id)), '\t')],
  ['the trust tab with its gutter first', (id) => gutter(pretty(policy(id)))],
  [
    'the trust tab with what is around it',
    (id) =>
      `Permissions\nTrust relationships\nTags (1)\nLast Accessed\nRevoke sessions\nTrusted entities\nEdit trust policy\nEntities that can assume this role under specified conditions.\n\n${numbered(pretty(policy(id)), '\n')}\n`,
  ],
  [
    'a comma after the last entry',
    (id) => pretty(policy(id)).replace('"\n                }\n            }', '",\n                }\n            }'),
  ],
  ['comments', (id) => pretty(policy(id)).replace('"Effect"', '// the vendor\n            "Effect"')],
  ['percent-encoding', (id) => encodeURIComponent(policy(id))],
  ['percent-encoding with plus for blanks', (id) => encodeURIComponent(pretty(policy(id))).replaceAll('%20', '+')],
  ['percent-encoding over lines', (id) => wrapped(encodeURIComponent(policy(id)), 76)],
  ['a JSON text in quotes', (id) => JSON.stringify(policy(id))],
  ['escaped quotes without quotes around', (id) => policy(id).replaceAll('"', '\\"')],
  [
    'YAML',
    (id) =>
      `Role:\n  Arn: arn:aws:iam::444455556666:role/PixelworksAccess\n  AssumeRolePolicyDocument:\n    Statement:\n    - Action: sts:AssumeRole\n      Condition:\n        ArnEquals:\n          aws:PrincipalArn: arn:aws:iam::111122223333:role/PixelworksApplication\n        StringEquals:\n          sts:ExternalId: ${id}\n      Effect: Allow\n      Principal:\n        AWS: arn:aws:iam::111122223333:root\n    Version: '2012-10-17'\n  CreateDate: '2026-11-22T08:00:00+00:00'\n  MaxSessionDuration: 7200\n  Path: /\n  RoleId: AROA3XFRBF535EXAMPLE\n  RoleName: PixelworksAccess\n`,
  ],
  [
    'YAML after a prompt',
    (id) =>
      `$ aws iam get-role --role-name PixelworksAccess --output yaml\nRole:\n  Arn: arn:aws:iam::444455556666:role/PixelworksAccess\n  AssumeRolePolicyDocument:\n    Statement:\n    - Action: sts:AssumeRole\n      Condition:\n        ArnEquals:\n          aws:PrincipalArn: arn:aws:iam::111122223333:role/PixelworksApplication\n        StringEquals:\n          sts:ExternalId: ${id}\n      Effect: Allow\n      Principal:\n        AWS: arn:aws:iam::111122223333:root\n    Version: '2012-10-17'\n  MaxSessionDuration: 7200\n  Path: /\n  RoleName: PixelworksAccess\n$ \n`,
  ],
  ['a table', table],
  ['a table after a prompt', (id) => `$ aws iam get-role --role-name PixelworksAccess --output table\n${table(id)}`],
  ['a table that a terminal wrapped', (id) => wrapped(table(id), 60).replace(/ +$/gm, '')],
  ['a table with wrapped cells', (id) => withWrappedCell(table(id), id)],
  ['tab-separated text', textOutput],
  ['Get-IAMRole', powerShell],
  [
    'XML of the API',
    (id) =>
      `<GetRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetRoleResult><Role><Path>/</Path><AssumeRolePolicyDocument>${encodeURIComponent(policy(id))}</AssumeRolePolicyDocument><MaxSessionDuration>7200</MaxSessionDuration><RoleId>AROA3XFRBF535EXAMPLE</RoleId><RoleName>PixelworksAccess</RoleName><Arn>arn:aws:iam::444455556666:role/PixelworksAccess</Arn></Role></GetRoleResult></GetRoleResponse>`,
  ],
  ['Python dict', (id) => role(id).replaceAll('"', "'")],
  [
    'terraform state show',
    (id) =>
      `# aws_iam_role.account_access:\nresource "aws_iam_role" "account_access" {\n    arn                   = "arn:aws:iam::444455556666:role/PixelworksAccess"\n    assume_role_policy    = jsonencode(\n        {\n            Statement = [\n                {\n                    Action    = "sts:AssumeRole"\n                    Condition = {\n                        ArnEquals    = {\n                            "aws:PrincipalArn" = "arn:aws:iam::111122223333:role/PixelworksApplication"\n                        }\n                        StringEquals = {\n                            "sts:ExternalId" = "${id}"\n                        }\n                    }\n                    Effect    = "Allow"\n                    Principal = {\n                        AWS = "arn:aws:iam::111122223333:root"\n                    }\n                },\n            ]\n            Version   = "2012-10-17"\n        }\n    )\n    id                    = "PixelworksAccess"\n    max_session_duration  = 7200\n    name                  = "PixelworksAccess"\n    path                  = "/"\n}\n`,
  ],
  [
    'a Terraform resource',
    (id) =>
      `resource "aws_iam_role" "pixelworks" {\n  name = "PixelworksAccess"\n\n  assume_role_policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Principal = { AWS = "arn:aws:iam::111122223333:root" }\n      Action    = "sts:AssumeRole"\n      Condition = {\n        StringEquals = { "sts:ExternalId" = "${id}" }\n        ArnEquals    = { "aws:PrincipalArn" = "arn:aws:iam::111122223333:role/PixelworksApplication" }\n      }\n    }]\n  })\n}\n`,
  ],
  [
    'a Terraform resource with a heredoc',
    (id) =>
      `resource "aws_iam_role" "pixelworks" {\n  name               = "PixelworksAccess"\n  assume_role_policy = <<EOF\n${pretty(policy(id))}\nEOF\n}\n`,
  ],
  [
    'a policy document of Terraform',
    (id) =>
      `data "aws_iam_policy_document" "trust" {\n  statement {\n    actions = ["sts:AssumeRole"]\n\n    principals {\n      type        = "AWS"\n      identifiers = ["arn:aws:iam::111122223333:root"]\n    }\n\n    condition {\n      test     = "StringEquals"\n      variable = "sts:ExternalId"\n      values   = ["${id}"]\n    }\n\n    condition {\n      test     = "ArnEquals"\n      variable = "aws:PrincipalArn"\n      values   = ["arn:aws:iam::111122223333:role/PixelworksApplication"]\n    }\n  }\n}\n\nresource "aws_iam_role" "pixelworks" {\n  name               = "PixelworksAccess"\n  assume_role_policy = data.aws_iam_policy_document.trust.json\n}\n`,
  ],
  [
    'a Terraform plan',
    (id) =>
      `  # aws_iam_role.account_access will be created\n  + resource "aws_iam_role" "account_access" {\n      + arn                   = (known after apply)\n      + assume_role_policy    = jsonencode(\n            {\n              + Statement = [\n                  + {\n                      + Action    = "sts:AssumeRole"\n                      + Condition = {\n                          + ArnEquals    = {\n                              + "aws:PrincipalArn" = "arn:aws:iam::111122223333:role/PixelworksApplication"\n                            }\n                          + StringEquals = {\n                              + "sts:ExternalId" = "${id}"\n                            }\n                        }\n                      + Effect    = "Allow"\n                      + Principal = {\n                          + AWS = "arn:aws:iam::111122223333:root"\n                        }\n                    },\n                ]\n              + Version   = "2012-10-17"\n            }\n        )\n      + name                  = "PixelworksAccess"\n      + path                  = "/"\n    }\n\nPlan: 1 to add, 0 to change, 0 to destroy.\n`,
  ],
  [
    'a CloudFormation template in YAML',
    (id) =>
      `Resources:\n  AccountAccessRole:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: PixelworksAccess\n      AssumeRolePolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n          - Effect: Allow\n            Principal:\n              AWS: arn:aws:iam::111122223333:root\n            Action: sts:AssumeRole\n            Condition:\n              StringEquals:\n                sts:ExternalId: ${id}\n              ArnEquals:\n                aws:PrincipalArn: arn:aws:iam::111122223333:role/PixelworksApplication\n`,
  ],
  [
    'a CloudFormation template in JSON',
    (id) =>
      `{"AWSTemplateFormatVersion":"2010-09-09","Resources":{"AccountAccessRole":{"Type":"AWS::IAM::Role","Properties":{"RoleName":"PixelworksAccess","AssumeRolePolicyDocument":${policy(id)}}}}}`,
  ],
  [
    'get-account-authorization-details',
    (id) =>
      `{"UserDetailList":[],"GroupDetailList":[],"RoleDetailList":[${JSON.stringify(JSON.parse(role(id)).Role).replace(/"Description.*$/, '"InstanceProfileList":[],"RolePolicyList":[],"AttachedManagedPolicies":[]}')}],"Policies":[]}`,
  ],
  [
    'an answer of CloudTrail',
    (id) =>
      pretty(
        `{"eventName":"CreateRole","requestParameters":{"roleName":"PixelworksAccess","assumeRolePolicyDocument":${JSON.stringify(policy(id))}},"responseElements":{"role":{"roleName":"PixelworksAccess","arn":"arn:aws:iam::444455556666:role/PixelworksAccess","path":"/","assumeRolePolicyDocument":"${encodeURIComponent(policy(id))}"}}}`,
      ),
  ],
]

/** AWS takes none of these, so they say nothing of a role. */
const unread: Readonly<Record<string, string>> = {
  'curly quotes': 'unreadable',
  'German quotes': 'unreadable',
  'a comma after the last entry': 'unreadable',
  comments: 'unreadable',
  'tab-separated text': 'other-output',
  'Get-IAMRole': 'other-output',
  'XML of the API': 'other-output',
}

export const answers: readonly PastedCase[] = forms.flatMap(([name, text]): PastedCase[] => [
  [name, text(edited), unread[name] ?? 'TP43'],
  [name, text(right), unread[name] ?? 'as-planned'],
])
