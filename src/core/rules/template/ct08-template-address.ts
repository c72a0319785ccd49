import { said } from '#core/rules/said.ts'
import type { LinkView } from './link-view.ts'
import type { TemplateRule } from './template-rule.ts'

/** https://docs.aws.amazon.com/general/latest/gr/s3.html */
const s3Host = /(^|\.)s3([.-][a-z0-9-]+)*\.amazonaws\.(com|com\.cn|eu)$/
const websiteHost = /(^|\.)s3-website[.-]/

function fault({ address, templateUrl }: LinkView) {
  if (address === null) return said`${JSON.stringify(templateUrl)} is no address.`
  if (websiteHost.test(address.host))
    return said`${address.host} is the website of a bucket, which CloudFormation does not read. Use the address of the object.`
  if (address.scheme !== 'https') return said`The address of the template begins with ${address.scheme}. Use https.`
  if (!s3Host.test(address.host)) return said`${address.host} is not Amazon S3. CloudFormation reads templates from there alone.`
  return null
}

export const ct08: TemplateRule<LinkView> = {
  id: 'CT08',
  severity: 'error',
  title: 'CloudFormation cannot read the template there',
  what: 'A `templateURL` that is not on Amazon S3, not https, or the website of a bucket.',
  why: 'The console refuses the link.',
  todo: 'Publish the template as an object in S3: https://bucket.s3.us-east-1.amazonaws.com/key.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html',
  check: (view) => {
    const message = fault(view)
    return message === null ? [] : [{ message, place: view.place }]
  },
}
