import { partitionIds } from '#core/aws/partition.ts'
import {
  builtInPlaceholders,
  isBuiltInPlaceholder,
  isOfferedIn,
  type PermissionSet,
  type PermissionSetStatement,
  placeholders,
} from '#core/connection/permission-set.ts'
import { servedPartitions, type VendorFields } from '#core/connection/vendor-fields.ts'
import { isEveryAction } from '#core/policy/action-pattern.ts'
import type { ConfigRule, ConfigSpot } from './config-finding.ts'
import { found, oneOf, suggestion } from './config-finding.ts'

export type StatementPlace = { readonly set: PermissionSet; readonly statement: PermissionSetStatement; readonly vendor: VendorFields }

/** Checks each statement; the paths of its spots begin in the statement. */
export function inStatements(vendor: VendorFields, check: (place: StatementPlace) => readonly ConfigSpot[]): readonly ConfigSpot[] {
  return vendor.permissionSets.flatMap((set, index) =>
    set.statements.flatMap((statement, position) =>
      check({ set, statement, vendor }).map(({ path, message }) => ({
        path: ['permissionSets', index, 'statements', position, ...path],
        message,
      })),
    ),
  )
}

/** Checks each text of a list of the statement. */
export const eachOf = (
  field: 'actions' | 'resources',
  texts: readonly string[],
  faultIn: (text: string) => string | null,
): readonly ConfigSpot[] =>
  texts.flatMap((text, index) => {
    const message = faultIn(text)
    return message === null ? [] : [{ path: [field, index], message }]
  })

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
const actionForm = /^(\*|[a-zA-Z0-9*-]+:[a-zA-Z0-9*?]+)$/

function actionFault(action: string): string | null {
  if (actionForm.test(action)) return null
  const use = 'Use a service and an action, for example "s3:GetObject".'
  if (/[{}]/.test(action))
    return `${found(action)} has a placeholder. Placeholders work in "resources" and in the values of conditions. ${use}`
  if (/\s/.test(action)) return `${found(action)} has spaces. ${use}`
  return `${found(action)} is not an action of IAM. ${use}`
}

const malformedAction: ConfigRule = {
  severity: 'error',
  check: (vendor) => inStatements(vendor, ({ statement }) => eachOf('actions', statement.actions, actionFault)),
}

const isEverywhere = (resource: string): boolean => /^(\*+|arn:\*+(:\*+)*)$/.test(resource)

const everything: ConfigRule = {
  severity: 'error',
  check: (vendor) =>
    inStatements(vendor, ({ statement: { actions, resources, effect, conditions } }) => {
      const index = actions.findIndex(isEveryAction)
      if (index === -1 || !resources.some(isEverywhere)) return []
      const start = `${found(actions[index])} on ${found('*')}`
      if (effect !== 'Deny') {
        const message = `${start} gives away the whole account. List the actions that your application calls, for example "s3:GetObject", and the ARNs that it calls them on, for example "arn:{{partition}}:s3:::{{buckets}}/*".`
        return [{ path: ['actions', index], message }]
      }
      if (conditions !== undefined) return []
      const message = `This statement denies ${start}, so the role could do nothing. List the actions that your application must never call, for example "s3:DeleteObject", or add "conditions".`
      return [{ path: ['actions', index], message }]
    }),
}

export const actionRules: readonly ConfigRule[] = [malformedAction, everything]

const example = '"arn:{{partition}}:s3:::{{buckets}}/*"'

/** `${aws:username}`, `${aws:username, 'nobody'}`, `${*}`. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
const policyVariable = /\$\{(?:[*?$]|[A-Za-z][\w-]*:[^{}]+)\}/g

/** Braces that are neither a placeholder nor a policy variable. */
function bracesFault(text: string): string | null {
  const rest = text.replaceAll(/\{\{\w+\}\}/g, '').replaceAll(policyVariable, '')
  if (!/[{}]/.test(rest)) return null
  const [, spaced] = /\{\{\s*(\w+)\s*\}\}/.exec(rest) ?? []
  if (spaced !== undefined) return `${found(text)} has spaces in a placeholder. Write {{${spaced}}}.`
  const [, single] = /\$?\{(\w+)\}/.exec(rest) ?? []
  if (single !== undefined)
    return `${found(text)} has a placeholder with other braces. Write {{${single}}}; a policy variable has a prefix, for example \${aws:username}.`
  return `${found(text)} has a brace too many or too few. A placeholder is a name between double braces, for example {{partition}}.`
}

