import type { ArtifactDialect } from '#core/artifacts/artifact.ts'
import { readAccountId } from '#core/aws/read-account-id.ts'
import type { PermissionChoice } from '#core/connection/permission-choice.ts'
import type { PermissionSetParameter } from '#core/connection/permission-set.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { offeredRegions } from '#core/connection/vendor-fields.ts'
import { localized, vendorText } from '#i18n/language.ts'
import { rolePreviewMessages } from '#wizard/account/role-preview-messages.ts'
import { noAccount, noExternalId, withPlaceholders } from '#wizard/account/role-preview-plan.ts'

export type KnownOfReader = { readonly accountId: string | null; readonly region: string | null }

/** Letters, digits and hyphens alone, which no dialect quotes or encodes, so that it can be found again in every one of them. */
const standIn = ({ id }: PermissionSetParameter): string => `--${id}--`

const required = (vendor: Vendor) => vendor.permissionSets.filter((set) => set.required)

function standIns(vendor: Vendor): PermissionChoice {
  return Object.fromEntries(
    required(vendor).map((set) => [
      set.id,
      Object.fromEntries(set.parameters.map((parameter) => [parameter.id, parameter.many ? [standIn(parameter)] : standIn(parameter)])),
    ]),
  )
}

/** The role with the vendor's required permissions, and placeholders for unknown values. Null without a Region. */
export function placeholderPlan(vendor: Vendor, { accountId, region }: KnownOfReader): RolePlan | null {
  const offered = offeredRegions(vendor).map((each) => each.region)
  const chosen = offered.find((each) => each === region) ?? offered[0]
  if (chosen === undefined) return null
  const reading = readAccountId(accountId ?? '')
  const account = reading.kind === 'account' ? reading.accountId : noAccount
  return rolePlan({ accountId: account, region: chosen, externalId: noExternalId, permissions: standIns(vendor) }, vendor)
}

/** The placeholders that the reader has to replace. */
export function placeholderMarks(vendor: Vendor): string[] {
  const words = localized(rolePreviewMessages)
  const parameters = required(vendor).flatMap((set) => set.parameters)
  return [words.account, words.externalId, ...parameters.map(({ title }) => words.parameter(vendorText(title)))]
}

function readable(text: string, vendor: Vendor): string {
  return required(vendor)
    .flatMap((set) => set.parameters)
    .reduce(
      (shown, parameter) => shown.replaceAll(standIn(parameter), localized(rolePreviewMessages).parameter(vendorText(parameter.title))),
      withPlaceholders(text),
    )
}

export function withReadablePlaceholders(dialect: ArtifactDialect): ArtifactDialect {
  return {
    ...dialect,
    render: (plan, language) => {
      const artifact = dialect.render(plan, language)
      return { ...artifact, text: readable(artifact.text, plan.vendor) }
    },
    undo: (plan, language) => {
      const { words: sentence, commands } = dialect.undo(plan, language)
      return {
        words: readable(sentence, plan.vendor),
        commands: commands && { ...commands, text: readable(commands.text, plan.vendor) },
      }
    },
  }
}
