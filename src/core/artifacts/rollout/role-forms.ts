import type { RolePlan } from '#core/connection/role-plan.ts'
import { PolicyDocument } from '#core/policy/document.ts'
import type { Rollout, RolloutAccount } from './rollout.ts'

/** Stand in the texts of a form where each account has its own value. Letters only, so that no dialect escapes them. */
export type Marks = { readonly accountId: string; readonly region: string; readonly externalId: string }

/** A role that several accounts have alike, but for what the marks stand for. */
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

/** In none of the texts of the rollout, so that each mark that is found later was put there. */
function marksOf(rollout: Rollout): Marks {
  const texts = JSON.stringify(rollout)
  return {
    accountId: unusedMark('AccountId', texts),
    region: unusedMark('Region', texts),
    externalId: unusedMark('ExternalId', texts),
  }
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((part) => mapped(part, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapped(part, change)]))
}

/** Before a mark these could be taken for a part of what is put in its place. */
const sign = /[$%]RolebridgeOwn/

/** Values alone are marked, not names of keys: where an account stands in one, it has a form of its own. */
function markedPlan(plan: RolePlan, marks: Marks): RolePlan {
  const placed = (text: string) => {
    const marked = text.replaceAll(plan.accountId, marks.accountId).replaceAll(plan.region, marks.region)
    return sign.test(marked) ? text : marked
  }
  const trusted = (text: string) => (text === plan.externalId ? marks.externalId : text)
  return {
    ...plan,
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
  ])
}

/**
 * The roles of a rollout, each written once: an account's own values put in the place of the marks make its plan again. Mostly
 * there is one form; accounts that were connected with other permissions have another.
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
