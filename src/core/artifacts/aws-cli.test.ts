import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { Region } from '#core/aws/region.ts'
import { connectionTerms } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { VendorFields } from '#core/connection/vendor-fields.ts'
import { planOf, request, vendor } from '#core/fixtures.test-data.ts'
import { hostingRemovalCommands } from '#core/hosting/hosting-aws-cli.ts'
import { exampleChoice, examplesIn, hostingPlan } from '#core/hosting/hosting-plan.ts'
import { PolicyDocument } from '#core/policy/document.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { awsCliCreate, awsCliFix, awsCliUndo, deleteStack } from './aws-cli.ts'

const plan = planOf()

const folder = mkdtempSync(join(tmpdir(), 'rolebridge-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
const log = join(folder, 'calls')
const end = '<end of call>'

// Writes down what it was called with. The account and the call that fails come from outside.
const recorder = `#!/bin/sh
printf '%s\\0' "$@" '${end}' >> "$CALLS"
case " $FAILS " in *" $2 "*) echo "An error occurred ($ERROR) when calling $2" >&2; exit 254 ;; esac
[ "$2" != get-caller-identity ] || printf '%s\\n' "$SIGNED_IN"
`
writeFileSync(join(folder, 'aws'), recorder)
chmodSync(join(folder, 'aws'), 0o755)

type Run = { readonly calls: readonly string[][]; readonly status: number | null; readonly stdout: string; readonly stderr: string }

/** Typed into a shell, as after a paste. */
function run(text: string, { signedIn = '444455556666', fails = '', error = 'AccessDenied' } = {}): Run {
  writeFileSync(log, '')
  const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}`, CALLS: log, SIGNED_IN: signedIn, FAILS: fails, ERROR: error }
  const { status, stdout, stderr } = spawnSync('bash', ['-s'], {
    input: `${text}\necho "the shell is still there: $?"`,
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  const calls = readFileSync(log, 'utf8')
    .split(`${end}\0`)
    .filter((call) => call !== '')
    .map((call) => call.split('\0').slice(0, -1))
  return { calls, status, stdout, stderr }
}

const policyIn = (file: string): PolicyDocument => PolicyDocument.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))

/** The value of an option, whether it stands after a blank or an equals sign. */
function option(call: readonly string[] | undefined, name: string): string | undefined {
  const index = call?.indexOf(`--${name}`) ?? -1
  return index >= 0 ? call?.[index + 1] : call?.find((part) => part.startsWith(`--${name}=`))?.slice(name.length + 3)
}

const names = ({ calls }: Run): string[] => calls.map((call) => call.slice(0, 2).join(' '))

const hostile = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    "'",
    "';touch broken;'",
    '$(touch broken)',
    '`touch broken`',
    '"; exit 1; "',
    '\nJSON\ntouch broken\n',
    '!!',
    '!x',
    '\\',
    '-',
    '&&',
    '#',
  ),
)

const vendors = fc
  .record({
    name: fc.oneof(fc.stringMatching(/^[\w+=,.@-]{1,64}$/), fc.constantFrom('-x', '--help', '@a', 'file')),
    path: fc.oneof(fc.constant('/'), fc.stringMatching(/^\/[!-~]{1,40}\/$/), fc.constantFrom("/';exit;'/", '/$(exit)/', '/!!/')),
    maxSessionDuration: fc.integer({ min: 3600, max: 43200 }),
    tags: fc.dictionary(
      hostile.filter((text) => text.length > 0 && text !== '__proto__'),
      hostile,
      { maxKeys: 3, noNullPrototype: true },
    ),
    condition: hostile,
  })
  .map(({ condition, ...role }) =>
    VendorFields.parse({
      ...demoVendor,
      role,
      permissionSets: demoVendor.permissionSets.map((set) => ({
        ...set,
        statements: set.statements.map((statement) => ({ ...statement, conditions: { StringEquals: { 's3:prefix': condition } } })),
      })),
    }),
  )

test('the commands make the role of the plan, whatever words the vendor uses', () => {
  fc.assert(
    fc.property(
      vendors.map((vendor) => planOf({}, vendor)),
      (wanted) => {
        const result = run(awsCliCreate(wanted).text)
        expect(result).toMatchObject({ status: 0, stderr: '', stdout: 'the shell is still there: 0\n' })
        expect(names(result)).toEqual(['sts get-caller-identity', 'iam create-role', 'iam put-role-policy', 'iam get-role'])
        const [, create, put, get] = result.calls
        expect([create, put, get].map((call) => option(call, 'role-name'))).toEqual([wanted.roleName, wanted.roleName, wanted.roleName])
        expect(option(create, 'path')).toBe(wanted.path)
        expect(option(create, 'max-session-duration')).toBe(String(wanted.maxSessionDuration))
        const tags: unknown = JSON.parse(option(create, 'tags') ?? '[]')
        expect(tags).toEqual(Object.entries(wanted.tags).map(([Key, Value]) => ({ Key, Value })))
        expect(option(put, 'policy-name')).toBe(wanted.policyName)
        expect(policyIn((option(create, 'assume-role-policy-document') ?? '').replace('file://', ''))).toEqual(wanted.trustPolicy)
        expect(policyIn((option(put, 'policy-document') ?? '').replace('file://', ''))).toEqual(wanted.permissionsPolicy)
      },
    ),
    { numRuns: 60 },
  )
})

test('the external ID stands in the trust policy as it is, with every legal character', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w+=,.@:/-]{2,1224}$/), (externalId) => {
      const vendor = Vendor.parse(demoVendor)
      const terms = connectionTerms(vendor, { externalId: 'any' }).parse({ ...request, externalId })
      run(awsCliCreate(rolePlan(terms, vendor)).text)
      expect(policyIn('rolebridge-trust.json')).toEqual(rolePlan(terms, vendor).trustPolicy)
    }),
    { numRuns: 30 },
  )
})

const scripts = [awsCliCreate(plan), awsCliFix(plan), awsCliUndo(plan), deleteStack(plan)]

test.each(scripts)('$filename changes nothing in another account, says so, and leaves the shell open', ({ text }) => {
  const result = run(text, { signedIn: '999988887777' })
  expect(names(result)).toEqual(['sts get-caller-identity'])
  expect(result.stderr).toBe('Stopped. You are signed in to AWS account 999988887777, not 444455556666. Nothing was changed.\n')
  expect(result.stdout).toBe('the shell is still there: 1\n')
})

test.each(scripts)('$filename stops where nobody is signed in', ({ text }) => {
  const result = run(text, { fails: 'get-caller-identity' })
  expect(names(result)).toEqual(['sts get-caller-identity'])
  expect(result.stdout).toBe('the shell is still there: 254\n')
})

test('a role that cannot be created gets no permissions', () => {
  expect(names(run(awsCliCreate(plan).text, { fails: 'create-role' }))).toEqual(['sts get-caller-identity', 'iam create-role'])
})

test('the fix puts the right trust policy on the role, and nothing else', () => {
  const result = run(awsCliFix(plan).text)
  expect(names(result)).toEqual(['sts get-caller-identity', 'iam update-assume-role-policy', 'iam get-role'])
  expect(option(result.calls[1], 'role-name')).toBe(plan.roleName)
  expect(option(result.calls[1], 'policy-document')).toBe('file://rolebridge-trust.json')
  expect(policyIn('rolebridge-trust.json')).toEqual(plan.trustPolicy)
})

test('the undo takes back each thing that was made', () => {
  expect(run(awsCliUndo(plan).text).calls.slice(1)).toEqual([
    ['iam', 'delete-role-policy', '--role-name', 'PixelworksAccess', '--policy-name', 'PixelworksAccess'],
    ['iam', 'delete-role', '--role-name', 'PixelworksAccess'],
  ])
})

const ownFiles = (): string[] => readdirSync(folder).filter((name) => name.startsWith('rolebridge-'))

test('the undo removes the files that the commands wrote, and no other', () => {
  writeFileSync(join(folder, 'report.json'), '{}')
  run(awsCliCreate(plan).text)
  expect(ownFiles()).toEqual(['rolebridge-permissions.json', 'rolebridge-trust.json'])
  expect(run(awsCliUndo(plan).text)).toMatchObject({ stdout: 'the shell is still there: 0\n', stderr: '' })
  expect(ownFiles()).toEqual([])
  expect(readdirSync(folder)).toContain('report.json')
})

test.each([['delete-role-policy'], ['delete-role'], ['delete-role-policy delete-role']])(
  'the undo tries each step though %s is denied, and says what failed',
  (fails) => {
    run(awsCliCreate(plan).text)
    const result = run(awsCliUndo(plan).text, { fails })
    expect(names(result)).toEqual(['sts get-caller-identity', 'iam delete-role-policy', 'iam delete-role'])
    const denied = fails.split(' ')
    const errors = denied.map((name) => `An error occurred (AccessDenied) when calling ${name}\n`)
    const steps = denied.map((name) => `  aws iam ${name}\n`)
    expect(result.stderr).toBe(`${errors.join('')}These steps failed (see above). The others are done:\n${steps.join('')}`)
    expect(result.stdout).toBe('the shell is still there: 1\n')
    expect(ownFiles()).toEqual([])
  },
)

test('an undo that is run again finds nothing left to delete, which is no failure', () => {
  const result = run(awsCliUndo(plan).text, { fails: 'delete-role-policy delete-role', error: 'NoSuchEntity' })
  expect(result).toMatchObject({ stdout: 'the shell is still there: 0\n', stderr: '' })
})

test.each(['eks', 'roles-anywhere', 'ec2'] as const)(
  'the undo of the application role on %s goes on after a lookup that is denied',
  (platform) => {
    const role = hostingPlan(vendor, { ...exampleChoice(vendor), ...examplesIn(vendor, Region.parse('us-east-1')), platform })
    const lookUp = { eks: 'list-pod-identity-associations', 'roles-anywhere': 'list-profiles', ec2: 'delete-launch-template' }[platform]
    const result = run(hostingRemovalCommands(role).text, { signedIn: role.accountId, fails: lookUp })
    expect(names(result).slice(-2)).toEqual(['iam delete-role-policy', 'iam delete-role'])
    expect(result.stderr).toMatch(new RegExp(`The others are done:\\n {2}aws \\w+ ${lookUp}\\n$`))
    expect(result.stdout).toBe('the shell is still there: 1\n')
  },
)

test('without permissions there is no policy to put or to delete', () => {
  const optional = { ...demoVendor, permissionSets: demoVendor.permissionSets.map((set) => ({ ...set, required: false })) }
  const vendor = Vendor.parse(optional)
  const bare = rolePlan(connectionTerms(vendor).parse({ ...request, permissions: {} }), vendor)
  expect(names(run(awsCliCreate(bare).text))).toEqual(['sts get-caller-identity', 'iam create-role', 'iam get-role'])
  expect(names(run(awsCliUndo(bare).text))).toEqual(['sts get-caller-identity', 'iam delete-role'])
})

test('the commands of a connection', () => {
  expect(awsCliCreate(plan).text).toMatchInlineSnapshot(`
    "(
    set -eu
    export AWS_REGION='us-east-1' AWS_DEFAULT_REGION='us-east-1' AWS_PAGER=''

    signed_in="$(aws sts get-caller-identity --query Account --output text)"
    if [ "$signed_in" != '444455556666' ]; then
      printf 'Stopped. You are signed in to AWS account %s, not %s. Nothing was changed.\\n' "$signed_in" '444455556666' >&2
      exit 1
    fi

    cat > rolebridge-trust.json <<'JSON'
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": {
            "AWS": "arn:aws:iam::111122223333:root"
          },
          "Action": "sts:AssumeRole",
          "Condition": {
            "StringEquals": {
              "sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P"
            },
            "ArnEquals": {
              "aws:PrincipalArn": "arn:aws:iam::111122223333:role/PixelworksApplication"
            }
          }
        }
      ]
    }
    JSON

    aws iam create-role \\
      --role-name 'PixelworksAccess' \\
      --path '/' \\
      --max-session-duration 7200 \\
      --tags '[{"Key":"CreatedFor","Value":"Pixelworks"}]' \\
      --assume-role-policy-document file://rolebridge-trust.json > /dev/null

    cat > rolebridge-permissions.json <<'JSON'
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "FindSourceImages",
          "Effect": "Allow",
          "Action": [
            "s3:ListBucket"
          ],
          "Resource": [
            "arn:aws:s3:::acme-uploads"
          ]
        },
        {
          "Sid": "ReadSourceImages",
          "Effect": "Allow",
          "Action": [
            "s3:GetObject"
          ],
          "Resource": [
            "arn:aws:s3:::acme-uploads/*"
          ]
        }
      ]
    }
    JSON

    aws iam put-role-policy \\
      --role-name 'PixelworksAccess' \\
      --policy-name 'PixelworksAccess' \\
      --policy-document file://rolebridge-permissions.json

    aws iam get-role \\
      --role-name 'PixelworksAccess' \\
      --query Role.Arn --output text
    )
    "
  `)
})