/** Placeholders that cannot be filled in. */
export function placeholderFault(text: string, { set, vendor }: StatementPlace): string | null {
  const names = placeholders(text)
  const declared = set.parameters.map(({ id }) => id)
  const allowed = [...builtInPlaceholders, ...declared]
  const unknown = names.find((name) => !allowed.includes(name))
  if (unknown !== undefined) {
    const owner = vendor.permissionSets.find(({ parameters }) => parameters.some(({ id }) => id === unknown))
    const elsewhere = owner === undefined ? '' : ` "${unknown}" is a parameter of the permission set "${owner.id}", and works there only.`
    const list = allowed.map((name) => `{{${name}}}`).join(', ')
    return `${found(text)} uses {{${unknown}}}, which is unknown here. Allowed here: ${list}.${elsewhere}${suggestion(unknown, allowed)}`
  }
  const repeated = names.find((name, index) => !isBuiltInPlaceholder(name) && names.indexOf(name) < index)
  if (repeated !== undefined) return `${found(text)} uses {{${repeated}}} twice. Use each parameter once.`
  const several = set.parameters.filter(({ id, many }) => many && names.includes(id)).map(({ id }) => id)
  return several.length < 2
    ? null
    : `${found(text)} uses ${oneOf(several).replace(' or ', ' and ')}, which both have several values. Use one of them, and remove "many" from the other.`
}

const arnForm = /^arn:([^:\s]*):([^:\s]*):([^:\s]*):([^:\s]*):(\S+)$/

function partitionFault(text: string, partition: string, served: readonly string[]): string | null {
  if (partition === '{{partition}}' || partition === '*') return null
  const known: readonly string[] = partitionIds
  const use = `Write {{partition}}, for example ${example}.`
  if (!known.includes(partition))
    return `${found(text)} names the partition ${found(partition)}, which is not one of ${oneOf(known)}. ${use}`
  const others = served.filter((id) => id !== partition)
  return others.length === 0
    ? null
    : `${found(text)} works in the partition ${partition} only, and IAM rejects it in ${others.join(', ')}. ${use}`
}

/** A whole ARN that the customer enters, or one that begins with it. */
const isParameterArn = (text: string, { parameters }: PermissionSet): boolean =>
  /^\S+$/.test(text) && parameters.some(({ id, kind }) => kind === 'arn' && text.startsWith(`{{${id}}}`))

function arnFault(text: string, { set, vendor }: StatementPlace): string | null {
  if (/^\*$/.test(text) || isParameterArn(text, set)) return null
  const [whole, partition = '', service = ''] = arnForm.exec(text) ?? []
  if (whole === undefined) {
    const spaces = /\s/.test(text) ? ' It has spaces.' : ''
    return `${found(text)} is not an ARN.${spaces} Use arn:partition:service:region:account:resource, for example ${example}, or "*" where the action has no resource.`
  }
  if (!/^([a-z0-9-]+|\*)$/.test(service)) return `${found(text)} names no service. Name it as in actions, for example ${example}.`
  return partitionFault(
    text,
    partition,
    servedPartitions(vendor).filter((id) => isOfferedIn(set, id)),
  )
}

const malformedResource: ConfigRule = {
  severity: 'error',
  check: (vendor) =>
    inStatements(vendor, (place) =>
      eachOf('resources', place.statement.resources, (text) => bracesFault(text) ?? placeholderFault(text, place) ?? arnFault(text, place)),
    ),
}

export const resourceRules: readonly ConfigRule[] = [malformedResource]
