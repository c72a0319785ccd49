import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { install, ofDistribution, onPath, type Program } from './installation.ts'

type Sdk = Program & {
  readonly id: 'python' | 'ruby' | 'php' | 'go' | 'java' | 'rust'
  /** Takes more than a minute or 150 MB to install, so `npm test` doesn't. */
  readonly isHeavy: boolean
  /** How far the tests get with it. Debian has no SDK for some, and old SDKs know no endpoint variables. */
  readonly proof: 'run' | 'run-in-namespace' | 'compiled-with-stubs' | 'parsed'
}

const succeeds = (command: string, ...words: readonly string[]): boolean =>
  onPath(command) !== null && spawnSync(command, words).status === 0

/** Debian's packages of Go are sources, which GOPATH mode finds. */
export const goPath = '/usr/share/gocode'

/** The languages of the switch-role code, besides JavaScript, whose SDK is a dependency of the project. */
const sdks: readonly Sdk[] = [
  {
    id: 'python',
    name: 'Python with boto3',
    find: () => (succeeds('python3', '-c', 'import boto3') ? onPath('python3') : null),
    installations: [ofDistribution('python3-boto3')],
    isHeavy: false,
    proof: 'run',
  },
  {
    id: 'ruby',
    name: 'Ruby with the AWS SDK',
    find: () => (succeeds('ruby', '-e', "require 'aws-sdk-core'; require 'aws-sdk-s3'") ? onPath('ruby') : null),
    installations: [ofDistribution('ruby-aws-sdk-core', 'ruby-aws-sdk-s3')],
    isHeavy: false,
    proof: 'run-in-namespace',
  },
  { id: 'php', name: 'PHP', find: () => onPath('php'), installations: [ofDistribution('php-cli')], isHeavy: false, proof: 'parsed' },
  {
    id: 'go',
    name: 'Go with the AWS SDK',
    find: () => (existsSync(`${goPath}/src/github.com/aws/aws-sdk-go-v2/service/s3`) ? onPath('go') : null),
    installations: [ofDistribution('golang-go', 'golang-github-aws-aws-sdk-go-v2-dev')],
    isHeavy: true,
    proof: 'run-in-namespace',
  },
  {
    id: 'java',
    name: 'a Java compiler',
    find: () => onPath('javac'),
    installations: [ofDistribution('default-jdk-headless')],
    isHeavy: true,
    proof: 'compiled-with-stubs',
  },
  { id: 'rust', name: 'Rust', find: () => onPath('rustc'), installations: [ofDistribution('rustc')], isHeavy: true, proof: 'parsed' },
]

export const isSdkInstalled = (id: Sdk['id']): boolean => sdks.find((sdk) => sdk.id === id)?.find() != null

const titles: Readonly<Record<Sdk['id'], string>> = { python: 'Python', ruby: 'Ruby', php: 'PHP', go: 'Go', java: 'Java', rust: 'Rust' }

const list = (words: readonly string[]): string => new Intl.ListFormat('en').format(words)

/** Samples of the switch-role code that were not run on this machine. */
export function untestedSwitchRole({ hasNamespaces }: { readonly hasNamespaces: boolean }): readonly string[] {
  const found = sdks.map((sdk) => ({ ...sdk, isPresent: sdk.find() !== null }))
  const [present, missing] = [found.filter(({ isPresent }) => isPresent), found.filter(({ isPresent }) => !isPresent)]
  const named = (proof: Sdk['proof']) => present.filter((sdk) => sdk.proof === proof).map(({ id }) => titles[id])
  const lines: readonly (readonly [what: string, languages: readonly string[]])[] = [
    ['Never compiled or run', [...missing.map(({ id }) => titles[id]), '.NET']],
    ['Parsed, never compiled or run', named('parsed')],
    ['Compiled with stubs of the SDK, never run', named('compiled-with-stubs')],
    ['Compiled or parsed, never run, for want of a network namespace', hasNamespaces ? [] : named('run-in-namespace')],
  ]
  return [
    ...lines.flatMap(([what, languages]) =>
      languages.length === 0 ? [] : [`${what}: the code that switches roles in ${list(languages)}`],
    ),
    ...(missing.length === 0 ? [] : [`"npm run test:switch-role" installs ${list(missing.map(({ name }) => name))}, and runs these tests`]),
  ]
}

if (process.argv[1] === import.meta.filename) {
  const wanted = sdks.filter(({ isHeavy }) => !isHeavy || process.argv.includes('--all'))
  const failed = wanted.filter((sdk) => install(sdk) === null)
  for (const { name } of failed) console.warn(`Could not install ${name}.`)
}
