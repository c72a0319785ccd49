import type { Partition } from '#core/aws/partition.ts'
import type { Region } from '#core/aws/region.ts'
import type { Answer } from './answer.ts'
import type { Caller } from './caller.ts'
import type { World } from './world.ts'

export type Call = {
  readonly world: World
  readonly caller: Caller
  readonly region: Region
  readonly partition: Partition
  readonly parameters: URLSearchParams
  readonly requestId: string
}

/** One action of a service. */
export type Action = (call: Call) => Answer
