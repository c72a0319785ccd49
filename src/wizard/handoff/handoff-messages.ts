import { messages } from '#core/text/messages.ts'

/** The link for a colleague, on both sides of it. */
export const handoffMessages = messages('handoff', {
  title: 'Hand over to a colleague',
  lead: 'The link opens this one connection and nothing else. You see here how far your colleague is, and can end it at any moment.',
  draftLead:
    'You need not know the account ID. Your colleague completes what you typed and creates the role; you see here how far it is, and can end the link at any moment.',
  purpose: {
    label: 'What your colleague is to do',
    'create-role': 'Create the role, with access to AWS',
    'choose-permissions': 'Say what the role is for, for example which buckets',
  },
  note: 'A few words to go along',
  noteHint: 'Not needed. Up to 500 characters.',
  make: 'Make the link',
  makeNew: 'Make a new link',
  makeNewHint: 'A new link ends the one that is out.',
  linkTitle: 'The link',
  linkHint: (expires: string) => `Whoever has it may open the connection until ${expires}. Send it to your colleague alone.`,
  linkDemo: 'This demo lives in this tab alone, and so does its link: open it here to see what your colleague sees.',
  openHere: 'Open it as your colleague',
  copyLink: 'Copy link',
  mailTitle: 'An e-mail to send with it',
  copyMail: 'Copy e-mail',
  openMail: 'Open in your mail program',
  notHere: (expires: string) => `A link is out until ${expires}. It is shown only where it was made.`,
  revoke: 'End the link',
  hasEnded: 'The link has ended: nobody comes in by it any more.',
  back: 'Back to the connection',
  backToAccount: 'Back to what I typed',
  draftTurn: (opened: boolean) => (opened ? 'Your colleague has opened the link.' : 'Your colleague has not opened the link yet.'),
  made: 'Your colleague has entered the account.',
  follow: 'See how far it is',
  requester: {
    theirs: 'It is your colleague’s turn',
    theirsText: (opened: boolean, expires: string) =>
      `${opened ? 'The link was opened' : 'The link has not been opened yet'}; it ends on ${expires}. This page notices by itself when the role is ready.`,
    yours: 'It is your turn',
    expired: 'The link to your colleague has expired',
    expiredText: 'Whether the role was created shows below. If not, make a new link.',
    reply: 'Answer',
    send: 'Give it back to your colleague',
    details: 'The link and the e-mail',
  },
  colleague: {
    yours: { 'create-role': 'It is your turn: create the role', 'choose-permissions': 'It is your turn: say what the role is for' },
    came: (requester: string | null, vendor: string, expires: string) =>
      `${requester ?? `Someone who uses ${vendor}`} asks you to help connect ${vendor} to AWS. If you don’t know them, don’t continue. This link works until ${expires}.`,
    theirs: 'It is now the turn of who sent you the link',
    theirsText: 'Nothing more is asked of you. You may leave, or come back by the same link.',
    done: 'Done: the role works and is safe',
    doneText: 'Who sent you the link sees it too. Nothing more is asked of you.',
    more: 'Ask something, or say that you cannot do it',
    reply: 'Something to say?',
    replyHint: 'A question, or why it cannot be done. It goes to who sent you the link.',
    kinds: { done: 'I have done my part', question: 'I have a question', cannot: 'I cannot do this' },
    leave: 'Leave',
    only: 'This link opens one connection',
    onlyText: 'To connect another account, open the page without the link, or ask who sent it.',
    toConnection: 'To the connection',
    choose: 'What may the application do?',
    chooseHint: 'The role follows what you choose.',
    save: 'Save and give it back',
  },
  beyond: {
    given: 'This goes along, beside what is proposed',
    came: 'Asked for beside what is proposed',
    mayChange: 'You find all of it in the form below, and may change it.',
    policy: (vendor: string) => `The permissions policy was edited by hand: it is not the one that ${vendor} proposes.`,
    boundary: (arn: string) => `With your company’s permissions boundary ${arn}`,
    path: (path: string) => `Under the path ${path}`,
    tags: (tags: string) => `With the tags ${tags}`,
    session: (hours: string) => `With sessions of ${hours} at most`,
  },
  said: {
    kinds: { asked: 'asks', done: 'has done it', question: 'has a question', cannot: 'cannot do it' },
    you: 'You',
    other: 'Your colleague',
  },
  ended: {
    'handoff-expired': {
      title: 'This link has expired',
      why: 'Such links end after a while, so that an old e-mail opens nothing.',
    },
    'handoff-revoked': {
      title: 'This link was ended',
      why: 'Who sent it has ended it, or has made a newer one, which takes its place.',
    },
    'handoff-unknown': {
      title: 'We do not know this link',
      why: 'Perhaps it was cut off in an e-mail, or it is very old. Copy all of it, up to the last character.',
    },
  },
  todo: 'What to do',
  endedTodo: 'A role that was created in AWS stays as it is. Ask who sent the link for a new one, for example so:',
  endedAsk: (vendor: string) =>
    `Hello, the link to connect our AWS account with ${vendor} does not open any more. Please make a new one: on the page of the connection, press “Hand over to a colleague”, then “Make a new link”.`,
  copyAsk: 'Copy text',
  startOver: 'Go on without the link',
  mail: {
    subject: {
      'create-role': (vendor: string, account: string) =>
        `Please create an IAM role for ${vendor}${account === '' ? '' : ` in AWS account ${account}`}`,
      'choose-permissions': (vendor: string) => `Please say what ${vendor} may work on in our AWS account`,
    },
    hello: 'Hello,',
    purpose: {
      'create-role': (vendor: string, account: string) =>
        `we want to connect ${vendor} with ${account === '' ? 'one of our AWS accounts' : `our AWS account ${account}`}. It needs one IAM role there, and I have no access. Please open this page:`,
      'choose-permissions': (vendor: string, account: string) =>
        `I am about to create the IAM role for ${vendor} in our AWS account ${account}. Please open this page and say what it may work on:`,
    },
    steps: {
      'create-role':
        'What to do there: be signed in to the account, press the button, create the stack. It takes about two minutes, costs nothing, and deleting the stack undoes it. The page then checks by itself that the role is safe.',
      'choose-permissions': 'What to do there: fill in the names, press Save. You need no access to AWS.',
    },
    may: (vendor: string) => `What ${vendor} could do with the role:`,
    asks: (vendor: string) => `What ${vendor} asks for:`,
    beyond: 'Asked for beside what is proposed:',
    safe: 'No access keys are created. Only requests of the vendor that carry our external ID are let in.',
    expires: (expires: string) => `The link is for you alone and ends on ${expires}.`,
    simulated: 'This is a trial: AWS is simulated, nothing real is created.',
  },
})
