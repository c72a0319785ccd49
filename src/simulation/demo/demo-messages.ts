import { messages } from '#core/text/messages.ts'

/** The demo's bar, panel, and tour. */
export const demoMessages = messages('demo', {
  markLabel: 'Demo',
  mark: 'Demo. Nothing here is real or leaves this page.',
  notHere: 'No demo here',
  notHereWhy: 'This server uses the real AWS, so it doesn’t offer a demo.',
  toWizard: 'Go to the wizard',
  panel: {
    label: 'Simulated AWS',
    close: 'Close',
    restore: 'Restore the right policy',
    breakLabel: 'Break the role',
    breakHint: 'As a colleague might in the IAM console.',
    breakIt: 'Break it',
    nothingThere: 'There’s no role yet. Choose Continue on the first screen.',
    notes: {
      break: 'The role is broken. The wizard re-checks it.',
      restore: 'The right policies are back. The wizard re-checks them.',
    },
  },
  presenter: {
    label: 'Presenter',
    scenario: 'Scenario',
    step: 'Step',
    steps: { account: 'First screen', role: 'Create role', created: 'Stack created', restored: 'Fixed' },
    shows: 'Shows',
    pace: 'Pace',
    paces: { instant: 'Instant', realistic: 'Realistic', step: 'Manual' },
    theme: 'Theme',
    themes: { auto: 'System', light: 'Light', dark: 'Dark' },
    reset: 'Reset',
    pass: { instant: 'Skip 1 minute', realistic: 'Skip 1 minute', step: 'Skip 5 seconds' },
    endTrouble: 'Fix it',
    copy: 'Copy link',
    more: 'More',
    breakIt: 'Break it',
    hide: 'Hide',
    hosting: 'For engineers: hosting and config',
    keys: {
      bar: 'Ctrl+Shift+D shows and hides this bar.',
      notes: 'Ctrl+Shift+, shows and hides the notes on this page.',
      time: 'Ctrl+Shift+. skips time.',
    },
    notes: 'Notes',
    loading: 'Loading for offline use…',
    loaded: 'Works offline now.',
    prospect: 'Prospect',
    name: 'Prospect name',
    nameRefused: 'A name has 1 to 60 characters.',
    accent: 'Color',
    apply: 'Apply',
  },
  branding: {
    file: 'vendor.json or logo',
    hint: 'You can also paste or drop one anywhere on this page. It stays in this browser, and in the links that you copy.',
    remove: 'Remove branding',
    refused: 'This branding can’t be used',
    reasons: {
      'not-json': 'Paste or drop a vendor.json or an image. This is neither.',
      'too-large': 'Use a vendor.json of at most 16 kB, or a simpler image.',
      unreadable: 'Use an image in PNG, JPEG, WebP, or SVG, or copy the link again.',
    },
    close: 'Close',
  },
  tour: {
    label: 'Tour',
    /** Does on the page what the stop says. */
    show: 'Show me',
    next: 'Next',
    done: 'Done',
    skip: 'Skip the tour',
    place: (stop: number, of: number) => `${stop} of ${of}`,
    /** Each stop takes about 15 seconds. */
    stops: [
      {
        title: 'One number is enough',
        text: 'Enter an AWS account ID, for example 4444 5555 6666, and a bucket name. The external ID is generated. Then continue.',
      },
      {
        title: 'Nothing is hidden',
        text: 'Customers see the trust policy, the permissions, and the template before anything happens. What they see is what they copy and launch.',
      },
      {
        title: 'One stack, one click',
        text: 'Choose “Launch stack (simulated)”. The panel next to the wizard simulates the AWS console. Select the IAM acknowledgment, then choose “Create stack”.',
      },
      {
        title: 'The page updates automatically',
        text: 'No ARN to paste back. We test the role with the right external ID, with none, and with wrong ones. Only a role that denies those is verified.',
      },
      {
        title: 'Break it',
        text: 'In the panel, choose what a colleague might do to the role, then choose “Break it”. The wizard detects it and explains how to fix it.',
      },
      {
        title: 'Fix it',
        text: 'Choose “Restore the right policy” and watch the checks turn green again. Press Ctrl+Shift+D to choose any failure.',
      },
    ],
  },
})
