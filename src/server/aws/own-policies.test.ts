import { expect, test } from 'vitest'
import { awsBehindPort } from '#core/artifacts/aws-behind-port.test-data.ts'
import { Region } from '#core/aws/region.ts'
import { vendor } from '#core/fixtures.test-data.ts'
import { simulatedVendorRoleArn } from '#simulation/aws/vendor-roles.ts'
import { ownPolicies, reportOwnPolicies } from './own-policies.ts'

const region = Region.parse('us-east-1')
const arn = 'arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0123456789abcdef0'

/** The application role in simulated AWS, with this policy in addition to its own. */
async function simulated(policy?: object) {
  const { simulator, endpoint, stop } = await awsBehindPort(vendor)
  const parameters = {
    Action: 'PutRolePolicy',
    RoleName: 'PixelworksApplication',
    PolicyName: 'More',
    PolicyDocument: JSON.stringify(policy),
  }
  if (policy !== undefined)
    await simulator.fetch(
      new Request('http://iam.amazonaws.com', {
        method: 'POST',
        headers: { authorization: 'AWS4-HMAC-SHA256 Credential=SIM111122223333/20261129/us-east-1/iam/aws4_request' },
        body: new URLSearchParams({ Version: '2010-05-08', ...parameters }),
      }),
    )
  const session = simulator.instanceCredentials(simulatedVendorRoleArn(vendor, 'aws'))
  const credentials = () => async () => ({ ...session, expiration: new Date(Date.now() + 3_600_000) })
  return { own: { region, arn, profile: 'default', credentials, endpoint }, stop }
}

async function logged(own: Parameters<typeof reportOwnPolicies>[0]) {
  const lines: string[] = []
  const write = (level: string) => (_: unknown, message: string) => void lines.push(`${level} ${message}`)
  await reportOwnPolicies(own, vendor, { info: write('info'), warn: write('warn'), error: write('error') })
  return lines
}

test('the server reads the policies of its own role, and has nothing to say about good ones', async () => {
  const { own, stop } = await simulated()
  const read = await ownPolicies(own)
  expect(read).toMatchObject({ kind: 'read', policies: { AssumeCustomerRoles: expect.stringContaining('sts:AssumeRole') } })
  expect(await logged(own)).toEqual([])
  await stop()
})

test('the server warns about a policy of its own that allows too much, or denies calls without an external ID', async () => {
  const { own, stop } = await simulated({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::*:role/*' },
      { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*', Condition: { Null: { 'sts:ExternalId': 'true' } } },
    ],
  })
  const warning = (text: string) => expect.stringContaining(`warn Policy More of the application role: ${text}`)
  expect(await logged(own)).toEqual([warning('"arn:aws:iam::*:role/*" matches every role.'), warning('')])
  await stop()
})

test('the inline policies are checked together, against the role of the config', async () => {
  const { own, stop } = await simulated({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AssumeCustomerRoles',
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Resource: 'arn:aws:iam::*:role/OrganizationAccountAccessRole',
      },
      { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: `arn:aws:iam::*:role/${vendor.role.name}` },
    ],
  })
  const lines = await logged(own)
  expect(lines).toEqual([
    expect.stringMatching(/^warn Policy More of the application role: This denies sts:AssumeRole on/),
    expect.stringMatching(
      /^warn Policy More of the application role: "arn:aws:iam::\*:role\/OrganizationAccountAccessRole" isn’t the role/,
    ),
  ])
  await stop()
})

test('policies that cannot be read are said to be unchecked', async () => {
  const { own, stop } = await simulated()
  expect(await logged({ ...own, arn: 'arn:aws:sts::111122223333:assumed-role/Other/session' })).toEqual([
    expect.stringMatching(/^info The inline policies of the application role were not checked/),
  ])
  await stop()
  expect(await logged(own)).toEqual([expect.stringMatching(/^info/)])
})
