import { messages } from '#core/text/messages.ts'

/** The link for a colleague, on both sides of it. */
export const handoffMessages = messages('handoff', {
  title: 'Send to a colleague',
  lead: 'The link opens only this connection. You’ll see progress here and can revoke the link anytime.',
  draftLead: 'Your colleague can enter the account ID and create the role. You’ll see progress here and can revoke the link anytime.',
  purpose: {
    label: 'What should they do?',
    'create-role': 'Create the role in AWS',
    'choose-permissions': 'Choose permissions and buckets',
  },
  note: 'Note (optional)',
  noteHint: 'Up to 500 characters.',
  make: 'Create link',
  makeNew: 'Create new link',
  makeNewHint: 'This replaces the current link.',
  replace: 'Replace the link',
  another: 'Send another link',
  linkTitle: 'Link',
  linkHint: (expires: string) => `Anyone with this link can open this connection until ${expires}. Share it only with your colleague.`,
  linkDemo: 'This demo runs in this tab only. Open the link here to see what your colleague sees.',
  openHere: 'Open as your colleague',
  copyLink: 'Copy link',
  mailTitle: 'Email text',
  copyMail: 'Copy email',
  openMail: 'Open in email app',
  notHere: (expires: string) => `An active link exists until ${expires}. It’s visible only in the browser that created it.`,
  revoke: 'Revoke link',
  hasEnded: 'Link revoked.',
  back: 'Back to the connection',
  backToAccount: 'Back to the form',
  draftTurn: (opened: boolean) => (opened ? 'Your colleague has opened the link.' : 'Your colleague hasn’t opened the link yet.'),
  made: 'Your colleague has entered the account.',
  follow: 'See progress',
  requester: {
    theirs: 'Waiting for your colleague',
    theirsText: (opened: boolean, expires: string) =>
      `${opened ? 'Your colleague opened the link' : 'Your colleague hasn’t opened the link yet'}. It expires ${expires}. This page updates automatically.`,
    yours: 'Your turn',
    expired: 'The link to your colleague has expired',
    expiredText: 'See below whether the role was created. If not, create a new link.',
    reply: 'Reply',
    send: 'Send back',
    details: 'Link and email',
  },
  colleague: {
    yours: { 'create-role': 'Your turn: create the role', 'choose-permissions': 'Your turn: choose permissions' },
    came: (requester: string | null, vendor: string, expires: string) =>
      `${requester ?? `Someone who uses ${vendor}`} asks you to help connect ${vendor} to AWS. If you don’t know them, don’t continue. This link works until ${expires}.`,
    theirs: 'Waiting for the sender',
    theirsText: 'You can close this page, or come back with the same link.',
    done: 'All done',
    doneText: 'Your colleague can see the result. You can close this page.',
    more: 'Ask a question or decline',
    reply: 'Message',
    replyHint: 'Sent to your colleague.',
    kinds: { done: 'Done', question: 'Ask a question', cannot: 'Decline' },
    leave: 'Close',
    only: 'This link opens one connection',
    onlyText: 'To connect another account, open the page without the link, or ask the sender.',
    toConnection: 'Back to connection',
    choose: 'Permissions',
    chooseHint: 'The role updates as you choose.',
    save: 'Save and return',
  },
  beyond: {
    given: 'Also included',
    came: 'Additional requests',
    mayChange: 'You can change these below.',
    policy: (vendor: string) => `The permissions policy was edited. It differs from what ${vendor} requested.`,
    boundary: (arn: string) => `With your company’s permissions boundary ${arn}`,
    path: (path: string) => `Under the path ${path}`,
    tags: (tags: string) => `With the tags ${tags}`,
    session: (hours: string) => `With a maximum session duration of ${hours}`,
  },
  said: {
    kinds: {
      asked: (isOwn: boolean) => (isOwn ? 'You wrote:' : 'Your colleague wrote:'),
      done: (isOwn: boolean) => (isOwn ? 'You marked it as done' : 'Your colleague marked it as done'),
      question: (isOwn: boolean) => (isOwn ? 'You asked a question' : 'Your colleague asked a question'),
      cannot: (isOwn: boolean) => (isOwn ? 'You declined' : 'Your colleague declined'),
    },
  },
  ended: {
    'handoff-expired': {
      title: 'This link has expired',
      why: 'Links expire so that an old email can’t open anything.',
    },
    'handoff-revoked': {
      title: 'This link was revoked',
      why: 'The sender revoked or replaced it.',
    },
    'handoff-unknown': {
      title: 'We don’t recognize this link',
      why: 'It may be cut off or very old. Copy the whole link.',
    },
  },
  todo: 'What to do now',
  endedTodo: 'Existing roles in AWS aren’t affected. Ask the sender for a new link. Suggested message:',
  endedAsk: (vendor: string, page: string, button: string) =>
    `Hi, the link to connect our AWS account to ${vendor} no longer works. Could you send a new one? On the connection page, choose “${page}”, then “${button}”.`,
  copyAsk: 'Copy text',
  startOver: 'Continue without the link',
  mail: {
    subject: {
      'create-role': (vendor: string, account: string) =>
        `Please create an IAM role for ${vendor}${account === '' ? '' : ` in AWS account ${account}`}`,
      'choose-permissions': (vendor: string) => `Please choose what ${vendor} can access in our AWS account`,
    },
    hello: 'Hi,',
    purpose: {
      'create-role': (vendor: string, account: string) =>
        `I’d like to connect ${vendor} to ${account === '' ? 'one of our AWS accounts' : `our AWS account ${account}`}. That needs one IAM role, and I don’t have access. Could you open this link?`,
      'choose-permissions': (vendor: string, account: string) =>
        `I’m creating the IAM role for ${vendor} in our AWS account ${account}. Could you open this link and choose what it can access?`,
    },
    steps: {
      'create-role':
        'You’ll sign in, choose Launch stack, and select the IAM acknowledgment. It takes about 2 minutes, is free, and can be undone by deleting the stack.',
      'choose-permissions': 'Enter the names and choose Save. You don’t need access to AWS.',
    },
    may: (vendor: string) => `What ${vendor} can do with the role:`,
    asks: (vendor: string) => `What ${vendor} requests:`,
    beyond: 'Additional requests:',
    safe: (vendor: string) => `No access keys are created. Only ${vendor} can use the role, and only with our external ID.`,
    expires: (expires: string) => `This link is for you and expires ${expires}.`,
    simulated: 'This is a demo: AWS is simulated, and nothing real is created.',
  },
})
