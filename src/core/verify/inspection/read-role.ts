import { codeMeaning } from '#core/checks/checks.ts'
import { type CheckResponse, deniedAction, errorMessage, protocols } from '#core/checks/protocols.ts'
import { namesAction } from '#core/policy/action-pattern.ts'
import { listOf, type PolicyDocument } from '#core/policy/document.ts'
import { percentDecoded } from '#core/text/strings.ts'
import type { SendIam } from '#core/verify/sts.ts'
import type { RoleSettings } from './role-settings.ts'

export type Decision = {
  readonly action: string
  readonly resource: string
  readonly decision: 'allowed' | 'implicitDeny' | 'explicitDeny'
}

type Unread = { readonly kind: 'unread'; readonly isDenied: boolean; readonly code: string; readonly action: string | null }

/** The texts as IAM has them. */
export type RoleReading =
  | {
      readonly kind: 'read'
      readonly trustPolicy: string
      readonly inlinePolicies: readonly string[]
      readonly attachedPolicies: readonly string[]
      readonly settings: RoleSettings
      /** Empty where IAM gave no answer to a simulation: what the policies say is known all the same. */
      readonly decisions: readonly Decision[]
      readonly requestIds: readonly string[]
    }
  | (Unread & { readonly requestIds: readonly string[] })

type Answer = { readonly kind: 'answer'; readonly body: string; readonly requestId: string } | (Unread & { readonly requestId: string })

const version = '2010-05-08'

const unread = (code: string, requestId: string): Unread & { readonly requestId: string } => ({
  ...{ kind: 'unread', isDenied: false, code, action: null, requestId },
})

function answerIn(action: string, response: CheckResponse): Answer {
  const { status, requestId, body } = response
  const isWhole = body.includes(`<${action}Response`) && body.trimEnd().endsWith(`</${action}Response>`)
  const isTruncated = /<IsTruncated>true</.test(body)
  if (status === 200)
    return isWhole && !isTruncated && requestId !== '' ? { kind: 'answer', body, requestId } : unread('IncompleteAnswer', requestId)
  const code = protocols.query.code(response)
  const isDenied = status === 403 && codeMeaning('', code) === 'denied'
  return { ...unread(code || String(status), requestId), isDenied, action: isDenied ? deniedAction(errorMessage(response)) : null }
}

async function called(send: SendIam, Action: string, parameters: Readonly<Record<string, string>>): Promise<Answer> {
  const response = await send({ Action, Version: version, ...parameters })
  return 'kind' in response ? unread(response.code, response.requestId) : answerIn(Action, response)
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" }

const plain = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_, name: string) => entities[name] ?? '')

const texts = (body: string, element: string): readonly string[] =>
  [...body.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, text = '']) => plain(text))

/** IAM encodes policies for URLs. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html */
const policyIn = (body: string, element: string): string => percentDecoded(texts(body, element)[0] ?? '') ?? ''

/** The tags are the only list with members in a role. */
function tagsIn(body: string): RoleSettings['tags'] {
  const [, ...tags] = body.split('<member>')
  return Object.fromEntries(tags.map((tag) => [texts(tag, 'Key')[0] ?? '', texts(tag, 'Value')[0] ?? '']))
}

/**
 * A role has no boundary unless one was set, and a maximum session duration of an hour unless another one was.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
 */
function settingsIn(body: string): RoleSettings {
  const [permissionsBoundary = null] = texts(body, 'PermissionsBoundaryArn')
  const [duration = ''] = texts(body, 'MaxSessionDuration')
  return { permissionsBoundary, maxSessionDuration: /^\d{1,9}$/.test(duration) ? Number(duration) : 3600, tags: tagsIn(body) }
}

/** In groups, because each list member of the answer has members of its own. */
function decisionsIn(body: string): readonly Decision[] {
  return body.split('<EvalActionName>').flatMap((part, index): readonly Decision[] => {
    const [action = ''] = part.split('</EvalActionName>')
    const [resource] = texts(part, 'EvalResourceName')
    const decision = (['allowed', 'implicitDeny', 'explicitDeny'] as const).find((one) => one === texts(part, 'EvalDecision')[0])
    return index === 0 || resource === undefined || decision === undefined ? [] : [{ action: plain(action), resource, decision }]
  })
}

const numbered = (name: string, values: readonly string[]) =>
  Object.fromEntries(values.map((value, index) => [`${name}.member.${index + 1}`, value]))

/**
 * A simulation takes whole names of actions, and knows no values of conditions. A planned denial would be its answer to what is allowed in
 * part. https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
function simulations(planned: PolicyDocument): readonly Readonly<Record<string, string>>[] {
  const denying = listOf(planned.Statement).filter(({ Effect }) => Effect === 'Deny')
  const mayBeDenied = (action: string) =>
    denying.some((denial) => denial.Action === undefined || listOf(denial.Action).some((pattern) => namesAction(pattern, action)))
  return listOf(planned.Statement).flatMap(({ Effect, Action, Resource, Condition }) => {
    const actions = listOf(Action).filter((action) => !/[*?]/.test(action) && !mayBeDenied(action))
    if (Effect !== 'Allow' || Condition !== undefined || actions.length === 0) return []
    return [{ ...numbered('ActionNames', actions), ...numbered('ResourceArns', listOf(Resource)) }]
  })
}

type ReadableRole = { readonly roleArn: string; readonly roleName: string; readonly permissionsPolicy: PolicyDocument }

async function simulated(send: SendIam, { roleArn, permissionsPolicy }: ReadableRole): Promise<readonly Answer[]> {
  return Promise.all(
    simulations(permissionsPolicy).map((asked) => called(send, 'SimulatePrincipalPolicy', { PolicySourceArn: roleArn, ...asked })),
  )
}

const isUnread = (answer: Answer): answer is Extract<Answer, { kind: 'unread' }> => answer.kind === 'unread'
const bodyOf = (answer: Answer): string => (answer.kind === 'answer' ? answer.body : '')

/** Reads the role with its own session. What can't be read whole counts as not read. */
export async function readRole(send: SendIam, role: ReadableRole): Promise<RoleReading> {
  const RoleName = role.roleName
  const first = await Promise.all(
    ['GetRole', 'ListRolePolicies', 'ListAttachedRolePolicies'].map((action) => called(send, action, { RoleName })),
  )
  const [found = '', named = '', attached = ''] = first.map(bodyOf)
  const names = texts(named, 'member')
  const [policies, simulation] = await Promise.all([
    Promise.all(names.map((PolicyName) => called(send, 'GetRolePolicy', { RoleName, PolicyName }))),
    simulated(send, role),
  ])
  const needed = [...first, ...policies]
  const requestIds = [...needed, ...simulation].flatMap(({ requestId }) => (requestId === '' ? [] : [requestId]))
  const missing = needed.find(isUnread)
  if (missing !== undefined) return { ...missing, requestIds }
  return {
    kind: 'read',
    trustPolicy: policyIn(found, 'AssumeRolePolicyDocument'),
    inlinePolicies: policies.map((answer) => policyIn(bodyOf(answer), 'PolicyDocument')),
    attachedPolicies: texts(attached, 'PolicyArn'),
    settings: settingsIn(found),
    decisions: simulation.flatMap((answer) => decisionsIn(bodyOf(answer))),
    requestIds,
  }
}
