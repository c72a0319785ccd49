/** About fifteen seconds each. */
export const tourStops: readonly { readonly title: string; readonly text: string }[] = [
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
]
