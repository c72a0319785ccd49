import { handoffRemovalContract } from '#server/registry/records-contract.test-data.ts'
import { requestIdRemovalContract } from '#server/registry/vendor-contract.test-data.ts'
import { wholeContract } from '#server/registry/whole-contract.test-data.ts'
import { memoryRegistry } from './memory-registry.ts'

const makers = [['in a page', memoryRegistry]] as const

wholeContract(makers)
handoffRemovalContract(makers)
requestIdRemovalContract(makers)
