export const embedWords = {
  title: 'Connect your AWS account',
  loading: 'Loading…',
  failed: 'This page cannot show “Connect your AWS account” here.',
  open: 'Open it in a new tab',
  noSource: 'The attribute src names no address of a wizard.',
} as const
