import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { PublishedTemplate } from '#core/artifacts/cloudformation-template.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { templatesBlock, withTemplates } from './template-buckets.ts'
import { readCommand, usage } from './template-command.ts'

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

/** The URLs of the partitions that have a bucket, and what the config says of others. */
const urlsOf = ({ templates: configured }: Vendor, templates: readonly PublishedTemplate[]): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...Object.entries(configured),
    ...templates.flatMap(({ partition, place, url }) => (place === null ? [] : [[partition, url]])),
  ])

const reading = readCommand(process.argv.slice(2), process.env)

if (reading.kind === 'help') {
  console.log(usage)
} else if (reading.kind === 'faults') {
  for (const fault of reading.faults) console.error(fault)
  process.exitCode = 1
} else {
  const { action, path, vendor, templates, hasBuckets } = reading.command
  const urls = urlsOf(vendor, templates)
  console.log(`Templates of ${vendor.name} (${path})\n`)
  if (action === 'check') {
    const outdated = templates.filter(({ partition, url }) => vendor.templates[partition] !== url)
    for (const { partition, url } of outdated) console.error(`${path}: templates["${partition}"] should be ${url}`)
    process.exitCode = outdated.length === 0 ? 0 : 1
  } else if (action === 'write') {
    await writeFile(path, withTemplates(await readFile(path, 'utf8'), urls))
    const missing = templates.filter(({ place }) => place === null).map(({ partition }) => partition)
    for (const partition of missing)
      console.error(`${path}: ${partition} has no bucket yet. Name one with --bucket ${partition}=acme-templates.`)
    process.exitCode = missing.length === 0 ? 0 : 1
  } else {
    for (const published of templates) console.log(await publish(published))
    if (hasBuckets) console.log(`"templates": ${templatesBlock(urls)}\n\nPut this into ${path}, or run the command again with --write.`)
    console.log('The objects must be readable by every customer. Upload them before the config goes live; never replace one.')
  }
}
