import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { Vendor } from '#core/vendor.ts'
import { type PublishedTemplate, publishedTemplates } from './published-template.ts'

const usage = `Writes the CloudFormation template of each partition and says how to publish it.

  npm run template                 write dist/templates/ and print the upload commands
  npm run template -- --check      fail if the config's URLs do not carry the templates' versions
  npm run template -- --write      put the new URLs into the config
  --config FILE                    the vendor's config (public/vendor.json)
`

const filePath = ({ partition, key }: PublishedTemplate): string => `dist/templates/${partition}/${key}`

async function publish(published: PublishedTemplate): Promise<string> {
  const { partition, template, key, place, url, isCurrent } = published
  const path = filePath(published)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, template.text)
  return `${partition}
  file     ${path}
  SHA-256  ${template.sha256}
  version  ${template.version}
  upload   aws s3 cp ${path} s3://${place?.bucket ?? 'YOUR-BUCKET'}/${key} --content-type text/yaml --region ${place?.region ?? 'REGION'}
  URL      ${url}${isCurrent ? ' (in the config)' : ' (not in the config yet: "templates")'}
`
}

/** Text in, text out: the config keeps its layout. */
function withUrls(config: string, vendor: Vendor, templates: readonly PublishedTemplate[]): string {
  return templates.reduce((text, { partition, url, place }) => {
    const old = vendor.templates[partition]
    return old === undefined || place === null ? text : text.replaceAll(JSON.stringify(old), JSON.stringify(url))
  }, config)
}

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    config: { type: 'string', default: 'public/vendor.json' },
    help: { type: 'boolean', default: false },
  },
})
const config = await readFile(values.config, 'utf8')
const vendor = Vendor.parse(JSON.parse(config))
const templates = publishedTemplates(vendor)

if (values.help) {
  console.log(usage)
} else if (values.check) {
  const outdated = templates.filter(({ isCurrent }) => !isCurrent)
  for (const { partition, url } of outdated) console.error(`${values.config}: templates["${partition}"] should be ${url}`)
  process.exitCode = outdated.length === 0 ? 0 : 1
} else if (values.write) {
  await writeFile(values.config, withUrls(config, vendor, templates))
} else {
  for (const published of templates) console.log(await publish(published))
  console.log('The objects must be readable by every customer. Upload them before the config goes live; never replace one.')
}
