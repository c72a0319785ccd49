import { planTemplate } from '#core/artifacts/cloudformation.ts'
import { ownTemplateReasons, templateParameters } from '#core/artifacts/template-choice.ts'
import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { PolicyDocument, policyText } from '#core/policy/document.ts'
import type { Behavior } from '#simulation/aws/scenario.ts'
import { editedPolicy } from '#simulation/aws/trust-edits.ts'
import type { AwsAnswer } from '#simulation/console/aws-query.ts'
import { createStack, deleteStack, stacks } from '#simulation/console/cloudformation.ts'
import { role, savePermissionsPolicy, saveTrustPolicy } from '#simulation/console/iam.ts'

export type Subject = { readonly connection: Connection; readonly vendor: Vendor }

/** `nothing-there`: there is no connection yet, so no role. */
export type RoleChange = AwsAnswer<unknown> | { readonly kind: 'nothing-there' }

const done: RoleChange = { kind: 'answer', result: null }

export function launchStack({ connection, vendor }: Subject): Promise<RoleChange> {
  const plan = rolePlan(connection, vendor)
  return createStack(connection, {
    template:
      ownTemplateReasons(plan).length > 0
        ? { kind: 'body', text: planTemplate(plan).text }
        : { kind: 'url', url: vendor.templates[plan.partition] ?? '' },
    stackName: plan.stackName,
    parameters: templateParameters(plan),
    capabilities: ['CAPABILITY_NAMED_IAM'],
  })
}

async function savePolicies(plan: RolePlan, trustPolicy: string, permissionsPolicy: string): Promise<RoleChange> {
  const { roleName, policyName } = plan
  const trust = await saveTrustPolicy(plan, roleName, trustPolicy)
  return trust.kind === 'answer' ? savePermissionsPolicy(plan, { roleName, policyName, text: permissionsPolicy }) : trust
}

/** A stack that rolled back or lost its role can't be repaired, so it is deleted and created again. */
async function createAgain(subject: Subject): Promise<RoleChange> {
  const found = await stacks(subject.connection)
  if (found.kind !== 'answer') return found
  for (const { StackId } of found.result) {
    const deleted = await deleteStack(subject.connection, StackId)
    if (deleted.kind !== 'answer') return deleted
  }
  return launchStack(subject)
}

export async function restoreRole(subject: Subject): Promise<RoleChange> {
  const plan = rolePlan(subject.connection, subject.vendor)
  const found = await role(plan, plan.roleName)
  if (found.kind === 'error' && found.code === 'NoSuchEntity') return createAgain(subject)
  return savePolicies(plan, policyText(plan.trustPolicy), policyText(plan.permissionsPolicy))
}

const edited = (document: PolicyDocument, edit: Behavior['trust'], { connection }: Subject): string =>
  editedPolicy(policyText(document), edit, partitionOf(connection.region))

/** Saves the policies in a link. A policy that isn't in the link stays as the stack created it. */
export async function applyEdits(subject: Subject, { trust, permissions }: PolicyEdits): Promise<RoleChange> {
  const plan = rolePlan(subject.connection, subject.vendor)
  const { externalId } = subject.connection
  return savePolicies(
    plan,
    editedText(trust, externalId) ?? policyText(plan.trustPolicy),
    editedText(permissions, externalId) ?? policyText(plan.permissionsPolicy),
  )
}

export async function breakRole(subject: Subject, { trust, permissions }: Behavior): Promise<RoleChange> {
  if (trust === undefined && permissions === undefined) return done
  const plan = rolePlan(subject.connection, subject.vendor)
  return savePolicies(plan, edited(plan.trustPolicy, trust, subject), edited(plan.permissionsPolicy, permissions, subject))
}

/** Policies that were saved after the stack was created, as JSON. Null: unchanged. */
export type PolicyEdits = { readonly trust: string | null; readonly permissions: string | null }

export const noEdits: PolicyEdits = { trust: null, permissions: null }

/** Replaces the external ID in links, because each demo generates another one. */
const placeholder = 'EXTERNAL_ID'

const editedBy: Readonly<Record<string, keyof PolicyEdits>> = { UpdateAssumeRolePolicy: 'trust', PutRolePolicy: 'permissions' }

function compact(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text))
  } catch {
    return text
  }
}

/** Creating or deleting the stack discards every edit. */
export function editsAfter(before: PolicyEdits, body: string, externalId: string | null): PolicyEdits {
  const request = new URLSearchParams(body)
  const action = request.get('Action') ?? ''
  if (/Stack$/.test(action)) return noEdits
  const policy = editedBy[action]
  if (policy === undefined) return before
  const text = compact(request.get('PolicyDocument') ?? '')
  return { ...before, [policy]: externalId === null ? text : text.replaceAll(externalId, placeholder) }
}

/** The text to save. Null if the link has none, or if it isn't a policy. */
export function editedText(edit: string | null, externalId: string): string | null {
  if (edit === null) return null
  try {
    return policyText(PolicyDocument.parse(JSON.parse(edit.replaceAll(placeholder, externalId))))
  } catch {
    return null
  }
}
