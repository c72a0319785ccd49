import { registryContract } from '#server/registry-contract.test-data.ts'
import { memoryRegistry } from './memory-registry.ts'

registryContract([['in a page', memoryRegistry]])
