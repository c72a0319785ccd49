import type { Trusted } from '#core/pasted/pasted-rule.ts'

/** Whom the role must trust, in the nominative. */
export const trusted = ({ vendorAccountId, applicationUserArn }: Trusted): string =>
  applicationUserArn === null ? `das Konto ${vendorAccountId}` : `der IAM-Benutzer ${applicationUserArn}`
