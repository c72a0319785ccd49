import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { type ShippedPackage, shippedPackages } from '#tools/shipped-packages.ts'

const Manifest = z.object({ name: z.string(), version: z.string(), description: z.string(), license: z.string() })

/** https://github.com/package-url/purl-spec/blob/main/types-doc/npm-definition.md */
const packageUrl = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`

function hashes(integrity: string) {
  const [algorithm, content = ''] = integrity.split('-')
  return algorithm === 'sha512' ? [{ alg: 'SHA-512', content: Buffer.from(content, 'base64').toString('hex') }] : []
}

const component = ({ name, version, license, integrity }: ShippedPackage) => ({
  type: 'library',
  'bom-ref': packageUrl(name, version),
  name,
  version,
  licenses: [{ expression: license }],
  purl: packageUrl(name, version),
  hashes: hashes(integrity),
})

/** Lists what the package contains and installs. https://cyclonedx.org/docs/1.6/json/ */
export function softwareBill(root: string) {
  const { name, version, description, license } = Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  const purl = packageUrl(name, version)
  const components = new Map(shippedPackages(root).map((each) => [packageUrl(each.name, each.version), component(each)]))
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': purl, name, version, description, licenses: [{ expression: license }], purl },
    },
    components: [...components.values()],
    dependencies: [{ ref: purl, dependsOn: [...components.keys()] }],
  }
}

if (process.argv[1] === import.meta.filename) {
  const root = join(import.meta.dirname, '../..')
  writeFileSync(join(root, 'dist/sbom.cdx.json'), `${JSON.stringify(softwareBill(root), null, 2)}\n`)
}
