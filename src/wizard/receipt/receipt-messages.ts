import { messages } from '#core/text/messages.ts'
import { plural } from '#core/text/plural.ts'
import type { ReceiptReading } from '#wizard/receipt/check-receipt.ts'

type Refused = Exclude<ReceiptReading['kind'], 'valid'>

const requests = (count: number): string => plural('en', count, { one: '# request', other: '# requests' })

/** The receipt, where it is given and where it is checked. */
export const receiptMessages = messages('receipt', {
  title: 'Verify a receipt',
  lead: (vendor: string) =>
    `A receipt is signed evidence from ${vendor} of a role check at a point in time. Verification happens in your browser. Nothing is uploaded.`,
  label: 'Receipt',
  hint: 'Paste the receipt or drop the .jws file here.',
  choose: 'Choose a file',
  genuine: (moment: string) => `Valid and current, checked ${moment}`,
  genuineText: (vendor: string) => `Signed by ${vendor} and not modified.`,
  simulatedMark: 'Simulated',
  simulated: 'Not from a real account',
  simulatedText: 'The signature is valid, but AWS was simulated. No real account, role, or policy was checked.',
  refused: {
    'signature-wrong': {
      title: 'Invalid signature',
      text: 'The receipt was modified or damaged. Don’t rely on it. Ask for the file again.',
    },
    'unknown-key': {
      title: 'Unknown signing key',
      text: 'It’s from another server or vendor, its key was replaced, or it may be forged. Don’t rely on it.',
    },
    'not-a-receipt': {
      title: 'Not a receipt',
      text: 'Paste the complete file contents.',
    },
    'browser-cannot': {
      title: 'This browser can’t verify receipts',
      text: 'It doesn’t support Ed25519 signatures, or this page isn’t on HTTPS. Use a newer browser.',
    },
  } satisfies Readonly<Record<Refused, { readonly title: string; readonly text: string }>>,
  expired: (date: string) => `Valid, checked on ${date}, no longer current`,
  expiredText: (vendor: string) =>
    `Signed by ${vendor} and not modified. Receipts are current for 24 hours after the check. Ask for a new one.`,
  noKeys: 'We couldn’t load our public key',
  fileUnreadable: 'We couldn’t read this file. Open it and paste its text.',
  results: 'Verification results',
  tried: 'Simulated results',
  answered: (count: number) => `Allowed with the external ID (${requests(count)})`,
  refusedCalls: (count: number) => `Denied everything else we tried (${requests(count)})`,
  worked: (count: number) => (count === 0 ? 'No permissions were tested' : `Permissions tested (${requests(count)})`),
  limits:
    'A receipt reflects one moment in time. Hashes cover the requested policies, not what’s in the account now. Check that this page’s URL belongs to the vendor.',
  facts: {
    checkedAt: 'Checked',
    signed: 'Signed',
    account: 'Account',
    role: 'Role',
    vendor: 'Vendor',
    vendorAccount: (name: string, account: string) => `${name}, account ${account}`,
    region: 'Region',
    place: (region: string, partition: string) => `${region}, ${partition}`,
    externalId: 'External ID (SHA-256)',
    trustPolicy: 'Requested trust policy (SHA-256)',
    permissionsPolicy: 'Requested permissions policy (SHA-256)',
    managedPolicy: 'Requested AWS managed policy',
    template: 'Template version',
    connection: 'Connection',
    number: 'Receipt ID',
  },
  download: 'Download receipt',
  preparing: 'Preparing the receipt…',
  checkLink: 'Verify a receipt',
  what: 'A signed record without credentials or the external ID.',
  whatSimulated: 'Marked as simulated.',
  failed: 'There’s no receipt right now',
  notVerified: 'A receipt needs a check from the last 5 minutes that found the role verified. Check the role again, then try again.',
})
