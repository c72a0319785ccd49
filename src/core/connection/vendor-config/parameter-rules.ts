import { type Arn, readArn } from '#core/aws/arn.ts'
import type { ParameterKind } from '#core/aws/parameter-kind.ts'
import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import type { AwsCheck } from '#core/checks/aws-check.ts'
import { awsCheck, checkIds } from '#core/checks/checks.ts'
import type { PermissionCheck, PermissionSet, PermissionSetParameter } from '#core/connection/permission-set.ts'
import { placeholders } from '#core/connection/placeholders.ts'
import { namesAction } from '#core/policy/action-pattern.ts'
import type { ConfigRule, ConfigSpot } from './config-finding.ts'
import { found, oneOf, suggestion } from './config-finding.ts'
import { eachOf, inStatements, type StatementPlace } from './statement-rules.ts'

const unusedParameter: ConfigRule = {
  severity: 'warning',
  check: ({ permissionSets }) =>
    permissionSets.flatMap(({ parameters, statements }, index) => {
      const used = statements.flatMap(({ resources }) => resources.flatMap(placeholders))
      return parameters.flatMap(({ id }, position): ConfigSpot[] => {
        const message = `Customers enter "${id}", but no statement of this set uses it. Write {{${id}}} in a resource, for example "arn:{{partition}}:s3:::{{${id}}}", or remove the parameter.`
        return used.includes(id) ? [] : [{ path: ['permissionSets', index, 'parameters', position], message }]
      })
    }),
}

/** The ARN of what each kind names; `NAME` is the placeholder. https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const arns: Readonly<Record<ParameterKind, { readonly service: string; readonly form: string }>> = {
  's3-bucket': { service: 's3', form: 'arn:{{partition}}:s3:::NAME' },
  'kms-key-id': { service: 'kms', form: 'arn:{{partition}}:kms:{{region}}:{{accountId}}:key/NAME' },
  'sqs-queue': { service: 'sqs', form: 'arn:{{partition}}:sqs:{{region}}:{{accountId}}:NAME' },
  'dynamodb-table': { service: 'dynamodb', form: 'arn:{{partition}}:dynamodb:{{region}}:{{accountId}}:table/NAME' },
  'sns-topic': { service: 'sns', form: 'arn:{{partition}}:sns:{{region}}:{{accountId}}:NAME' },
  secret: { service: 'secretsmanager', form: 'arn:{{partition}}:secretsmanager:{{region}}:{{accountId}}:secret:NAME-??????' },
  'log-group': { service: 'logs', form: 'arn:{{partition}}:logs:{{region}}:{{accountId}}:log-group:NAME:*' },
}

const noArn: Arn = { partition: '', service: '', region: '', accountId: '', resource: '' }

const parameterIn = (resource: string, { set }: StatementPlace): PermissionSetParameter | undefined =>
  set.parameters.find(({ id }) => placeholders(resource).includes(id))

const bucketInRegion: ConfigRule = {
  severity: 'error',
  check: (vendor) =>
    inStatements(vendor, (place) =>
      eachOf('resources', place.statement.resources, (text) => {
        const { service, region, accountId, resource } = readArn(text) ?? noArn
        const isBucket = parameterIn(text, place)?.kind === 's3-bucket' && resource.startsWith('{{')
        if (service !== 's3' || !isBucket || `${region}${accountId}` === '') return null
        return `The ARN of a bucket has neither Region nor account. Write "arn:{{partition}}:s3:::${resource}".`
      }),
    ),
}

function unusualForm(text: string, { id, kind }: PermissionSetParameter): string | null {
  const { service, resource } = readArn(text) ?? noArn
  const own = arns[kind]
  const form = own.form.replace('NAME', `{{${id}}}`)
  if (service === '') return null
  if (service !== own.service)
    return `"${id}" is of the kind "${kind}", but this is an ARN of ${service}. Use ${form}, or a parameter of another kind.`
  const wanted = readArn(form)?.resource
  const isWhole = resource === wanted || resource.startsWith(`${wanted}/`)
  return isWhole ? null : `This is not what customers name with "${id}". Write ${form}, if you mean that.`
}

const foreignForm: ConfigRule = {
  severity: 'warning',
  check: (vendor) =>
    inStatements(vendor, (place) =>
      eachOf('resources', place.statement.resources, (text) => {
        const parameter = parameterIn(text, place)
        return parameter === undefined ? null : unusualForm(text, parameter)
      }),
    ),
}

export const parameterRules: readonly ConfigRule[] = [unusedParameter, bucketInRegion, foreignForm]

/** Statements of the set that allow the action on what the parameter names, or on more. */
function allows({ statements }: PermissionSet, action: string, parameter: string | undefined): boolean {
  const isNamed = (resource: string) => parameter !== undefined && placeholders(resource).includes(parameter)
  return statements.some(
    ({ actions, resources }) =>
      actions.some((pattern) => namesAction(pattern, action)) && resources.some((resource) => isNamed(resource) || /[*?]/.test(resource)),
  )
}

const spot = (key: 'call' | 'parameter', message: string): readonly ConfigSpot[] => [{ path: [key], message }]

function parameterSpots({ parameters }: PermissionSet, { id: call, parameter: kind }: AwsCheck, parameter: string | undefined) {
  const ids = parameters.map(({ id }) => id)
  const named = parameters.find(({ id }) => id === parameter)
  if (kind === null) {
    const isMeant = parameter === undefined
    return isMeant ? [] : spot('parameter', `"${call}" is a check of the account, so it has no parameter. Remove ${found(parameter)}.`)
  }
  if (named === undefined) {
    const allowed = ids.length === 0 ? `The set has no parameters: declare one of the kind "${kind}".` : `Use ${oneOf(ids)}.`
    if (parameter === undefined) return spot('parameter', `"${call}" checks the values of a parameter. ${allowed}`)
    return spot('parameter', `${found(parameter)} is not a parameter of this permission set. ${allowed}${suggestion(parameter, ids)}`)
  }
  if (named.kind === kind) return []
  const use = `Use a parameter of that kind (for example ${parameterKinds[kind].example}), or remove the check.`
  return spot('parameter', `"${call}" is a check of a parameter of the kind "${kind}", and "${parameter}" is a "${named.kind}". ${use}`)
}

function checkSpots(set: PermissionSet, { call, parameter }: PermissionCheck): readonly ConfigSpot[] {
  const check = awsCheck(call)
  if (check === undefined) {
    const values = checkIds.map((id) => JSON.stringify(id)).join(', ')
    return spot('call', `${found(call)} is not allowed here. Use one of ${values}.${suggestion(call, checkIds)}`)
  }
  const spots = parameterSpots(set, check, parameter)
  const { action, arn, needsPermission = true } = check
  if (spots.length > 0 || !needsPermission || allows(set, action, parameter)) return spots
  const named = parameter === undefined ? arn : `{{${parameter}}}`
  const example = `{ "sid": "Find", "actions": ["${action}"], "resources": ["${arn.replace('{{resource}}', named)}"] }`
  const message = `"${call}" needs ${action} on ${named}, which no statement of this set allows, so the check would always fail. Add ${example}.`
  return spot('call', message)
}

const brokenCheck: ConfigRule = {
  severity: 'error',
  check: ({ permissionSets }) =>
    permissionSets.flatMap((set, index) =>
      set.checks.flatMap((check, position) =>
        checkSpots(set, check).map(({ path, message }) => ({ path: ['permissionSets', index, 'checks', position, ...path], message })),
      ),
    ),
}

export const checkRules: readonly ConfigRule[] = [brokenCheck]
