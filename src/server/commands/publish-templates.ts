import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type PublishedTemplate, publishedTemplates } from '#core/artifacts/cloudformation-template.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import type { Environment } from '#server/config/environment.ts'
import { demoAccounts, demoAccountsSentence, readVendorFile, vendorPathOf } from '#server/config/vendor-file.ts'
import { type Given, lines, type Output } from './command.ts'
import { readBuckets, templatesBlock, withBuckets, withTemplates } from './template-buckets.ts'

export type TemplateOption = 'bucket' | 'check' | 'write' | 'out'

type Templates = { readonly path: string; readonly vendor: Vendor; readonly templates: readonly PublishedTemplate[] }

const isProduction = ({ NODE_ENV, ROLEBRIDGE_AWS }: Environment): boolean => NODE_ENV === 'production' || ROLEBRIDGE_AWS === 'live'

function refusals(path: string, vendor: Vendor, environment: Environment): readonly string[] {
  const accounts = isProduction(environment) ? demoAccounts(vendor) : []
  return accounts.length === 0 ? [] : [demoAccountsSentence(path, accounts)]
}

const refused = (faults: readonly string[]): Output => ({ exitCode: 1, errors: lines(...faults) })

function written(folder: string, { partition, template, key, place, url, isCurrent }: PublishedTemplate): string {
  const path = join(folder, partition, key)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, template.text)
  return lines(
    partition,
    `  file     ${path}`,
    `  SHA-256  ${template.sha256}`,
    `  version  ${template.version}`,
    `  upload   aws s3 cp ${path} s3://${place?.bucket ?? 'YOUR-BUCKET'}/${key} --content-type text/yaml --region ${place?.region ?? 'REGION'}`,
    `  URL      ${url}${isCurrent ? ' (in the config)' : ' (not in the config yet: "templates")'}`,
    '',
  )
}

/** The URLs of the partitions that have a bucket, and what the config says of others. */
const urlsOf = ({ vendor, templates }: Templates): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...Object.entries(vendor.templates),
    ...templates.flatMap(({ partition, place, url }) => (place === null ? [] : [[partition, url]])),
  ])

const titleOf = ({ path, vendor }: Templates): string => lines(`Templates of ${vendor.name} (${path})`, '')

function comparison(all: Templates): Output {
  const { path, vendor, templates } = all
  const outdated = templates.filter(({ partition, url }) => vendor.templates[partition] !== url)
  const errors = lines(...outdated.map(({ partition, url }) => `${path}: templates["${partition}"] should be ${url}`))
  return { exitCode: outdated.length === 0 ? 0 : 1, text: titleOf(all), errors }
}

function writeUrls(all: Templates): Output {
  const { path, templates } = all
  writeFileSync(path, withTemplates(readFileSync(path, 'utf8'), urlsOf(all)))
  const missing = templates.filter(({ place }) => place === null)
  const errors = lines(
    ...missing.map(({ partition }) => `${path}: ${partition} has no bucket yet. Name one with --bucket ${partition}=acme-templates.`),
  )
  return { exitCode: missing.length === 0 ? 0 : 1, text: titleOf(all), errors }
}

function writeFiles(all: Templates, folder: string, hasBuckets: boolean): Output {
  const files = all.templates.map((template) => `${written(folder, template)}\n`).join('')
  const block = `"templates": ${templatesBlock(urlsOf(all))}\n\nPut this into ${all.path}, or run the command again with --write.\n`
  const advice = 'The objects must be readable by every customer. Upload them before the config goes live; never replace one.\n'
  return { exitCode: 0, text: `${titleOf(all)}${files}${hasBuckets ? block : ''}${advice}` }
}

/** `rolebridge template [FILE]`. */
export function publishTemplates(given: Given<TemplateOption>, environment: Environment): Output {
  const path = vendorPathOf(given.file, environment)
  const file = readVendorFile(path)
  if (file.kind === 'faults') return refused(file.faults.map((fault) => `${path}: ${fault}`))
  const reading = readBuckets(given.values('bucket'), file.vendor)
  const faults = [...refusals(path, file.vendor, environment), ...(reading.kind === 'faults' ? reading.faults : [])]
  if (faults.length > 0 || reading.kind === 'faults') return refused(faults)
  const all = { path, vendor: file.vendor, templates: publishedTemplates(withBuckets(file.vendor, reading.buckets)) }
  if (given.has('write')) return writeUrls(all)
  return given.has('check') ? comparison(all) : writeFiles(all, given.value('out') ?? 'templates', reading.buckets.length > 0)
}
