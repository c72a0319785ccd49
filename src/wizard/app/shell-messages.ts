import { type Partition, partitions } from '#core/aws/partition.ts'
import { messages } from '#core/text/messages.ts'

export const shellMessages = messages('shell', {
  connectingFor: 'Connecting for',
  help: 'Help',
  privacy: 'Privacy',
  language: 'Language',
  steps: { account: 'Account', role: 'Create role', connected: 'Connected' },
  disconnecting: 'Disconnecting',
  disconnected: 'Disconnected',
  progress: 'Progress',
  simulated: 'Simulated AWS',
  loading: 'Loading…',
  retry: 'Try again',
  reload: 'Reload',
  may: (vendor: string) => `${vendor} can:`,
  title: (screen: string, vendor: string) => `${screen} · ${vendor}`,
  configFailed: {
    title: 'We couldn’t load this page',
    unreachable: 'Can’t reach our server. Check your connection and try again.',
    unreadable: 'Something went wrong on our side. Try again in a few minutes.',
  },
  broken: {
    title: 'This part of the page didn’t load',
    notLoaded: 'Part of this page didn’t load. Check your connection and choose Continue again. Your input is saved.',
    why: 'The page may have been updated, or your connection dropped. Your input is saved.',
  },
  allAccounts: 'All accounts',
  partitions: {
    aws: partitions.aws.title,
    'aws-us-gov': partitions['aws-us-gov'].title,
    'aws-cn': partitions['aws-cn'].title,
    'aws-eusc': partitions['aws-eusc'].title,
  } satisfies Readonly<Record<Partition, string>>,
  connectionFailed: 'We couldn’t load this connection',
})
