import type { PlanFacts, Trusted } from '#core/pasted/pasted-rule.ts'

/** Whom the role must trust, in the nominative. */
export const trusted = ({ vendorAccountId, applicationUserArn }: Trusted): string =>
  applicationUserArn === null ? `das Konto ${vendorAccountId}` : `der IAM-Benutzer ${applicationUserArn}`

/** The principal that the role must trust, in the dative. */
export const trustedDative = ({ trustedUser, vendorAccount }: Pick<PlanFacts, 'trustedUser' | 'vendorAccount'>): string =>
  trustedUser === null ? `dem Konto ${vendorAccount}` : `dem IAM-Benutzer ${trustedUser}`
