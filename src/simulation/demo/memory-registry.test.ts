import { changesContract, endsContract, scheduleContract } from '#server/registry/changes-contract.test-data.ts'
import { handoffRecordsContract, sessionRecordsContract, stsSlotsContract } from '#server/registry/records-contract.test-data.ts'
import { registryContract } from '#server/registry/registry-contract.test-data.ts'
import { memoryRegistry } from './memory-registry.ts'

const makers = [['in a page', memoryRegistry]] as const

registryContract(makers)
handoffRecordsContract(makers)
sessionRecordsContract(makers)
stsSlotsContract(makers)
changesContract(makers)
scheduleContract(makers)
endsContract(makers)
