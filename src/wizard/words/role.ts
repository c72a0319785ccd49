import type { OwnTemplateReason } from '#core/artifacts/template-choice.ts'
import { inLanguage } from '#i18n/language.ts'
import type { WordsOf } from '#i18n/words-of.ts'

/** The screen on which the role is created and watched. */
const english = {
  heading: 'Create the role in account',
  title: (account: string) => `Create the role in account ${account}`,
  leadOfReport: 'What was found, and what to do. This page looks again by itself.',
  lead: 'One stack with one role. This page notices by itself when it is ready.',
  signedIn: (account: string) => `Be signed in to ${account}`,
  signedInWhy: 'The stack refuses to start in any other account. The number at the top right of the AWS console must be this one.',
  launchLabel: 'Create the role',
  launch: 'Create role in AWS',
  launchSimulated: 'Create role in simulated AWS',
  launchHint: 'Opens CloudFormation in a new tab, filled in. If no tab opens, copy the link and open it yourself.',
  launchSimulatedHint: 'Opens our simulated AWS in a new tab, not the real one. If no tab opens, copy the link and open it yourself.',
  launchBesideHint: 'Opens our simulated AWS beside this page, not the real one, which would open in a new tab.',
  copyLink: 'Copy link',
  finish: 'Tick the box about IAM at the end and press Create stack',
  finishWhy: 'Then come back here: this page notices by itself and goes on.',
  upload: {
    reasons: {
      'template-not-published': 'none is published in this AWS partition',
      'permissions-policy': 'the permissions policy was edited',
      tags: 'it has tags of yours',
      'role-name': 'its name is another one than in the published template',
      path: 'its path is another one than in the published template',
      'permissions-boundary': 'the published template does not know its permissions boundary',
      'session-duration': 'its longest session is another one than in the published template',
    } satisfies Readonly<Record<OwnTemplateReason, string>>,
    why: (reasons: readonly string[]) =>
      `This role has a template of its own: ${reasons.join(', and ')}. AWS takes no template in a link, so you upload it. Nothing but the name of the stack has to be filled in.`,
    download: (filename: string) => `Download the template, ${filename}.`,
    downloadLabel: 'Download template',
    open: (filename: string) => `Open CloudFormation. Choose “Upload a template file”, take ${filename}, and press Next.`,
    openLabel: 'Open CloudFormation',
    openSimulated: 'Open simulated CloudFormation',
    name: 'Give the stack this name.',
    copyName: 'Copy stack name',
    create: 'Press Next, tick the box about IAM, press Next again and then Submit. Come back here.',
    hint: 'AWS does not document the address of that page. If it shows something else, choose CloudFormation, Create stack, With new resources.',
  },
  facts: {
    created: 'What is created',
    createdText: (role: string) => `One IAM role, ${role}, with one inline policy, and nothing else.`,
    cost: 'What it costs',
    costText: 'Nothing.',
    undo: 'How to undo it',
    undoText: (stack: string) => `Delete the stack ${stack}: the role goes with it.`,
  },
  again: 'Create it again, or in another way',
  update: {
    choose: 'Choose the permissions again',
    chooseLead:
      'Your external ID and the name of the role stay the same. The role in AWS doesn’t change until you update it in the next step.',
    chooseHint: 'The texts for your role follow what you choose.',
    changed: (vendor: string) => `What ${vendor} requests has changed`,
    missing: (title: string) => `“${title}” is required now, or needs a value.`,
    removed: (id: string) => `“${id}” is no longer requested.`,
    save: 'Save permissions',
    back: 'Back to the role',
    title: 'Update the role',
    heading: 'Update the role in account',
    lead: 'The role exists already, so update its stack. Don’t create a second one.',
    open: (stack: string) => `Open the stack ${stack} in CloudFormation and choose Update stack`,
    openHint: (filename: string) =>
      `Choose Make a direct update, Replace existing template, and Upload a template file. Select ${filename}, then choose Next.`,
    values: 'Enter these values',
    finish: 'Choose Next, select the IAM acknowledgement, choose Next, then Submit',
    finishWhy: 'Then come back here. The role is checked again automatically.',
    otherWay: 'If you didn’t use CloudFormation',
    otherWayText: (policy: string, role: string) => `Replace the inline policy ${policy} of the role ${role}.`,
  },
  artifacts: 'Ways to create the role',
  copy: 'Copy',
  undo: 'To remove access:',
  needs: (needs: readonly string[]) => `Requires: ${needs.join('; ')}.`,
  undoCommands: 'Removal commands',
  more: 'More methods',
  way: 'Method',
  download: 'Download',
  size: (kilobytes: string) => `${kilobytes} kB`,
} as const

export type RoleWords = WordsOf<typeof english>

export const roleWords = inLanguage('later', 'role', english)
