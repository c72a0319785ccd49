import { test as propertyTest } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RolePath } from '#core/aws/iam-names.ts'
import { connectionTerms } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { termsOf, vendor } from '#core/fixtures.test-data.ts'
import { listOf } from '#core/policy/document.ts'
import { policyInPlainWords } from '#core/policy/plain-words.ts'
import { actionKnowledge } from '#core/rules/action-knowledge.ts'
import { actionRisk, describedActions } from './action-risks.ts'
import { editedGrants, grantedSets } from './granted-sets.ts'
import { athenaQueries, lookUpUses } from './monitoring-commands.ts'

const terms = termsOf({
  permissions: {
    readSourceImages: { sourceBuckets: ['acme-uploads', 'acme-archive'] },
    writeResults: { resultBucket: 'acme-results' },
    decryptImages: { imageKey: '1234abcd-12ab-34cd-56ef-1234567890ab' },
  },
})
const plan = rolePlan(terms, vendor)

test('each permission of the demo vendor is said in plain words, with its reason and what it could do at worst', () => {
  expect(grantedSets(plan)).toMatchInlineSnapshot(`
    [
      {
        "actions": [
          {
            "action": "s3:ListBucket",
            "does": "List objects in acme-uploads and acme-archive",
            "worst": "Names, sizes, and dates of all objects would be exposed. Contents stay private.",
          },
          {
            "action": "s3:GetObject",
            "does": "Read objects in acme-uploads and acme-archive",
            "worst": "All objects could be copied. Copies can’t be recalled.",
          },
        ],
        "denied": [],
        "id": "readSourceImages",
        "isRequired": true,
        "title": {
          "de": "Ausgangsbilder lesen",
          "en": "Read source images",
        },
        "why": {
          "de": "Listet und liest die Bilder, die wir für Sie verarbeiten sollen.",
          "en": "Lists and reads the images you ask us to process.",
        },
      },
      {
        "actions": [
          {
            "action": "s3:ListBucket",
            "does": "List objects in acme-results",
            "worst": "Names, sizes, and dates of all objects would be exposed. Contents stay private.",
          },
          {
            "action": "s3:PutObject",
            "does": "Add and overwrite objects in acme-results",
            "worst": "All objects could be overwritten, including with malicious files, and your storage could be filled at your cost. Versioning keeps overwritten objects.",
          },
        ],
        "denied": [],
        "id": "writeResults",
        "isRequired": false,
        "title": {
          "de": "Ergebnisse schreiben",
          "en": "Write results",
        },
        "why": {
          "de": "Legt verarbeitete Bilder in Ihrem Bucket ab. Andernfalls laden Sie sie bei Pixelworks herunter.",
          "en": "Saves processed images to your bucket. Otherwise, download them from Pixelworks.",
        },
      },
      {
        "actions": [
          {
            "action": "kms:Decrypt",
            "does": "Decrypt data with KMS key 1234abcd-12ab-34cd-56ef-1234567890ab",
            "worst": "Anyone who also obtains data encrypted with this key could decrypt it. Without the data, access to the key reveals nothing.",
          },
        ],
        "denied": [],
        "id": "decryptImages",
        "isRequired": false,
        "title": {
          "de": "Bilder entschlüsseln",
          "en": "Decrypt images",
        },
        "why": {
          "de": "Nur nötig, wenn Ihre Bilder mit einem eigenen KMS-Schlüssel verschlüsselt sind.",
          "en": "Needed only if your images are encrypted with your own KMS key.",
        },
      },
    ]
  `)
})

test('no permission of the policy is left out', () => {
  const named = grantedSets(plan).flatMap((set) => set.actions.map(({ action }) => action))
  expect(named).toEqual(listOf(plan.permissionsPolicy.Statement).flatMap((statement) => listOf(statement.Action)))
})

test.each(describedActions)('%s has plain words as well as a risk', (action) => {
  const [line] = policyInPlainWords({ Statement: { Effect: 'Allow', Action: action, Resource: '*' } }).can
  expect(line).not.toMatch(/^Call /)
})

test('what is not described is not made harmless', () => {
  expect(actionRisk('iam:PassRole')).toBe('No description available. See the AWS documentation for iam:PassRole.')
  for (const pattern of ['*', 's3:*', 's3:Get*', 's3:GetObjec?']) expect(actionRisk(pattern)).toMatch(/riskiest/)
  expect(actionRisk('S3:GETOBJECT')).toBe(actionRisk('s3:GetObject'))
  expect(actionRisk('constructor')).toMatch(/No description/)
})

const lambda = {
  prefix: 'lambda',
  title: 'AWS Lambda',
  actions: (
    [
      ['ListFunctions', 'List'],
      ['GetFunction', 'Read'],
      ['TagResource', 'Tagging'],
      ['DeleteFunction', 'Write'],
      ['AddPermission', 'Permissions management'],
    ] as const
  ).map(([name, level]) => ({ name, level, arnFormats: [], conditionKeys: [] })),
}
const knowledge = actionKnowledge({ updatedAt: '2026-09-26', services: { lambda: 'AWS Lambda', s3: 'Amazon S3' } }, [lambda])

test.each([
  ['lambda:ListFunctions', /^AWS lists this as List: /],
  ['lambda:getfunction', /^AWS lists this as Read: /],
  ['lambda:TagResource', /^AWS lists this as Tagging: /],
  ['lambda:DeleteFunction', /^AWS lists this as Write: /],
  ['lambda:AddPermission', /^AWS lists this as Permissions management: /],
  ['lambda:*', /^Wildcard: 5 actions today.* The riskiest: AWS lists this as Permissions management/],
  ['lambda:Get*', /^Wildcard: 1 action today.* as Read/],
  ['lambda:NoSuchAction', /^No description/],
  ['s3:GetBucketPolicy', /^No description/],
  ['*', /riskiest one\.$/],
])('%s without a text of ours has the risk of its access level', (action, risk) => {
  expect(actionRisk(action, 'en', knowledge)).toMatch(risk)
})

