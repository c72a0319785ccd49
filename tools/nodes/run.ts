import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { notTested } from '#tools/installation.ts'
import { compileBackEnd } from '#tools/package/consumers.ts'
import { backEndPackages } from '#tools/package/journey.ts'
import { pack, project, type Tarballs } from '#tools/package/packing.ts'

/** The oldest that `engines` in package.json allows, and the newest of each later version that is maintained. */
const versions = ['20.19.0', '22', '24']

/** The folder of a Node from the npm registry. Null if there is none for this machine, or no network. */
function nodeFolder(folder: string, version: string): string | null {
  const name = `node-${process.platform}-${process.arch}`
  try {
    return join(project(folder, `${name}@${version}`), 'node_modules', name, 'bin')
  } catch {
    return null
  }
}

/** In a process of that Node, so that all programs that it starts use that Node too. */
function testOn(bin: string, folder: string, { program, embed }: Tarballs, backEnd: string): string {
  const node = join(bin, 'node')
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` }
  const script = join(import.meta.dirname, 'on-node.ts')
  execFileSync(node, ['--import', 'tsx', script, folder, program, embed, backEnd], { env, stdio: 'inherit' })
  return execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
}

const folder = mkdtempSync(join(tmpdir(), 'rolebridge-nodes-'))
try {
  const source = join(folder, 'source')
  mkdirSync(source)
  const tarballs = pack(source)
  const backEnd = project(join(folder, 'backend'), tarballs.program, ...backEndPackages)
  compileBackEnd(backEnd)
  for (const version of versions) {
    const bin = nodeFolder(join(folder, `node-${version}`), version)
    if (bin === null) notTested(`the packages on Node ${version}, which the npm registry didn't give`)
    else
      console.log(`${testOn(bin, join(folder, `on-${version}`), tarballs, backEnd)}: installed, served, verified, backed up, and imported.`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
