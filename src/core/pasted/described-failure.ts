import type { PastedRole } from './pasted-role.ts'

/** The call that assumes the role was denied. */
export const isAssumption = ({ errors, vendorWords }: PastedRole): boolean =>
  vendorWords?.failure === 'assume' ||
  errors.some(
    ({ code, operation, message }) => code === 'AccessDenied' && (operation === 'AssumeRole' || /\bsts:AssumeRole\b(?!With)/.test(message)),
  )

/** AWS's own errors are told with what else the text says of them. */
export const isFailedInWords = ({ errors, vendorWords }: PastedRole): boolean =>
  errors.length === 0 && ((vendorWords?.failure ?? null) !== null || (vendorWords?.missingActions ?? null) !== null)

/** That call, or something that needs it, failed. */
export const isOfRole = (pastedRole: PastedRole): boolean =>
  isAssumption(pastedRole) || ['role', 'connection', 'trust', 'role-not-found', 'either'].includes(pastedRole.vendorWords?.failure ?? '')

/** Less exact than what the text says of the call. */
export const denials = ['refused-without-reason', 'vendor-denied', 'vendor-connection-failed', 'vendor-names-trust']
