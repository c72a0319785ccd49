import type * as z from 'zod/mini'
import type { AccountId } from '#core/aws/account-id.ts'
import type { Region } from '#core/aws/region.ts'
import { isList } from '#core/text/lists.ts'
import { send } from '#ui/browser/transport.ts'
import { type AwsAnswer, awsAnswer } from './aws-answer.ts'

/** The API version is part of every request. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/CommonParameters.html */
const versions = { cloudformation: '2010-05-15', iam: '2010-05-08', sts: '2011-06-15' } as const

export type QueryValue = string | readonly QueryValue[] | { readonly [name: string]: QueryValue }

/** Who calls, and where. */
export type SignedIn = { readonly accountId: AccountId; readonly region: Region }

export type AwsCall = SignedIn & {
  readonly service: keyof typeof versions
  readonly action: string
  readonly parameters: Readonly<Record<string, QueryValue>>
}

/** Lists are numbered from 1: `Parameters.member.1.ParameterKey`. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
export function queryPairs(value: QueryValue, name = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[name, value]]
  const entries: readonly (readonly [string, QueryValue])[] = isList(value)
    ? value.map((item, index) => [`member.${index + 1}`, item])
    : Object.entries(value)
  return entries.flatMap(([key, inner]) => queryPairs(inner, name === '' ? key : `${name}.${key}`))
}

/**
 * A request of the AWS Query protocol. Its access key names the account, as every client of the simulator does; there is
 * no secret, so the signature is a word.
 */
export function awsRequest({ accountId, region, service, action, parameters }: AwsCall, now: Date) {
  const day = now.toISOString().slice(0, 10).replaceAll('-', '')
  return {
    method: 'POST',
    headers: {
      Authorization: `AWS4-HMAC-SHA256 Credential=SIM${accountId}/${day}/${region}/${service}/aws4_request, SignedHeaders=host, Signature=simulated`,
      'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
    },
    body: new URLSearchParams([
      ['Action', action],
      ['Version', versions[service]],
      ...queryPairs(parameters).map(([name, value]) => [name, value]),
    ]).toString(),
  } as const
}

const endpoint = '/simulated-aws/'

/** Calls the simulated AWS over the protocol of the real one. A refusal by AWS is an answer, so it does not throw. */
export async function awsQuery<Result>(call: AwsCall, schema: z.ZodMiniType<Result>): Promise<AwsAnswer<Result>> {
  try {
    const response = await send(endpoint, awsRequest(call, new Date()))
    const document = new DOMParser().parseFromString(await response.text(), 'text/xml')
    return awsAnswer(document.documentElement, call.action, schema)
  } catch {
    return { kind: 'unreachable', reason: 'no-answer' }
  }
}
