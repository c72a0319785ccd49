/** Imports that the files of one zone are allowed besides files below their own folder, and advice for all others. */
export type Zone = {
  readonly files: RegExp
  readonly allowed: readonly RegExp[]
  readonly denied?: readonly RegExp[]
  readonly instead: string
}

const core = /^#core\//
const i18n = /^#i18n\//
const ui = /^#ui\//
const publicFiles = /^#public\//
const packages = /^[^#.]/
const nodeAlone = /^node:|^@aws-sdk\//

/** The first row that fits a file applies to it. Tests may import anything. */
export const zones: readonly Zone[] = [
  {
    files: /^src\/core\//,
    allowed: [core, /^zod\/mini$/, /^@noble\/hashes\//],
    instead: 'Core is deterministic and runs anywhere: take the value as a parameter, or move the code to the zone that needs it.',
  },
  {
    files: /^src\/simulation\/aws\//,
    allowed: [core, /^#simulation\/aws\//, packages],
    instead: 'The simulator stands in for AWS, so it knows nothing of our server and screens: call it over its API.',
  },
  {
    files: /^src\/simulation\/console\//,
    allowed: [core, i18n, ui, /^#simulation\/console\//, packages],
    denied: [nodeAlone],
    instead: 'The simulated console is a site of its own: reach the simulator over its API, and pass what it needs in its URL.',
  },
  {
    files: /^src\/simulation\/demo\//,
    allowed: [core, i18n, ui, /^#(embed|server|simulation|wizard)\//, publicFiles, packages],
    denied: [
      nodeAlone,
      /^#server\/([^/]+|config\/.*|registry\/(libsql\/.*|dynamodb\/.*|postgres\/.*|open-registry|file-modes)|http\/(rate-limits|metrics)|aws\/(aws|live)-.*)\.ts$/,
    ],
    instead: 'The demo runs in a page: use the parts of the server that need neither Node nor the AWS SDK.',
  },
  {
    files: /^src\/server\/(main|dev|simulated-aws)\.ts$/,
    allowed: [core, /^#server\//, /^#simulation\/aws\//, publicFiles, packages],
    instead: 'The server serves files and data, not screens: render text in the wizard.',
  },
  {
    files: /^src\/server\//,
    allowed: [core, /^#server\//, publicFiles, packages],
    instead: 'Only main.ts, dev.ts and simulated-aws.ts know the simulator: take what you need as a dependency of the app.',
  },
  {
    files: /^src\/ui\//,
    allowed: [i18n, ui, /^#core\/text\/messages\.ts$/, packages],
    denied: [nodeAlone],
    instead: 'The ui folder knows nothing of the domain: take text and data as props, or move the component to the wizard.',
  },
  {
    files: /^src\/embed\//,
    allowed: [],
    instead: 'Other sites load the embed script, so it holds nothing but its own files.',
  },
  {
    files: /^src\/wizard\//,
    allowed: [core, i18n, ui, /^#wizard\//, /^#embed\/messages\.ts$/, publicFiles, packages],
    denied: [nodeAlone],
    instead:
      'The wizard reaches the server over HTTP and knows nothing of the demo: use src/wizard/api, or pass the value in from main.tsx.',
  },
  {
    files: /^src\/client\//,
    allowed: [core, /^zod\/mini$/, /^@aws-sdk\/client-sts$/],
    instead: 'The client runs in other back ends: it knows the API by the schemas of core, and nothing of our server.',
  },
  {
    files: /^src\/i18n\//,
    allowed: [core, i18n, ui, /^#(server|simulation|wizard)\//],
    instead: 'Catalogs hold text and nothing else: keep the logic where the text is used.',
  },
]
