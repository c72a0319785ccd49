import type { RolePlan } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { listen } from '#server/listen.ts'
import { createSimulator, type Simulator } from '#simulation/aws/simulator.ts'

/** AWS in memory behind a port. `first` can respond to what the simulator doesn't know. */
export async function awsBehindPort(vendor: Vendor, first: (request: Request) => Promise<Response | null> = async () => null) {
  const simulator = createSimulator({
    vendor,
    store: { load: () => null, save: () => undefined },
    now: () => Date.now(),
    delayMs: 0,
    templates: [],
  })
  const fetch = async (request: Request) => (await first(request)) ?? simulator.fetch(request)
  const { port, stop } = await listen({ fetch, host: '127.0.0.1', port: 0 })
  return { simulator, endpoint: `http://127.0.0.1:${port}`, stop }
}

/** The role that the customer of a plan creates in simulated AWS. */
export async function createCustomerRole(simulator: Simulator, plan: RolePlan): Promise<void> {
  const { roleName, path, accountId, trustPolicy, permissionsPolicy } = plan
  const administer = async (parameters: Readonly<Record<string, string>>) => {
    const request = new Request('http://iam.amazonaws.com', {
      method: 'POST',
      headers: { authorization: `AWS4-HMAC-SHA256 Credential=SIM${accountId}/20261129/us-east-1/iam/aws4_request` },
      body: new URLSearchParams({ Version: '2010-05-08', RoleName: roleName, ...parameters }),
    })
    const { ok } = await simulator.fetch(request)
    if (!ok) throw new Error(`${parameters['Action']} failed`)
  }
  await administer({ Action: 'CreateRole', Path: path, AssumeRolePolicyDocument: JSON.stringify(trustPolicy) })
  await administer({ Action: 'PutRolePolicy', PolicyName: 'p', PolicyDocument: JSON.stringify(permissionsPolicy) })
}
