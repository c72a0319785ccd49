import type * as z from 'zod/mini'
import { send } from '#ui/browser/transport.ts'
import { type AwsAnswer, awsAnswer } from './aws-answer.ts'
import { type AwsCall, awsRequest } from './aws-request.ts'

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
