import { type Arn, readArn } from '#core/aws/arn.ts'
import type { ParameterKind } from '#core/aws/parameter-kind.ts'
import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import type { AwsCheck } from '#core/checks/aws-check.ts'
import { awsCheck, checkIds } from '#core/checks/checks.ts'
import {
  type PermissionCheck,
  type PermissionSet,
  type PermissionSetParameter,
  type PermissionSetStatement,
  placeholders,
} from '#core/connection/permission-set.ts'
import { namesAction } from '#core/policy/action-pattern.ts'
import { listOf } from '#core/policy/document.ts'
import type { ConfigRule, ConfigSpot } from './config-finding.ts'
import { found, oneOf, suggestion } from './config-finding.ts'
import { eachOf, inStatements, type StatementPlace } from './statement-rules.ts'

/** The texts of a statement that can have parameters in them. */
const filledTexts = ({ resources, conditions = {} }: PermissionSetStatement): readonly string[] => [
  ...resources,
  ...Object.values(conditions).flatMap((keys) => Object.values(keys).flatMap((value) => [...listOf(value)])),
]

/** A statement's use of the kind, as an example. */
const useOf = (kind: ParameterKind, id: string): string =>
  arns[kind] === undefined
    ? `Write {{${id}}} in a resource or in the value of a condition`
    : `Write {{${id}}} in a resource, for example "${arns[kind].form.replace('NAME', `{{${id}}}`)}"`

const unusedParameter: ConfigRule = {
  severity: 'warning',
  check: ({ permissionSets }) =>
    permissionSets.flatMap(({ parameters, statements }, index) => {
      const used = statements.flatMap(filledTexts).flatMap(placeholders)
      return parameters.flatMap(({ id, kind }, position): ConfigSpot[] => {
        const message = `Customers enter "${id}", but no statement of this set uses it. ${useOf(kind, id)}, or remove the parameter.`
        return used.includes(id) ? [] : [{ path: ['permissionSets', index, 'parameters', position], message }]
      })
    }),
}

/** The ARN of what each kind names; `NAME` is the placeholder. https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const arns: Partial<Readonly<Record<ParameterKind, { readonly service: string; readonly form: string }>>> = {
  's3-bucket': { service: 's3', form: 'arn:{{partition}}:s3:::NAME' },
  'kms-key-id': { service: 'kms', form: 'arn:{{partition}}:kms:{{region}}:{{accountId}}:key/NAME' },
  'sqs-queue': { service: 'sqs', form: 'arn:{{partition}}:sqs:{{region}}:{{accountId}}:NAME' },
  'dynamodb-table': { service: 'dynamodb', form: 'arn:{{partition}}:dynamodb:{{region}}:{{accountId}}:table/NAME' },
  'sns-topic': { service: 'sns', form: 'arn:{{partition}}:sns:{{region}}:{{accountId}}:NAME' },
  // Secrets Manager adds a hyphen and six characters. https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
  secret: { service: 'secretsmanager', form: 'arn:{{partition}}:secretsmanager:{{region}}:{{accountId}}:secret:NAME-??????' },
  // Without the asterisk it is the group of a few actions on tags. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
  'log-group': { service: 'logs', form: 'arn:{{partition}}:logs:{{region}}:{{accountId}}:log-group:NAME:*' },
}

const noArn: Arn = { partition: '', service: '', region: '', accountId: '', resource: '' }

/** The parameter of the text that names a resource of its kind. */
const parameterIn = (resource: string, { set }: StatementPlace): PermissionSetParameter | undefined =>
  set.parameters.find(({ id, kind }) => arns[kind] !== undefined && placeholders(resource).includes(id))

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
  if (own === undefined) return null
  const form = own.form.replace('NAME', `{{${id}}}`)
  if (service === '') return null
  if (service !== own.service)
    return `"${id}" is of the kind "${kind}", but this is an ARN of ${service}. Use ${form}, or a parameter of another kind.`
  const wanted = readArn(form)?.resource.replace(/:\*$/, '')
  const isWhole = resource === wanted || /^[/:]/.test(resource.startsWith(wanted ?? '') ? resource.slice(wanted?.length) : '')
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

/** The part of a resource that a parameter of the kind can be: a whole ARN, or its last part, in which nothing else can follow. */
function misplacement(text: string, { id, kind }: PermissionSetParameter): string | null {
  const at = text.indexOf(`{{${id}}}`)
  if (at === -1) return null
  if (kind === 'arn')
    return at === 0
      ? null
      : `"${id}" is of the kind "arn", a whole ARN. Start the resource with it, for example "{{${id}}}" or "{{${id}}}/*".`
  const isFree = kind === 'text' || kind === 'tag-value'
  if (!isFree || text.startsWith('{{') || text.slice(0, at).split(':').length > 5) return null
  return `"${id}" is of the kind "${kind}". Use it in the last part of an ARN, for example "arn:{{partition}}:s3:::acme-uploads/{{${id}}}/*", or in the value of a condition.`
}

const misplacedParameter: ConfigRule = {
  severity: 'error',
  check: (vendor) =>
    inStatements(vendor, (place) =>
      eachOf('resources', place.statement.resources, (text) =>
        place.set.parameters.reduce<string | null>((found, parameter) => found ?? misplacement(text, parameter), null),
      ),
    ),
}

export const parameterRules: readonly ConfigRule[] = [unusedParameter, bucketInRegion, foreignForm, misplacedParameter]

/** A statement about the action on what the parameter names, or on more. */
function isAbout({ actions, resources }: PermissionSetStatement, action: string, parameter: string | undefined): boolean {
  const isNamed = (resource: string) => parameter !== undefined && placeholders(resource).includes(parameter)
  return actions.some((pattern) => namesAction(pattern, action)) && resources.some((resource) => isNamed(resource) || /[*?]/.test(resource))
}

const allows = ({ statements }: PermissionSet, action: string, parameter: string | undefined): boolean =>
  statements.some((statement) => statement.effect !== 'Deny' && isAbout(statement, action, parameter))

/** The Sid of a statement that denies the action on everything that the ARN names, whatever the request. */
const denialOf = ({ statements }: PermissionSet, action: string, arn: string): string | undefined =>
  statements.find(
    ({ effect, actions, resources, conditions }) =>
      effect === 'Deny' &&
      conditions === undefined &&
      actions.some((pattern) => namesAction(pattern, action)) &&
      resources.some((resource) => resource === '*' || resource === arn),
  )?.sid

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
  const { action, needsPermission = true } = check
  // A managed policy of AWS may allow the call: its content isn't known here.
  if (spots.length > 0 || !needsPermission || set.managedPolicyArns.length > 0) return spots
  const named = parameter === undefined ? check.arn : `{{${parameter}}}`
  const arn = check.arn.replace('{{resource}}', named)
  const needs = `"${call}" needs ${action} on ${named}`
  const denial = denialOf(set, action, arn)
  if (denial !== undefined) {
    const advice = 'Remove the action from that statement, or remove the check.'
    return spot('call', `${needs}, which the statement "${denial}" denies, so the check would always fail. ${advice}`)
  }
  if (allows(set, action, parameter)) return []
  const example = `{ "sid": "Find", "actions": ["${action}"], "resources": ["${arn}"] }`
  return spot('call', `${needs}, which no statement of this set allows, so the check would always fail. Add ${example}.`)
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
