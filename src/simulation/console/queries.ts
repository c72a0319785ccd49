import { queryOptions } from '@tanstack/react-query'
import type { AwsAnswer, SignedIn } from './aws-query.ts'
import { isInProgress, type Stack, stacks, type TemplateSource, templateSummary } from './cloudformation.ts'
import { role } from './iam.ts'

const pollMs = 1000
const retryMs = 3000

export const accountKey = ({ accountId, region }: SignedIn) => ['simulated-aws', accountId, region]

export function templateQuery(signedIn: SignedIn, template: TemplateSource) {
  return queryOptions({
    queryKey: [...accountKey(signedIn), 'template', template],
    queryFn: () => templateSummary(signedIn, template),
  })
}

/** Polls while a stack is in progress, and while the simulator doesn't respond. */
export function stacksQuery(signedIn: SignedIn) {
  return queryOptions({
    queryKey: [...accountKey(signedIn), 'stacks'],
    queryFn: () => stacks(signedIn),
    refetchOnWindowFocus: true,
    refetchInterval: ({ state: { data } }) => pollInterval(data),
  })
}

function pollInterval(answer: AwsAnswer<readonly Stack[]> | undefined): number | false {
  if (answer?.kind === 'unreachable') return retryMs
  return answer?.kind === 'answer' && answer.result.some(({ StackStatus }) => isInProgress(StackStatus)) ? pollMs : false
}

/** `stackStatuses` is part of the key because stacks change the role. */
export function roleQuery(signedIn: SignedIn, roleName: string, stackStatuses: readonly string[]) {
  return queryOptions({
    queryKey: [...roleKey(signedIn, roleName), stackStatuses],
    queryFn: () => role(signedIn, roleName),
    refetchOnWindowFocus: true,
  })
}

export const roleKey = (signedIn: SignedIn, roleName: string) => [...accountKey(signedIn), 'role', roleName]
