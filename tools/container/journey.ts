import { awsBehindPort, createCustomerRole } from '#core/artifacts/aws-behind-port.test-data.ts'
import { Connection } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Session } from '#core/connection/session.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { Verdict } from '#core/verify/verdict.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { post } from '#tools/server-copies.ts'

/** One partition, because a machine has the role of one account, and an account that is in no example, as in production. */
export const vendorConfig = {
  ...demoVendor,
  accounts: { aws: '710293847561' },
  regions: ['us-east-1'],
  templates: {},
}

const vendor = Vendor.parse(vendorConfig)

export const simulatedAws = () => awsBehindPort(vendor)
type Aws = Awaited<ReturnType<typeof simulatedAws>>

/** Nothing but where AWS is: credentials come from the instance metadata, with IMDSv2. */
export const environmentOf = ({ endpoint }: Aws): Readonly<Record<string, string>> => ({
  AWS_REGION: 'us-east-1',
  AWS_ENDPOINT_URL: endpoint,
  AWS_EC2_METADATA_SERVICE_ENDPOINT: endpoint,
  ROLEBRIDGE_AWS: 'live',
  ROLEBRIDGE_STS_ENDPOINT_ALLOWED: endpoint,
})

export type Connected = { readonly token: string; readonly id: string; readonly before: Verdict['kind']; readonly after: Verdict }

/** Claims an external ID, creates the role in the simulated account, and verifies it, as the wizard does. */
export async function connect(url: string, aws: Aws): Promise<Connected> {
  const { token } = Session.parse(await (await post(url, '/api/sessions', null)).json())
  const asked = {
    accountId: '444455556666',
    region: 'us-east-1',
    externalId: crypto.randomUUID(),
    permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } },
  }
  const connection = Connection.parse(await (await post(url, '/api/connections', token, asked)).json())
  const verify = async () => Verdict.parse(await (await post(url, `/api/connections/${connection.id}/verify`, token, { now: true })).json())
  const { kind: before } = await verify()
  await createCustomerRole(aws.simulator, rolePlan(connection, vendor))
  return { token, id: connection.id, before, after: await settled(verify) }
}

/** A verdict can ask to be requested again later. */
async function settled(verify: () => Promise<Verdict>): Promise<Verdict> {
  for (let rest = 20; ; rest -= 1) {
    const verdict = await verify()
    if (verdict.kind === 'verified' || rest === 0) return verdict
    await new Promise((resume) => setTimeout(resume, Math.min(5000, verdict.nextCheckInMs)))
  }
}
