type PlatformCall = { readonly service: string; readonly action: string; readonly input: unknown }

const serviceOf = ({ headers }: Request): string =>
  /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(headers.get('authorization') ?? '')?.[1] ?? ''

const xml = (action: string, inner: string) =>
  new Response(`<${action}Response xmlns="http://simulated/"><${action}Result>${inner}</${action}Result></${action}Response>`)

/** The names of an instance profile's members are those of IAM. */
const profile =
  '<InstanceProfile><Path>/</Path><InstanceProfileName>n</InstanceProfileName><InstanceProfileId>i</InstanceProfileId><Arn>a</Arn><CreateDate>2026-11-29T08:00:00Z</CreateDate><Roles/></InstanceProfile>'

/**
 * What hands a role to a platform: instance profiles, launch templates, EKS Pod Identity associations, and Roles Anywhere profiles.
 * The simulator has none of them, so this keeps what the commands send. Null for a request to another service.
 */
export function platformServices() {
  const calls: PlatformCall[] = []
  const keep = (call: PlatformCall, response: Response): Response => {
    calls.push(call)
    return response
  }
  async function respond(request: Request): Promise<Response | null> {
    const service = serviceOf(request)
    const text = await request.clone().text()
    if (service === 'eks' || service === 'rolesanywhere')
      return keep({ service, action: `${request.method} ${new URL(request.url).pathname}`, input: JSON.parse(text) }, Response.json({}))
    const { Action: action = '', Version: _, ...input } = Object.fromEntries(new URLSearchParams(text))
    if (service !== 'ec2' && !(service === 'iam' && action.endsWith('InstanceProfile'))) return null
    return keep({ service, action, input }, xml(action, action === 'CreateInstanceProfile' ? profile : ''))
  }
  return { calls, respond }
}
