import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { onPath } from '#tools/installation.ts'
import type { ContainerEngine } from './engine.ts'

/** Packages that the build stage of the Containerfile needs, of the Debian that this machine has. */
const packages =
  'base-files,base-passwd,bash,dash,coreutils,findutils,grep,sed,libc-bin,binutils,ca-certificates,libstdc++6,libgcc-s1'.split(',')

/** The Node of the npm registry, because this machine may have an older one than the image. */
const nodePackage = `node-linux-${process.arch}@22`

const npmFolder = (): string => {
  const npm = onPath('npm')
  if (npm === null) throw new Error('npm is not installed')
  return join(dirname(realpathSync(npm)), '..')
}

/** Certificates that this machine adds for its network, which npm needs during the build too. */
const certificates = [process.env['NODE_EXTRA_CA_CERTS']].flatMap((file) => (file !== undefined && existsSync(file) ? [file] : []))

/** An image in place of `node:22-bookworm`, for machines that reach no container registry: Debian's packages, Node, and npm. */
export function localBase(engine: ContainerEngine, folder: string, name: string): void {
  const files = join(folder, 'files')
  mkdirSync(join(files, 'usr/local/bin'), { recursive: true })
  execFileSync('mmdebstrap', ['--variant=extract', `--include=${packages.join(',')}`, 'bookworm', join(folder, 'debian.tar')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, nodePackage])
  execFileSync('bash', ['-c', `tar xzf node-linux-*.tgz package/bin/node`], { cwd: folder })
  cpSync(join(folder, 'package/bin/node'), join(files, 'usr/local/bin/node'))
  cpSync(npmFolder(), join(files, 'usr/local/lib/npm'), { recursive: true, dereference: true })
  for (const file of certificates) cpSync(file, join(files, 'usr/local/share/extra.pem'))
  writeFileSync(join(folder, 'Containerfile'), containerfile)
  engine.build(folder, '-f', 'Containerfile', '-t', name, '.')
}

const containerfile = [
  'FROM scratch',
  'ADD debian.tar /',
  'COPY files /',
  'RUN ln -sf dash /bin/sh && ln -s ../lib/npm/bin/npm-cli.js /usr/local/bin/npm && ln -s ../lib/npm/bin/npx-cli.js /usr/local/bin/npx',
  'ENV PATH=/usr/local/bin:/usr/bin:/bin HOME=/root',
  ...(certificates.length === 0 ? [] : ['ENV NODE_EXTRA_CA_CERTS=/usr/local/share/extra.pem']),
].join('\n')
