import { done, refused } from '#simulation/aws/answer.ts'
import type { Action, Call } from '#simulation/aws/call.ts'
import { newPolicyId, toTheSecond } from '#simulation/aws/identifiers.ts'
import { type Constraints, constraintRefusal } from '#simulation/aws/query.ts'
import { policyText } from './create-role.ts'
import { managedPolicyRefusal } from './policy-faults.ts'

const constraints: Constraints = {
  PolicyName: { required: true, minimumLength: 1, maximumLength: 128, pattern: '[\\w+=,.@-]+' },
  Path: { minimumLength: 1, maximumLength: 512, pattern: '\\/|\\/[!-~]+\\/' },
  PolicyDocument: policyText,
}

export const newPolicyArn = ({ partition, caller, parameters }: Call): string =>
  `arn:${partition}:iam::${caller.accountId}:policy${parameters.get('Path') ?? '/'}${parameters.get('PolicyName') ?? ''}`

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
export const createPolicy: Action = (call) => {
  const { world, parameters } = call
  const text = parameters.get('PolicyDocument') ?? ''
  const refusal = constraintRefusal(parameters, constraints) ?? managedPolicyRefusal(text)
  if (refusal !== null) return refusal
  const [arn, name] = [newPolicyArn(call), parameters.get('PolicyName') ?? '']
  const { managedPolicies } = world.state
  if (Object.hasOwn(managedPolicies, arn)) {
    return refused(409, 'EntityAlreadyExists', `A policy called ${name} already exists. Duplicate names are not allowed.`)
  }
  const createdAt = toTheSecond(world.now)
  const described = {
    PolicyName: name,
    PolicyId: newPolicyId(world.randomBytes),
    Arn: arn,
    Path: parameters.get('Path') ?? '/',
    DefaultVersionId: 'v1',
    IsAttachable: 'true',
    CreateDate: createdAt,
    UpdateDate: createdAt,
  }
  return done({ Policy: described }, { ...world.state, managedPolicies: { ...managedPolicies, [arn]: text } })
}
