import type { StatedContext } from '#core/policy/request-context.ts'
import { type Call, memberList, textList } from '#simulation/aws/call.ts'
import { callerContext } from '#simulation/aws/caller.ts'

type AssumeRoleRequest = Call & { readonly target: { readonly accountId: string } }

function tagKeys({ parameters }: Call): StatedContext {
  const tags = memberList(parameters, 'Tags')
  return {
    'aws:TagKeys': tags.map(({ Key = '' }) => Key),
    'sts:TransitiveTagKeys': textList(parameters, 'TransitiveTagKeys'),
    ...Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [`aws:RequestTag/${Key}`, Value])),
  }
}

/**
 * The same keys for the caller's own policies and for the trust policy. A key that a call doesn't send is absent.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-sts
 */
export function requestKeys(request: AssumeRoleRequest): StatedContext {
  const { world, parameters, region, caller, target } = request
  return {
    ...callerContext(world, caller),
    'aws:RequestedRegion': region,
    'aws:ResourceAccount': target.accountId,
    'sts:ExternalId': parameters.get('ExternalId') ?? [],
    'sts:RoleSessionName': parameters.get('RoleSessionName') ?? [],
    'sts:SourceIdentity': parameters.get('SourceIdentity') ?? [],
    ...tagKeys(request),
  }
}
