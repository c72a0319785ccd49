import type { AccountId } from '#core/aws/account-id.ts'
import { RoleName } from '#core/aws/iam-names.ts'
import type { Partition } from '#core/aws/partition.ts'
import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import { nameSuffixOf } from '#core/connection/suffixed-role-name.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { PolicyDocument } from '#core/policy/document.ts'

export type RolloutAccount = {
  readonly plan: RolePlan
  /** The customer's name for the account. */
  readonly name: string | null
}

/** The role plans of several accounts in one partition: neither stack sets nor credentials reach across partitions. */
export type Rollout = {
  readonly vendor: Vendor
  readonly partition: Partition
  /** Each account once. */
  readonly accounts: readonly [RolloutAccount, ...RolloutAccount[]]
  /** The organization's management account, which stack sets skip. Null if unknown. */
  readonly managementAccountId: AccountId | null
}

const isFilled = <Value>(values: readonly Value[]): values is readonly [Value, ...Value[]] => values.length > 0

/** One for each partition. If an account has several connections, the last counts: a stack set has one stack for each account. */
export function rollouts(connections: readonly Connection[], vendor: Vendor): readonly Rollout[] {
  const byPartition = new Map<Partition, Map<AccountId, RolloutAccount>>()
  for (const connection of connections) {
    const partition = partitionOf(connection.region)
    const accounts = byPartition.get(partition) ?? new Map<AccountId, RolloutAccount>()
    byPartition.set(partition, accounts)
    accounts.delete(connection.accountId)
    accounts.set(connection.accountId, { plan: rolePlan(connection, vendor), name: connection.name ?? null })
  }
  return [...byPartition].flatMap(([partition, found]) => {
    const accounts = [...found.values()]
    return isFilled(accounts) ? [{ vendor, partition, accounts, managementAccountId: null }] : []
  })
}

/** Stand-ins in the texts of a form for values that differ by account. Letters only, so that no dialect escapes them. */
export type Marks = { readonly accountId: string; readonly region: string; readonly externalId: string; readonly roleName: RoleName }

/** A role that is the same in several accounts, except for the marked values. */
export type RoleForm = {
  /** Letters and digits, to name it in a file. */
  readonly id: string
  /** The plan of the first account with marks in its policies, tags and permissions boundary. */
  readonly plan: RolePlan
  readonly accounts: readonly RolloutAccount[]
}

function unusedMark(name: string, texts: string): string {
  const mark = `RolebridgeOwn${name}`
  return texts.includes(mark) ? unusedMark(`${name}X`, texts) : mark
}

/** The rollout's own texts contain none of them, so each mark that is found later was put there. */
function marksOf(rollout: Rollout): Marks {
  const texts = JSON.stringify(rollout)
  return {
    accountId: unusedMark('AccountId', texts),
    region: unusedMark('Region', texts),
    externalId: unusedMark('ExternalId', texts),
    roleName: RoleName.parse(unusedMark('RoleName', texts)),
  }
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((part) => mapped(part, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapped(part, change)]))
}

/** In front of a mark, these could combine with the value that replaces it. */
const sign = /[$%]RolebridgeOwn/

/** Marks a name that is the account's own, so that its role is of the form that the others have. */
function markedName(plan: RolePlan, marks: Marks): Pick<RolePlan, 'roleName' | 'policyName'> {
  return nameSuffixOf(plan) === null ? plan : { roleName: marks.roleName, policyName: marks.roleName }
}

/** Marks values only, not keys: an account with its own ID in a key gets its own form. */
function markedPlan(plan: RolePlan, marks: Marks): RolePlan {
  const placed = (text: string) => {
    // First, since the name can contain the account ID or the Region.
    const named = nameSuffixOf(plan) === null ? text : text.replaceAll(plan.roleName, marks.roleName)
    const marked = named.replaceAll(plan.accountId, marks.accountId).replaceAll(plan.region, marks.region)
    return sign.test(marked) ? text : marked
  }
  const trusted = (text: string) => (text === plan.externalId ? marks.externalId : text)
  const { roleName, policyName } = markedName(plan, marks)
  return {
    ...plan,
    roleName,
    policyName,
    permissionsBoundary: plan.permissionsBoundary === null ? null : placed(plan.permissionsBoundary),
    tags: Object.fromEntries(Object.entries(plan.tags).map(([key, value]) => [key, placed(value)])),
    trustPolicy: PolicyDocument.parse(mapped(plan.trustPolicy, trusted)),
    permissionsPolicy: PolicyDocument.parse(mapped(plan.permissionsPolicy, placed)),
  }
}

function likeness({ roleName, path, maxSessionDuration, permissionsBoundary, tags, policyName, ...plan }: RolePlan): string {
  return JSON.stringify([
    roleName,
    path,
    maxSessionDuration,
    permissionsBoundary,
    tags,
    policyName,
    plan.trustPolicy,
    plan.permissionsPolicy,
    plan.managedPolicyArns,
  ])
}

/**
 * The roles of a rollout, each written once: replacing the marks with an account's values gives its plan. Usually there is one form.
 * Accounts that were connected with other permissions have another.
 */
export function roleForms(rollout: Rollout): { readonly marks: Marks; readonly forms: readonly RoleForm[] } {
  const marks = marksOf(rollout)
  const found = new Map<string, { readonly plan: RolePlan; readonly accounts: RolloutAccount[] }>()
  for (const account of rollout.accounts) {
    const plan = markedPlan(account.plan, marks)
    const key = likeness(plan)
    const same = found.get(key)
    if (same === undefined) found.set(key, { plan, accounts: [account] })
    else same.accounts.push(account)
  }
  return { marks, forms: [...found.values()].map((form, index) => ({ id: String(index + 1), ...form })) }
}
