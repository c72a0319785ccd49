import { type PastedCase, policy, pretty, role as roleJ } from './pasted-answers.test-data.ts'

const role = 'arn:aws:iam::444455556666:role/PixelworksAccess'
const vendor = 'User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0abc'
const denied = `${vendor} is not authorized to perform: sts:AssumeRole on resource: ${role}`
const brokenAt = (width: number, text: string): string => text.replace(new RegExp(`.{${width}}`, 'g'), '$&\n')

/** What chats, mails, editors, pages and pictures make of a text. */
export const wrappings: readonly PastedCase[] = [
  ['Slack, quoted', `> *Ops*  9:41 AM\n> Here is the trust policy:\n${pretty(policy('EDITED')).replace(/^/gm, '> ')}`, 'TP43'],
  [
    'Slack with the talk around it',
    `Jane Doe  9:41 AM\nhere is what I get\n${pretty(policy('EDITED'))}\n\nBob  9:42 AM\nlooks fine to me?`,
    'TP43',
  ],
  ['no-break spaces before', pretty(policy('EDITED')).replaceAll('    ', '\u00a0\u00a0\u00a0\u00a0'), 'TP43'],
  [
    'cat -n',
    pretty(policy('EDITED'))
      .split('\n')
      .map((l, i) => `${String(i + 1).padStart(6)}\t${l}`)
      .join('\n'),
    'TP43',
  ],
  [
    'numbers of lines with a bar',
    pretty(policy('EDITED'))
      .split('\n')
      .map((l, i) => `${String(i + 1).padStart(4)} │ ${l}`)
      .join('\n'),
    'TP43',
  ],
  [
    'numbers of lines with a colon',
    pretty(policy('EDITED'))
      .split('\n')
      .map((l, i) => `${i + 1}: ${l}`)
      .join('\n'),
    'TP43',
  ],
  ['get-role without its end', pretty(roleJ('EDITED')).slice(0, -40), 'TP43'],
  ['get-role with a part left out', pretty(roleJ('EDITED')).replace('"RoleId": "AROA3XFRBF535EXAMPLE",', '...'), 'TP43'],
  [
    'YAML with the line ends of Windows',
    `Role:\r\n  Arn: ${role}\r\n  AssumeRolePolicyDocument:\r\n    Statement:\r\n    - Action: sts:AssumeRole\r\n      Condition:\r\n        StringEquals:\r\n          sts:ExternalId: EDITED\r\n      Effect: Allow\r\n      Principal:\r\n        AWS: arn:aws:iam::111122223333:root\r\n    Version: '2012-10-17'\r\n  RoleName: PixelworksAccess\r\n`,
    'TP43',
  ],
  [
    '--output yaml-stream',
    `- Role:\n    Arn: ${role}\n    AssumeRolePolicyDocument:\n      Statement:\n      - Action: sts:AssumeRole\n        Condition:\n          StringEquals:\n            sts:ExternalId: EDITED\n        Effect: Allow\n        Principal:\n          AWS: arn:aws:iam::111122223333:root\n      Version: '2012-10-17'\n    RoleName: PixelworksAccess\n`,
    'TP43',
  ],
  ['an error with HTML escapes', `${denied.replaceAll('/', '&#x2F;').replaceAll(':', '&#58;')}`, 'refused-without-reason'],
  [
    'JSON of an error with HTML escapes',
    `{&quot;errorMessage&quot;:&quot;${denied}&quot;,&quot;errorType&quot;:&quot;ClientError&quot;}`,
    'refused-without-reason',
  ],
  [
    'an error in a fence of Markdown',
    '```\n$ aws sts assume-role --role-arn ' +
      role +
      '\n\nAn error occurred (AccessDenied) when calling the AssumeRole operation: ' +
      denied +
      '\n```',
    'refused-without-reason',
  ],
  ['JSON in JSON in JSON', JSON.stringify({ body: JSON.stringify({ role: roleJ('EDITED') }) }), 'TP43'],
  ['JSON in a member of JSON', JSON.stringify({ message: 'trust', document: policy('EDITED') }), 'TP43'],
  [
    'an error read from a picture',
    `User: arn:aws:sts: :111122223333: assumed-role/PixelworksApplication/i-0abc is not authorized to perform: sts: AssumeRole on resource: arn:aws:iam: :444455556666: role/PixelworksAccess`,
    'refused-without-reason',
  ],
  [
    'a policy read from a picture',
    `{\n"Version": "2012-10-17",\n"Statement": [\n{\n"Effect": "Allow",\n"Principal": {\n"AWS": "arn:aws:iam: :111122223333:root"\n},\n"Action": "sts: AssumeRole",\n"Condition": {\n"StringEquals": {\n"sts:ExternalId": "EDITED"\n}\n}\n}\n]\n}`,
    'TP43',
  ],
  [
    'an error broken by a terminal',
    brokenAt(80, `An error occurred (AccessDenied) when calling the AssumeRole operation: ${denied}`),
    'refused-without-reason',
  ],
  [
    'an error with a reason that a terminal broke',
    brokenAt(
      72,
      `An error occurred (AccessDenied) when calling the AssumeRole operation: ${denied} because no identity-based policy allows the sts:AssumeRole action`,
    ),
    'vendor-not-allowed',
  ],
  [
    'an error broken by a mail',
    `User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0abc is not\nauthorized to perform: sts:AssumeRole on resource:\n${role}`,
    'refused-without-reason',
  ],
  ['a table of Markdown', `| Key | Value |\n|---|---|\n| RoleName | PixelworksAccess |\n| Arn | ${role} |`, 'not-enough'],
  ['an error in German quotes', `„${denied} with an explicit deny in the role trust policy“`, 'trust-policy-denies'],
  [
    'an error in curly quotes',
    `\u201c${denied} because no role trust policy allows the sts:AssumeRole action\u201d`,
    'trust-policy-silent',
  ],
]

/** Several things in one text, and things that are another's. */
const vendorsOwnRole = pretty(
  JSON.stringify({
    Role: {
      RoleName: 'PixelworksApplication',
      Arn: 'arn:aws:iam::111122223333:role/PixelworksApplication',
      Path: '/',
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      MaxSessionDuration: 3600,
    },
  }),
)

export const several: readonly PastedCase[] = [
  ['the role of the vendor before that of the customer', `${vendorsOwnRole}\n${pretty(roleJ('EDITED'))}`, 'TP43'],
  ['the role of the vendor', vendorsOwnRole, 'role-of-vendor'],
  [
    'two trust policies',
    pretty(
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      }),
    ) +
      '\n\n' +
      pretty(policy('EDITED')),
    'TP43',
  ],
  [
    'list-roles',
    JSON.stringify({
      Roles: [
        {
          RoleName: 'AWSServiceRoleForSupport',
          Arn: 'arn:aws:iam::444455556666:role/aws-service-role/support.amazonaws.com/AWSServiceRoleForSupport',
          Path: '/aws-service-role/support.amazonaws.com/',
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Principal: { Service: 'support.amazonaws.com' }, Action: 'sts:AssumeRole' }],
          },
          MaxSessionDuration: 3600,
        },
        JSON.parse(roleJ('EDITED')).Role,
      ],
    }),
    'TP43',
  ],
  [
    '--output text of the policy',
    `2012-10-17\nSTATEMENT\tsts:AssumeRole\tAllow\nARNEQUALS\tarn:aws:iam::111122223333:role/PixelworksApplication\nSTRINGEQUALS\tEDITED\nPRINCIPAL\tarn:aws:iam::111122223333:root`,
    'other-output',
  ],
]
