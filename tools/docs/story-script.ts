import type { ShellBlock } from './shell-blocks.ts'
import type { Story } from './stories.ts'

type Ports = readonly [server: number, simulator: number, receiver: number]

/** Addresses and folders in the documentation, and those of a test in their place. */
const replaced = ([server, simulator]: Ports): readonly (readonly [documented: string, tried: string])[] => [
  ['https://connect.example.com', `http://localhost:${server}`],
  ['http://localhost:4173', `http://localhost:${server}`],
  ['http://127.0.0.1:4174', `http://127.0.0.1:${simulator}`],
  ['ROLEBRIDGE_DATA=/var/lib/rolebridge', 'ROLEBRIDGE_DATA=.rolebridge'],
  ['/backups/', 'backups/'],
]

const asTried = (text: string, ports: Ports): string =>
  replaced(ports).reduce((result, [documented, tried]) => result.replaceAll(documented, tried), text)

/** The server of a page, which goes on while its other commands run. npx passes no signal on. */
const startServer = (output: string): string => `node_modules/.bin/rolebridge > ${output} 2> server.err &
server=$!
for i in $(seq 300); do grep -q 'sts get-caller-identity' ${output} && break; sleep 0.2; done
grep -q 'sts get-caller-identity' ${output} || { cat server.err >&2; exit 1; }`

const receiver =
  "node -e \"require('node:http').createServer((request, response) => response.writeHead(204).end()).listen(process.env.RECEIVER_PORT, '127.0.0.1')\" & receiver=$!"

const isServer = (text: string): boolean => /^npx rolebridge$/m.test(text)

function scriptOfBlock(story: Story, { text }: ShellBlock, index: number): string {
  const commands = text.replaceAll(/^npx rolebridge$/gm, () => `${startServer('server.out')}\ncat server.out`)
  const body = story.isApart === true && !isServer(text) ? `(\n${commands}\n)` : commands
  return `echo '@@@ ${index}'\n${body}\necho\necho '@@@ done ${index}'`
}

export function scriptOf(story: Story, blocks: readonly ShellBlock[], ports: Ports): string {
  const lines = [
    'set -eo pipefail',
    // A rejected request is a failed command, and one that gets no answer says so. Without it, curl succeeds with every status.
    'curl() { command curl --show-error --fail-with-body "$@"; }',
    `trap 'if [ $? -ne 0 ] && [ -s server.err ]; then tail -n 20 server.err >&2; fi; kill $server $receiver 2> /dev/null || true' EXIT`,
    receiver,
    ...(story.server === 'started-before' ? [startServer('server.out')] : []),
    story.given ?? '',
    ...blocks.map((block, index) => scriptOfBlock(story, block, index)),
  ]
  return asTried(lines.join('\n'), ports)
}

export type BlockResult = { readonly output: string; readonly isDone: boolean }

/** The output of each block, as a reader would see it. */
export function resultsOf(stdout: string, ports: Ports): ReadonlyMap<number, BlockResult> {
  const [, ...parts] = stdout.split(/^@@@ (?=\d)/m)
  return new Map(
    parts.map((part) => {
      const [index = '', ...rest] = part.split('\n')
      const [output = '', ending] = rest.join('\n').split(/^@@@ done /m)
      return [Number(index), { output: asDocumented(output, ports), isDone: ending !== undefined }]
    }),
  )
}

const asDocumented = (output: string, [server, simulator]: Ports): string =>
  output.replaceAll(`localhost:${server}`, 'localhost:4173').replaceAll(`127.0.0.1:${simulator}`, '127.0.0.1:4174')
