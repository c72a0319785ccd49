import { consoleHost } from '#core/aws/partition.ts'
import { Region } from '#core/aws/region.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { pastedText } from '#core/text/clean-paste.ts'

/**
 * The page of the console on which a template is uploaded. AWS documents the way there and not the address, which is
 * widely used. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stack.html
 */
export function createStackUrl({ partition, region }: Pick<RolePlan, 'partition' | 'region'>): string {
  return `https://${consoleHost(partition, region)}/cloudformation/home?region=${encodeURIComponent(region)}#/stacks/create/template`
}

/** The region in which an address of that page creates a stack; null for any other address. Never throws. */
export function readCreateStackUrl(url: string): Region | null {
  const [, region] = /^https:\/\/[^/?#]+\/cloudformation\/home\?region=([a-z0-9-]+)#\/stacks\/create\/template$/.exec(pastedText(url)) ?? []
  return Region.safeParse(region).data ?? null
}
