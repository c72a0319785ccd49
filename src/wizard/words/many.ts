import { inLanguage } from '#i18n/language.ts'
import type { WordsOf } from '#i18n/words-of.ts'
import type { AccountShow } from '#wizard/app/routes.ts'
import type { SortKey } from '#wizard/many/accounts-address.ts'

const accounts = (count: number): string => (count === 1 ? '1 account' : `${count} accounts`)
const lines = (count: number): string => (count === 1 ? '1 line' : `${count} lines`)

/** Many accounts at once: the list that is pasted, and the table. */
const english = {
  one: 'Connect one account',
  list: {
    heading: (vendor: string) => `Which accounts should ${vendor} work in?`,
    lead: 'Each account gets a connection of its own, with an external ID of its own. You create the roles in the next step, one by one or all at once.',
    label: 'Accounts',
    hint: 'One account a line: its ID, and if you like a name and a region. Commas, semicolons, tabs or blanks between them; a heading is understood. At most 500.',
    example: '444455556666, Production, eu-west-1',
    file: 'Or take a CSV file',
    unreadableFile: 'This file could not be read as text.',
    region: 'Region of the stacks',
    regionHint: 'For lines that name none. The roles themselves work in every region.',
    shared: 'What you choose here counts for all accounts of the list. Each account gets its own external ID, made by us.',
    found: (count: number) => (count === 0 ? 'No account yet' : `${accounts(count)} to connect`),
    refused: (count: number) => `${lines(count)} not taken`,
    refusedTitle: 'These lines are not taken',
    refusedHint: 'Mend them above. The others are connected without waiting for them; these stay in the field.',
    line: (line: number) => `Line ${line}`,
    firstLine: (line: number) => `It stands in line ${line}.`,
    suggestion: (accountId: string) => `Perhaps ${accountId}.`,
    more: (count: number) => `and ${lines(count)} more`,
    none: 'Paste at least one account that can be connected. Each line that is not taken says why.',
    submit: (count: number) => (count === 0 ? 'Connect the accounts' : `Connect ${accounts(count)}`),
    submitting: 'Reserving the external IDs…',
    server: 'Our server did not take these lines',
  },
  table: {
    heading: (count: number) => (count === 1 ? 'One account' : `${count} accounts`),
    lead: 'Roles are checked automatically, a few at a time. To check a verified role again, choose Check now.',
    unreadable: (count: number) => (count === 1 ? 'One connection can’t be shown' : `${count} connections can’t be shown`),
    unreadableText: 'Our record is damaged. The role in AWS isn’t affected. Contact support before you connect the account again.',
    none: 'No account yet',
    noneText: 'Nothing is connected in this browser. Paste a list of accounts, or connect one.',
    caption: (shown: number, all: number) =>
      shown === all ? `Connected accounts, ${all}` : `Connected accounts, ${shown} of ${all} shown`,
    account: 'Account',
    region: 'Region',
    externalId: 'External ID',
    status: 'Status',
    actions: 'What to do',
    sortKeys: { account: 'Account', name: 'Name', status: 'Status', lastLook: 'Last check' } satisfies Readonly<Record<SortKey, string>>,
    unsorted: 'In the order in which they were connected.',
    sorted: {
      account: { up: 'Sorted by account, lowest first.', down: 'Sorted by account, highest first.' },
      name: { up: 'Sorted by name, A first.', down: 'Sorted by name, A last.' },
      status: { up: 'Sorted by status, failing first.', down: 'Sorted by status, verified first.' },
      lastLook: { up: 'Sorted by last check, oldest first.', down: 'Sorted by last check, newest first.' },
    } satisfies Readonly<Record<SortKey, unknown>>,
    sortAgain: 'Sort again',
    show: { all: 'All', waiting: 'Waiting', verified: 'Verified', failing: 'Failing' } satisfies Readonly<Record<AccountShow, string>>,
    showLabel: 'Show',
    search: 'Find',
    searchHint: 'Account, name, region, external ID or status',
    nothing: 'No account is like this.',
    showAll: 'Show all accounts',
    notLooked: 'Not checked yet',
    looking: 'Checking…',
    verifiedEarlier: (ago: string) => `Verified, checked ${ago}`,
    untested: 'A check can’t find other exact external IDs in a trust policy. Open an account to see everything that was not tested there.',
    open: 'Create role',
    openFailing: 'See what to do',
    openVerified: 'See the proof',
    openName: (words: string, account: string) => `${words}: account ${account}`,
    lookNow: 'Check now',
    lookAgain: (count: number) => `Check ${accounts(count)} now`,
    lookAgainNone: 'Check failing accounts now',
    lookNowName: (account: string) => `Check now: account ${account}`,
    export: 'Download as CSV',
    filename: 'accounts.csv',
    add: 'Add accounts',
    left: (count: number) => `${lines(count)} of your list ${count === 1 ? 'was' : 'were'} not taken`,
    leftText: 'They are kept. Mend them and connect them too.',
    mend: 'Mend the list',
    summary: (counts: Readonly<Record<AccountShow, number>>) =>
      `Of ${accounts(counts.all)} ${counts.verified} verified, ${counts.waiting} waiting, ${counts.failing} failing.`,
    failure: 'Checks are paused briefly',
    back: 'All accounts',
  },
  rollout: {
    heading: 'Create all roles at once',
    lead: 'Each way below has the external ID of every account in it. It does not matter who runs it, or when: this page notices each role by itself.',
    partition: 'AWS partition',
    which: 'For',
    everyAccount: (count: number) => `all ${accounts(count)}`,
    openAccounts: (count: number) => `the ${accounts(count)} that ${count === 1 ? 'was' : 'were'} not verified`,
    management: 'Management account',
    managementHint: 'Of your organization. Stack sets leave it out, so it needs a stack of its own.',
    managementNone: 'not in this list',
    managementOwn: (account: string) => `Create the role in the management account ${account}`,
    onlyManagement: 'There is no account for a stack set: the management account is the only one.',
    ways: 'Ways to create all roles',
  },
} as const

export type ManyWords = WordsOf<typeof english>

export const manyWords = inLanguage('many', 'many', english)
