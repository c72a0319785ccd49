import { messages } from '#core/text/messages.ts'

/** How someone comes to a session, or does not. */
export const launchMessages = messages('launch', {
  title: (isElsewhere: boolean, vendor: string) => (isElsewhere ? 'You can close this page' : `Open this page from ${vendor}`),
  todo: 'What to do now',
  why: {
    'launch-token-required': (vendor: string) =>
      `To connect an AWS account, sign in to ${vendor} and open this page from there. If you worked here before, your session has ended; nothing in AWS has changed.`,
    'launch-token-refused': (vendor: string) =>
      `The link that brought you here isn’t valid, or it has expired. Open this page again from ${vendor}.`,
    'launch-token-used': (vendor: string) =>
      `The link that brought you here was already used, and each link works once. Open this page again from ${vendor}.`,
    stayed: (_vendor: string) => 'Nothing was changed. Continue in the tab where you were working.',
  },
  /** In a page of the vendor, which makes the token. The customer has opened no link. */
  framed: {
    title: 'Reload this page',
    why: {
      'launch-token-required': (vendor: string) =>
        `Your session has ended, or it couldn’t start. Reload this page. If that doesn’t help, sign in to ${vendor} again. Nothing in AWS has changed.`,
      'launch-token-refused': (vendor: string) =>
        `This page’s sign-in token isn’t valid, or it has expired. Reload this page. If that doesn’t help, sign in to ${vendor} again.`,
      'launch-token-used': (vendor: string) =>
        `This page’s sign-in token was already used, and each token works once. Reload this page. If that doesn’t help, sign in to ${vendor} again.`,
    },
  },
  passing: {
    title: 'We couldn’t start your session',
    why: 'Our server didn’t answer as expected. Check your network, wait a moment, then try again.',
  },
  forSupport: (vendor: string) => `Details for ${vendor} support`,
  switching: {
    title: (name: string) => `Continue as ${name}?`,
    from: (name: string) => `You were working as ${name}.`,
    fromNameless: {
      tenant: 'You were working for someone else.',
      guest: 'You opened a link from a colleague in this tab.',
      anonymous: 'You connected AWS accounts in this browser without signing in.',
    },
    consequence: (name: string, vendor: string) =>
      `The link you opened is for ${name}. Accounts you connect from here on belong to ${name} in ${vendor}. If you don’t know ${name}, don’t continue.`,
    agree: (name: string) => `Continue as ${name}`,
    stay: (name: string) => `Stay with ${name}`,
    stayNameless: 'Don’t continue',
  },
  viewer: {
    title: 'You have view access',
    text: (vendor: string) =>
      `You can see the AWS accounts that are connected to ${vendor}, but not change anything. To connect an account, ask someone with edit access.`,
    toAccounts: 'View connected accounts',
  },
})
