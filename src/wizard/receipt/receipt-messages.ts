import { messages } from '#core/text/messages.ts'
import type { ReceiptReading } from '#wizard/receipt/check-receipt.ts'

type Refused = Exclude<ReceiptReading['kind'], 'valid'>

const times = (count: number): string => ['never', 'once', 'twice'][count] ?? `${count} times`

/** The receipt, where it is given and where it is checked. */
export const receiptMessages = messages('receipt', {
  title: 'Check a receipt',
  lead: (vendor: string) =>
    `A receipt is the proof, signed by ${vendor}, that a role worked and was safe at one moment. Your browser checks the signature; what you paste is sent nowhere.`,
  label: 'Receipt',
  hint: 'One long line that begins with “ey”. Paste it, or drop the file here.',
  choose: 'Choose a file',
  genuine: (moment: string) => `Genuine and current, checked ${moment}`,
  genuineText: (vendor: string) => `${vendor} signed it, and nothing in it was changed since.`,
  simulatedMark: 'Simulated',
  simulated: 'It proves nothing about a real account',
  simulatedText: 'The signature is right, but AWS was a simulator: no real account, role or policy was looked at.',
  refused: {
    'signature-wrong': {
      title: 'The signature is wrong',
      text: 'This text is not what was signed: something in it was changed, by hand or on its way. Do not rely on it, and ask for the file again.',
    },
    'unknown-key': {
      title: 'It was signed with a key that we do not know',
      text: 'It is of another server or of another vendor, it was signed with a key that has been replaced, or somebody made it up. This page cannot tell which. Do not rely on it.',
    },
    'not-a-receipt': {
      title: 'This is not a receipt',
      text: 'It does not have the form of one. Paste all of it, from the first character of the file to the last.',
    },
    'browser-cannot': {
      title: 'This browser cannot check it',
      text: 'It does not know the signature (Ed25519), or this page was opened without https. This says nothing about the receipt: take a newer browser.',
    },
  } satisfies Readonly<Record<Refused, { readonly title: string; readonly text: string }>>,
  expired: (date: string) => `Genuine, checked on ${date}, no longer current`,
  expiredText: (vendor: string) =>
    `${vendor} signed it, and nothing in it was changed. A receipt is current for 24 hours after its check. Ask the person who gave it to you for a new one.`,
  noKeys: 'We could not fetch our public key',
  fileUnreadable: 'This file could not be read. Open it and paste its text.',
  proved: 'What was proved',
  tried: 'What was tried in the simulator',
  answered: (count: number) => `The role could be used with the external ID. This was tried ${times(count)}.`,
  refusedCalls: (count: number) =>
    `It refused every call that a safe role refuses, such as those without the external ID. This was tried ${times(count)}.`,
  worked: (count: number) => (count === 0 ? 'No permission was tried out.' : `The permissions worked. This was tried ${times(count)}.`),
  limits:
    'It tells what was so at that moment, not what is so now. The hashes are of the policies that were asked for; what stands in the role is known in its account alone. And it is worth as much as the address of this page: make sure that it is ours.',
  facts: {
    seen: 'Seen',
    signed: 'Signed',
    account: 'Account',
    role: 'Role',
    vendor: 'Vendor',
    vendorAccount: (name: string, account: string) => `${name}, account ${account}`,
    region: 'Region',
    place: (region: string, partition: string) => `${region}, ${partition}`,
    externalId: 'External ID, as SHA-256',
    trustPolicy: 'Trust policy asked for, as SHA-256',
    permissionsPolicy: 'Permissions policy asked for, as SHA-256',
    template: 'Template version',
    connection: 'Connection',
    number: 'Number of the receipt',
  },
  download: 'Download receipt',
  preparing: 'Preparing the receipt…',
  checkLink: 'Check a receipt',
  what: 'Evidence to keep: the calls above with their request IDs, the time, and the hashes of the policies, signed. It holds no credentials and no external ID.',
  whatSimulated: 'It says of itself that AWS was simulated.',
  failed: 'There’s no receipt right now',
  notVerified: 'A receipt needs a check from the last 5 minutes that found the role verified. Check the role again, then try again.',
})
