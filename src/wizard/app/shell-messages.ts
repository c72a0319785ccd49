import { type Partition, partitions } from '#core/aws/partition.ts'
import { messages } from '#core/text/messages.ts'

/** What frames every screen. */
export const shellMessages = messages('shell', {
  task: 'Connect your AWS account',
  connectingFor: 'Connecting for',
  help: 'Help',
  language: 'Language',
  steps: { account: 'Account', role: 'Create role', connected: 'Connected' },
  progress: 'Progress',
  simulatedMark: 'Notice',
  simulated: 'Simulated AWS: nothing here is real',
  loading: 'Loading…',
  retry: 'Try again',
  reload: 'Reload the page',
  may: (vendor: string) => `${vendor} can:`,
  title: (screen: string, vendor: string) => `${screen} · ${vendor}`,
  configFailed: {
    title: 'This page cannot start',
    unreachable: 'We could not reach our own server to learn what to ask you. Check your network, then try again.',
    unreadable: 'Our server gave an answer that this page cannot read. The fault is on our side; trying again in a while may help.',
  },
  broken: {
    title: 'This part of the page did not load',
    notLoaded:
      'A part of this page could not be loaded. Check your network and press Continue again; if that does not help, reload the page. What you typed is kept.',
    why: 'The page may have been updated since you opened it, or the network was lost for a moment. Nothing in AWS has changed, and what you typed is kept.',
  },
  allAccounts: 'All accounts',
  explained: { about: (code: string) => `About ${code}`, newTab: '(opens in a new tab)' },
  partitions: {
    aws: partitions.aws.title,
    'aws-us-gov': partitions['aws-us-gov'].title,
    'aws-cn': partitions['aws-cn'].title,
    'aws-eusc': partitions['aws-eusc'].title,
  } satisfies Readonly<Record<Partition, string>>,
  connectionFailed: 'We could not look up this connection',
})
