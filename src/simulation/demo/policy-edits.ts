import { PolicyDocument, policyText } from '#core/policy/document.ts'

/** The policies of the role as somebody saved them after the stack was created, as JSON. Null: as the stack made them. */
export type PolicyEdits = { readonly trust: string | null; readonly permissions: string | null }

export const noEdits: PolicyEdits = { trust: null, permissions: null }

/** Stands in links where the external ID is in the policy. */
const placeholder = 'EXTERNAL_ID'

const edited: Readonly<Record<string, keyof PolicyEdits>> = { UpdateAssumeRolePolicy: 'trust', PutRolePolicy: 'permissions' }

function compact(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text))
  } catch {
    return text
  }
}

/** What a request to IAM saves; a stack that is made or deleted takes every edit with it. */
export function editsAfter(before: PolicyEdits, body: string, externalId: string | null): PolicyEdits {
  const request = new URLSearchParams(body)
  const action = request.get('Action') ?? ''
  if (/Stack$/.test(action)) return noEdits
  const policy = edited[action]
  if (policy === undefined) return before
  const text = compact(request.get('PolicyDocument') ?? '')
  return { ...before, [policy]: externalId === null ? text : text.replaceAll(externalId, placeholder) }
}

/** The text to save; null where the link names none, or none that is a policy. */
export function editedText(edit: string | null, externalId: string): string | null {
  if (edit === null) return null
  try {
    return policyText(PolicyDocument.parse(JSON.parse(edit.replaceAll(placeholder, externalId))))
  } catch {
    return null
  }
}
