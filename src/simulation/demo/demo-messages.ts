import { messages } from '#core/text/messages.ts'

/** What the demo says of itself. */
export const demoMessages = messages('demo', {
  markLabel: 'Demo',
  mark: 'Demo: nothing here is real. No AWS account, no server, no data of yours.',
  notHere: 'There is no demo here',
  notHereWhy:
    'This page belongs to a server that works with the real AWS, so it gives no demo: the two must not be mistaken for each other.',
  toWizard: 'Go to the wizard',
  panel: {
    label: 'Simulated AWS',
    heading: 'Simulated AWS, not AWS',
    close: 'Close',
    restore: 'Restore the right policy',
    breakLabel: 'Break the role',
    breakHint: 'As a colleague might, in the IAM console.',
    breakIt: 'Break it',
    nothingThere: 'There is no role yet: press Continue on the first screen.',
    notes: {
      break: 'The role is broken. The wizard looks again.',
      restore: 'The right policies are back. The wizard looks again.',
    },
  },
  presenter: {
    label: 'Presenter',
    scenario: 'Scenario',
    step: 'Go to',
    steps: { account: 'First screen', role: 'Create role', created: 'Stack created', restored: 'Put right' },
    shows: 'Shows',
    pace: 'Pace',
    paces: { instant: 'Instant', realistic: 'As in AWS', step: 'Step by key' },
    theme: 'Colours',
    themes: { auto: 'Of the system', light: 'Light', dark: 'Dark' },
    reset: 'Start over',
    pass: { instant: 'Let a minute pass', realistic: 'Let a minute pass', step: 'Let 5 seconds pass' },
    passHint: 'Ctrl+Shift+. lets time pass.',
    endTrouble: 'Put it right',
    copy: 'Copy link to this state',
    hide: 'Hide',
    hideHint: 'Ctrl+Shift+D shows and hides this bar.',
    notes: 'Notes',
    loading: 'Still loading what comes later…',
    loaded: 'Everything is loaded: the network may go.',
    prospect: 'For whom',
    name: 'Name of the prospect',
    nameRefused: 'A name has 1 to 60 characters.',
    accent: 'Colour',
    apply: 'Use name and colour',
  },
  tour: {
    label: 'Tour',
    next: 'Next',
    done: 'Done',
    skip: 'Skip the tour',
    place: (stop: number, of: number) => `${stop} of ${of}`,
    /** About fifteen seconds each. */
    stops: [
      {
        title: 'One number is enough',
        text: 'Type an AWS account ID, 4444 5555 6666 for one, and a bucket name. The external ID is proposed; a customer may replace it. Then continue.',
      },
      {
        title: 'What will be created is there to read',
        text: 'The trust policy, the permissions and the template are shown before anything happens. What is shown is what is copied and what is launched.',
      },
      {
        title: 'One stack, in one press',
        text: 'Press "Create role in simulated AWS". The panel beside the wizard stands in for the AWS console: tick the box about IAM, press "Create stack".',
      },
      {
        title: 'The page finds out by itself',
        text: 'No ARN is pasted back. The role is tried with the right external ID, with none and with wrong ones; only a role that refuses those is verified.',
      },
      {
        title: 'Break it',
        text: 'In the panel choose what a colleague might do to the role, and press "Break it". The wizard sees it and says what happened, why, and what to do.',
      },
      {
        title: 'Put it right',
        text: 'Press "Restore the right policy" and watch the checks turn green again. Every failure there is can be chosen with Ctrl+Shift+D.',
      },
    ],
  },
})
