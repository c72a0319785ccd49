import { inLanguage } from '#i18n/language.ts'
import type { WordsOf } from '#i18n/words-of.ts'

/** The page for the customer's security review. */
const english = {
  heading: (vendor: string, account: string) => `What ${vendor} gets in account ${account}`,
  title: (vendor: string, account: string) => `Security review of ${vendor} in account ${account}`,
  lead: (vendor: string, purpose: string) =>
    `For your security review. ${vendor} ${purpose}, and asks for one IAM role to do so: no users, no access keys, no software in your account.`,
  link: 'Page for your security review',
  back: 'Back to the role',
  shareTitle: 'To pass it on',
  share: 'Print it or save it as PDF: what is printed is complete, both policies stand at the end in full.',
  print: 'Print or save as PDF',
  simulated: 'AWS is simulated here: what is said below to be proved proves nothing about a real account.',
  shared: {
    link: 'One link for everybody',
    linkText:
      'It opens this page without a session, for whoever reviews it, and holds no secret: the external ID is left out. What it says was so when it was made.',
    withReceipt: 'The signed receipt goes along, and the page checks it.',
    withoutReceipt: 'Once the role is verified, the signed receipt goes along.',
    copy: 'Copy link',
    provedTitle: (vendor: string) => `Proved: ${vendor} signed a receipt for this very role`,
    provedText: (vendor: string) =>
      `Your browser checked the signature with the public key of this server. Account, role, vendor account, and permissions policy of the receipt match this page. In real calls by ${vendor}, the role accepted the external ID and denied every other request that was tried.`,
    expiredText: (vendor: string) =>
      `${vendor} signed this receipt for this very role, and it was not changed. A receipt is current for 24 hours after its check. Ask the person who sent the link for a new one.`,
    simulatedTitle: 'Simulated: this proves nothing about a real account',
    simulatedText: 'The receipt is signed rightly, but AWS was a simulator.',
    noneTitle: 'Stated, not proved',
    noneText: (vendor: string) =>
      `Account, region and permissions below are what the link says, and anybody can make such a link. Name, account and requests of ${vendor} come from this server. Check the text at the end before you approve it; a link that was made after verification brings proof along.`,
    differsTitle: 'The receipt is genuine, but of something else',
    differsText: (matters: string) =>
      `It differs from this page in: ${matters}. The link was changed, or the role was since. Do not rely on it, and ask for a new link.`,
    matters: { account: 'the account', role: 'the role', vendor: 'the vendor account', permissions: 'the permissions policy' },
    checking: 'Checking the receipt…',
    unreadableTitle: 'This link cannot be read',
    unreadableText:
      'It was cut off on its way, or it is for an application that asks for other permissions today. Ask who sent it to copy it again from the page for the security review.',
    hidden: 'The external ID is not in this link. Who creates the role sees it in its place.',
  },
  created: {
    title: 'What is created, and for whom',
    role: 'One IAM role',
    policy: 'With one inline policy',
    stack: 'By the stack',
    stackIn: (stack: string, region: string) => `${stack} in ${region}`,
    vendorAccount: 'Vendor account',
    ofVendor: (account: string, vendor: string) => `${account}, of ${vendor}: the only one that is trusted`,
    applicationRole: 'Application role in it',
    anyRole: (vendor: string) => `any that ${vendor} lets assume roles`,
    condition: 'On condition',
    conditionText: 'that the request carries the external ID of this connection',
    session: 'A session lasts',
    hours: (hours: string) => `at most ${hours} h`,
    boundary: 'Permissions boundary',
    noBoundary: 'none',
    tags: 'Tags',
    noTags: 'none',
  },
  permissions: {
    title: 'What it may do, and what that could do at worst',
    lead: (vendor: string) =>
      `“At worst” is what somebody could do who has taken over ${vendor} itself. It ends when you delete the role, and reaches nothing that is not in this list.`,
    required: 'required',
    optional: 'chosen by you',
    why: 'Why',
    action: 'Action',
    does: 'What it allows',
    worst: 'At worst',
    caption: (set: string) => `Permissions of “${set}”`,
    edited: {
      title: 'The policy as you edited it',
      badge: 'edited by you',
      why: (vendor: string, sets: readonly string[]) => `It stands in the place of what ${vendor} asks for: ${sets.join(', ')}.`,
      denied: 'Forbidden, whatever else allows it',
    },
  },
  deputy: {
    title: 'Why the external ID is there',
    text: (vendor: string): readonly string[] => [
      `${vendor} works for many customers and uses a role in the account of each.`,
      `Without more, another customer could name your role as theirs, and ${vendor} would work in your account for them without noticing: it would be the confused deputy.`,
      `So ${vendor} keeps one external ID for each connection, sends it with every request for the role, and lets no other customer use it, while your trust policy refuses every request without it.`,
      `It is not a secret: AWS accepts it from the account of ${vendor} alone, so knowing it is of no use to anybody else.`,
    ],
    source: 'AWS on the confused deputy',
  },
  proved: {
    title: 'What was proved so far',
    at: 'Last checked',
    verified: 'Each of these calls was really made. The role accepted the right external ID and denied every other request that was tried.',
    notVerified: 'The role is not verified now: the list says what was seen and what is still open.',
    receipt: 'The receipt',
    simulated: 'AWS was simulated: this proves nothing about a real account.',
    noReceipt: 'There is a receipt, signed and to be checked by anybody, once the role is verified.',
  },
  watch: {
    title: 'How to watch it',
    points: (session: string): readonly string[] => [
      `Each successful use of the role is an AssumeRole event in CloudTrail of your account, with the account that called. Our own checks call themselves ${session}.`,
      'Only successful calls appear there: “CloudTrail does not log denied AWS STS requests in the target account’s CloudTrail.” So it does not show who tried in vain.',
      'What is done with objects, items and messages are data events. CloudTrail records them only where you have switched them on.',
    ],
    command: 'The uses of the last 90 days in one region, with the AWS CLI',
    commandHint: 'Repeat it for each region in which you expect calls.',
    query: 'Over a trail, with Athena',
    queryHint: 'cloudtrail_logs is the table that the CloudTrail console makes; put the name of yours in its place.',
    sources: 'AWS on',
    stsEvents: 'STS in CloudTrail',
    dataEvents: 'data events',
    athena: 'Athena over CloudTrail',
    copyCommand: 'Copy command',
    copyQuery: 'Copy queries',
  },
  revoke: {
    title: 'How to revoke it',
    lead: (vendor: string) => `You can do it alone and at any moment. ${vendor} is not asked, and finds the role gone.`,
    stack: 'Created by the stack',
    commands: 'Created with the AWS CLI or by hand',
    stackLabel: 'Commands that delete the stack',
    roleLabel: 'Commands that delete the role',
  },
  exactly: {
    title: 'Exactly what is created',
    template: 'Template version',
    templateSha256: 'SHA-256 of the template file',
    templateUrl: 'Published at',
    templateCheck: 'One template serves every customer and never changes under its address. To check a copy: sha256sum FILE.',
    trust: 'Trust policy',
    permissions: 'Permissions policy',
    sha256: (hash: string) => `SHA-256 ${hash}`,
  },
} as const

export type ReviewWords = WordsOf<typeof english>

export const reviewWords = inLanguage('later', 'review', english)
