import type { ParameterKind } from '#core/aws/parameter-kinds.ts'
import type { RandomBytes } from '#core/connection/external-id/external-id.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { type AccountForm, emptyAccountForm } from '#wizard/account/account-form.ts'
import type { DemoScenario } from './demo-scenarios.ts'

/** What a customer might type. */
const examples: Readonly<Record<ParameterKind, string>> = {
  's3-bucket': 'acme-uploads',
  'kms-key-id': '1234abcd-12ab-34cd-56ef-1234567890ab',
  'sqs-queue': 'acme-jobs',
  'dynamodb-table': 'acme-orders',
}

type DraftOptions = { readonly vendor: Vendor; readonly scenario: DemoScenario; readonly randomBytes: RandomBytes }

/** The first screen, filled in for a scenario as far as the vendor requires it. */
export function demoDraft({ vendor, scenario, randomBytes }: DraftOptions): AccountForm {
  const empty = emptyAccountForm(vendor, randomBytes)
  const parameters = vendor.permissionSets.map((set) => [
    set.id,
    Object.fromEntries(set.parameters.map(({ id, kind }) => [id, set.required ? examples[kind] : ''])),
  ])
  return { ...empty, accountId: scenario.accountId, parameters: Object.fromEntries(parameters) }
}
