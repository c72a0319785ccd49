import * as z from 'zod/mini'
import { awsCliFix } from '#core/artifacts/aws-cli.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { type PasteCode, pasteText } from '#core/verify/explanation.ts'
import { readStored, store } from '#wizard/app/browser-storage.ts'

const key = (connectionId: string) => `rolebridge.role-update.${connectionId}`

/** Used when the browser blocks storage. */
const inMemory = new Set<string>()

/** The permissions were changed in this tab, so the role that exists must follow. Nothing in a verdict tells it from a role to create. */
export function rememberRoleUpdate(connectionId: string): void {
  inMemory.add(connectionId)
  store('session', key(connectionId), true)
}

export const isRoleUpdate = (connectionId: string): boolean =>
  inMemory.has(connectionId) || readStored('session', key(connectionId), z.boolean()) === true

type Correction = { readonly language: 'json' | 'bash'; readonly text: string; readonly marks: readonly string[] }

/** The text that fixes a role. The commands for the trust policy stop if they run in another account. */
export function correction(code: PasteCode, plan: RolePlan): Correction {
  if (code === 'trust-policy-command') return { language: 'bash', text: awsCliFix(plan).text, marks: [] }
  const { language, text } = pasteText(code, plan)
  const marks = code === 'trust-policy' ? [`"sts:ExternalId": ${JSON.stringify(plan.externalId)}`] : []
  return { language: language === 'shell' ? 'bash' : language, text, marks }
}
