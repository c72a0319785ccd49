import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { vendorSecret, vendorToken } from '#e2e/vendor-token.ts'
import { freePort } from '#tools/engines.ts'
import { install, ofDistribution, onPath } from '#tools/installation.ts'
import { isAsShown, type ShellBlock } from './shell-blocks.ts'
import { blocksOf, type Story, stories } from './stories.ts'
import { resultsOf, scriptOf } from './story-script.ts'

/** Runs the commands of the documentation as written, in empty folders with the built package. */
const root = resolve(import.meta.dirname, '../..')
/** By their packages in Debian, where they differ. */
const neededTools = { bash: 'bash', curl: 'curl', jq: 'jq', aws: 'awscli', git: 'git', awk: 'gawk' }

/** An empty folder in which the package is installed. */
function projectIn(folder: string): string {
  const bin = join(folder, 'node_modules/.bin')
  mkdirSync(bin, { recursive: true })
  symlinkSync(root, join(folder, 'node_modules/rolebridge'))
  chmodSync(join(root, 'dist/server/main.js'), 0o755)
  symlinkSync('../rolebridge/dist/server/main.js', join(bin, 'rolebridge'))
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  return folder
}

/** The config and the policy of the application role that docs/vendors.md shows. */
const shownFiles = (): readonly string[] =>
  [...readFileSync(join(root, 'docs/vendors.md'), 'utf8').matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, text = '']) => text)

function writeShown(folder: string): Readonly<Record<'SHOWN_CONFIG' | 'SHOWN_POLICY', string>> {
  const paths = { SHOWN_CONFIG: join(folder, 'node_modules/vendor.json'), SHOWN_POLICY: join(folder, 'node_modules/policy.json') }
  const [config = '', policy = ''] = shownFiles()
  writeFileSync(paths.SHOWN_CONFIG, config)
  writeFileSync(paths.SHOWN_POLICY, policy)
  return paths
}

async function environmentIn(folder: string, [port, simulator, receiver]: Ports): Promise<NodeJS.ProcessEnv> {
  const { PATH, HOME } = process.env
  return {
    PATH,
    HOME,
    PORT: String(port),
    ROLEBRIDGE_SIMULATOR_PORT: String(simulator),
    ROLEBRIDGE_SIMULATOR_DELAY_MS: '300',
    ROLEBRIDGE_VENDOR_SECRET: vendorSecret,
    ROLEBRIDGE_WEBHOOK_URL: `http://127.0.0.1:${receiver}/`,
    ROLEBRIDGE_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
    RECEIVER_PORT: String(receiver),
    VENDOR_TOKEN: await vendorToken(`http://localhost:${port}`, 'connections:read connections:write tenants:delete'),
    ...writeShown(folder),
    npm_config_offline: 'true',
  }
}

type Ports = readonly [server: number, simulator: number, receiver: number]

const placeOf = ({ page, line }: ShellBlock): string => `${page}:${line}`

/** The faults of a story. */
async function faultsOf(story: Story): Promise<readonly string[]> {
  const folder = projectIn(mkdtempSync(join(tmpdir(), 'rolebridge-docs-')))
  try {
    const ports = [await freePort(), await freePort(), await freePort()] as const
    const blocks = blocksOf(story)
    const env = await environmentIn(folder, ports)
    const { stdout, stderr } = spawnSync('bash', ['-c', scriptOf(story, blocks, ports)], {
      cwd: folder,
      env,
      encoding: 'utf8',
      timeout: 300_000,
    })
    const results = resultsOf(stdout, ports)
    return blocks.flatMap((block, index) => {
      const result = results.get(index)
      if (result?.isDone !== true) return [`${placeOf(block)} failed\n${block.text}\n${result?.output ?? ''}${stderr.slice(-2000)}`]
      if (block.output === null || isAsShown(block.output, result.output)) return []
      return [`${placeOf(block)} shows\n${block.output}\nand the output is\n${result.output}`]
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const missing = Object.entries(neededTools).flatMap(([name, distributed]) => {
  const found = install({ name, find: () => onPath(name), installations: [ofDistribution(distributed)] })
  return found === null ? [name] : []
})
const wanted = process.argv[2] ?? ''
const chosen = stories.filter(({ page }) => page.includes(wanted))

if (missing.length > 0) {
  console.error(`NOT TESTED: the commands of the documentation. Install ${missing.join(', ')}, and run npm run docs:commands again.`)
  process.exitCode = 1
} else if (chosen.length === 0) {
  console.error(`No page with commands is called ${wanted}.`)
  process.exitCode = 1
} else {
  for (const story of chosen) {
    const faults = await faultsOf(story)
    console.log(`${story.page}: ${faults.length === 0 ? `${blocksOf(story).length} run as written` : faults.join('\n\n')}`)
    if (faults.length > 0) process.exitCode = 1
  }
}
