import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { listen } from '#server/listen.ts'
import { createSimulator, type Simulator } from '#simulation/aws/simulator.ts'
import { simulatedVendorRoleArn } from '#simulation/aws/vendor-roles.ts'

/** Simulated AWS that keeps nothing, with the clock of the machine. */
export const awsInMemory = (vendor: Vendor, lifetime: { readonly roleLifetimeMs?: number } = {}): Simulator =>
  createSimulator({
    vendor,
    store: { load: () => null, save: () => undefined },
    now: () => Date.now(),
    delayMs: 0,
    templates: [],
    ...lifetime,
  })

/** AWS in memory behind a port. `first` can respond to what the simulator doesn't know. */
export async function awsBehindPort(vendor: Vendor, first: (request: Request) => Promise<Response | null> = async () => null) {
  const simulator = awsInMemory(vendor)
  const fetch = async (request: Request) => (await first(request)) ?? simulator.fetch(request)
  const { port, stop } = await listen({ fetch, host: '127.0.0.1', port: 0 })
  const endpoint = `http://127.0.0.1:${port}`

  /** Assumes the role of a plan as the vendor's application. Returns the ARN of the session, or the code of the error. */
  async function assume({ roleArn, region, partition }: RolePlan, externalId: string | undefined): Promise<string | undefined> {
    const credentials = simulator.instanceCredentials(simulatedVendorRoleArn(vendor, partition))
    const client = new STSClient({ endpoint, region, credentials })
    const id = externalId === undefined ? {} : { ExternalId: externalId }
    return client.send(new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: 'test', ...id })).then(
      (answer) => answer.AssumedRoleUser?.Arn,
      (error: unknown) => (error instanceof Error ? error.name : String(error)),
    )
  }

  return { simulator, endpoint, assume, stop }
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
