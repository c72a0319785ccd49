import type { Action } from '#simulation/aws/call.ts'
import { createStack } from './create-stack.ts'
import { deleteStack } from './delete-stack.ts'
import { stackViewActions } from './stack-views.ts'
import { templateViewActions } from './template-views.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Operations.html */
export const cloudFormationActions: Readonly<Record<string, Action>> = {
  CreateStack: createStack,
  DeleteStack: deleteStack,
  ...stackViewActions,
  ...templateViewActions,
}
