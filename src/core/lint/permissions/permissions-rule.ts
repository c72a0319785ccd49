import type { PolicyView } from '../policy-view.ts'
import type { Rule } from '../rule.ts'

/** What is known of the role that the policy is for. */
export type PermissionsContext = { readonly partition?: string | undefined; readonly customerAccountId?: string | undefined }

export type PermissionsSubject = PolicyView & { readonly context: PermissionsContext }

export type PermissionsRule = Rule<PermissionsSubject>