test('the level List promises no privacy, because lambda:ListFunctions returns environment variables', () => {
  for (const action of ['lambda:ListFunctions', 'lambda:List*', 'ec2:DescribeLaunchTemplateVersions']) {
    const launchTemplates = { name: 'DescribeLaunchTemplateVersions', level: 'List' as const, arnFormats: [], conditionKeys: [] }
    const ec2 = { prefix: 'ec2', title: 'Amazon EC2', actions: [launchTemplates] }
    const both = actionKnowledge({ updatedAt: '2026-09-26', services: { lambda: 'AWS Lambda', ec2: 'Amazon EC2' } }, [lambda, ec2])
    expect(actionRisk(action, 'en', both)).toMatch(/can include secrets/)
    expect(actionRisk(action, 'en', both)).not.toMatch(/private/)
  }
})

test('our own text goes before the access level', () => {
  const ofS3 = { ...lambda, prefix: 's3', actions: [{ name: 'GetObject', level: 'Read' as const, arnFormats: [], conditionKeys: [] }] }
  const known = actionKnowledge({ updatedAt: '2026-09-26', services: { s3: 'Amazon S3' } }, [ofS3])
  expect(actionRisk('s3:GetObject', 'en', known)).toBe(actionRisk('s3:GetObject'))
})

propertyTest.prop([fc.string()])('every action has a risk', (action) => {
  expect(actionRisk(action)).toMatch(/^[A-Z].+\.$/s)
})

test('the look-up finds the role and no other whose name begins so', () => {
  expect(lookUpUses(plan).text).toMatchInlineSnapshot(`
    "aws cloudtrail lookup-events --region 'us-east-1' \\
      --lookup-attributes AttributeKey=EventName,AttributeValue=AssumeRole \\
      --query 'Events[?contains(CloudTrailEvent, \`"\\"arn:aws:iam::444455556666:role/PixelworksAccess\\""\`)].CloudTrailEvent' \\
      --output text
    "
  `)
})

test('the queries tell who used the role and what was done with it', () => {
  expect(athenaQueries(plan).text).toMatchInlineSnapshot(`
    "-- Uses of the role. is_vendor must be true in every row.
    SELECT eventtime, awsregion, useridentity.accountid = '111122223333' AS is_vendor, sourceipaddress,
           json_extract_scalar(requestparameters, '$.roleSessionName') AS session, requestid
    FROM cloudtrail_logs
    WHERE eventsource = 'sts.amazonaws.com' AND eventname = 'AssumeRole'
      AND json_extract_scalar(requestparameters, '$.roleArn') = 'arn:aws:iam::444455556666:role/PixelworksAccess'
    ORDER BY eventtime DESC
    LIMIT 100;

    -- API calls made with the role.
    SELECT eventtime, awsregion, eventsource, eventname, errorcode, sourceipaddress
    FROM cloudtrail_logs
    WHERE useridentity.sessioncontext.sessionissuer.arn = 'arn:aws:iam::444455556666:role/PixelworksAccess'
    ORDER BY eventtime DESC
    LIMIT 100;
    "
  `)
})

/** What a shell makes of the words of a command; enough for words that are bare or in single quotes. */
const shellWords = (command: string): string[] =>
  [...command.replaceAll('\\\n', ' ').matchAll(/(?:'[^']*'|\\'|[^\s'\\])+/g)].map(([word]) =>
    word.replace(/'([^']*)'|\\(')/g, (_, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? ''),
  )

propertyTest.prop([fc.string({ unit: fc.constantFrom('a', "'", '"', '`', '\\', '$', '!'), minLength: 1, maxLength: 6 })])(
  'whatever the path of the role holds, it stays inside its quotes',
  (path) => {
    const odd = rolePlan(terms, { ...vendor, role: { ...vendor.role, path: RolePath.parse(`/${path}/`) } })
    const words = shellWords(lookUpUses(odd).text)
    expect(words).toHaveLength(11)
    const literal = /`(.*)`/.exec(words[8] ?? '')?.[1]?.replaceAll('\\`', '`') ?? ''
    expect(JSON.parse(JSON.parse(literal))).toBe(odd.roleArn)
    const quotedBySql = [...athenaQueries(odd).text.matchAll(/= ((?:'[^']*')+)$/gm)].map(([, text = '']) =>
      text.slice(1, -1).replaceAll("''", "'"),
    )
    expect(quotedBySql.slice(1)).toEqual([odd.roleArn, odd.roleArn])
  },
)

test('of an edited policy every permission is said, those of all actions but some too, and what it forbids', () => {
  expect(editedGrants(plan)).toBeNull()
  const permissionsPolicy = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-uploads/*' },
      { Effect: 'Allow', NotAction: ['iam:*'], Resource: '*' },
      { Effect: 'Deny', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-secret/*' },
    ],
  }
  const edited = connectionTerms(vendor, { externalId: 'any' }).parse({ ...terms, permissionsPolicy })
  const { actions, denied } = editedGrants(rolePlan(edited, vendor)) ?? { actions: [], denied: [] }
  expect(actions.map(({ action, does }) => [action, does])).toEqual([
    ['s3:GetObject', 'Read objects in acme-uploads'],
    ['NotAction iam:*', 'Call every action except iam:* on every resource in the account'],
  ])
  expect(actions.every(({ worst }) => worst.endsWith('.'))).toBe(true)
  expect(denied).toEqual(['Read objects in acme-secret'])
})
