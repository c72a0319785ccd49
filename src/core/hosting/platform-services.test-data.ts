type PlatformCall = { readonly service: string; readonly action: string; readonly input: unknown }

const serviceOf = ({ headers }: Request): string =>
  /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(headers.get('authorization') ?? '')?.[1] ?? ''

const xml = (action: string, inner: string) =>
  new Response(`<${action}Response xmlns="http://simulated/"><${action}Result>${inner}</${action}Result></${action}Response>`)

/** The names of an instance profile's members are those of IAM. */
const profile =
  '<InstanceProfile><Path>/</Path><InstanceProfileName>n</InstanceProfileName><InstanceProfileId>i</InstanceProfileId><Arn>a</Arn><CreateDate>2026-11-29T08:00:00Z</CreateDate><Roles/></InstanceProfile>'

const id = '00000000-0000-0000-0000-000000000000'

/** Answers to list requests, with an entry of another owner in each. */
const listed = {
  associations: [{ associationId: id }],
  profiles: [
    { name: 'another', profileId: '11111111-1111-1111-1111-111111111111' },
    { name: 'pixelworks', profileId: id },
  ],
}

type Handled = { readonly call: PlatformCall | null; readonly response: Response }

/** EKS and Roles Anywhere speak JSON, and a list changes nothing. */
function jsonService(service: string, { method, url }: Request, text: string): Handled {
  if (method === 'GET') return { call: null, response: Response.json(listed) }
  const input: unknown = text === '' ? {} : JSON.parse(text)
  return { call: { service, action: `${method} ${new URL(url).pathname}`, input }, response: Response.json({}) }
}

/** EC2, and the instance profiles of IAM. Null for the other actions of IAM. */
function queryService(service: string, text: string): Handled | null {
  const { Action: action = '', Version: _, ...input } = Object.fromEntries(new URLSearchParams(text))
  if (service !== 'ec2' && !action.endsWith('InstanceProfile')) return null
  return { call: { service, action, input }, response: xml(action, action === 'CreateInstanceProfile' ? profile : '') }
}

/**
 * What hands a role to a platform: instance profiles, launch templates, EKS Pod Identity associations, and Roles Anywhere profiles.
 * The simulator has none of them, so this keeps what the commands change. Null for a request to another service.
 */
export function platformServices() {
  const calls: PlatformCall[] = []
  const respond = async (request: Request): Promise<Response | null> => {
    const service = serviceOf(request)
    if (!['ec2', 'iam', 'eks', 'rolesanywhere'].includes(service)) return null
    const text = await request.clone().text()
    const isQuery = service === 'ec2' || service === 'iam'
    const handled = isQuery ? queryService(service, text) : jsonService(service, request, text)
    if (handled?.call != null) calls.push(handled.call)
    return handled?.response ?? null
  }
  return { calls, respond }
}
