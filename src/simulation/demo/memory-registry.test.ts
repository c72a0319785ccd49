import { handoffRecordsContract, sessionRecordsContract } from '#server/registry/records-contract.test-data.ts'
import { registryContract } from '#server/registry/registry-contract.test-data.ts'
import { memoryRegistry } from './memory-registry.ts'

registryContract([['in a page', memoryRegistry]])
handoffRecordsContract([['in a page', memoryRegistry]])
sessionRecordsContract([['in a page', memoryRegistry]])
