import { campaignsContract } from './campaigns-contract.test-data.ts'
import { changesContract, endsContract, scheduleContract } from './changes-contract.test-data.ts'
import { eventsContract } from './events-contract.test-data.ts'
import { handoffRecordsContract, sessionRecordsContract, stsSlotsContract } from './records-contract.test-data.ts'
import { type Makers, registryContract } from './registry-contract.test-data.ts'
import { updatesContract } from './updates-contract.test-data.ts'
import { vendorContract } from './vendor-contract.test-data.ts'

const parts = [
  registryContract,
  handoffRecordsContract,
  sessionRecordsContract,
  stsSlotsContract,
  changesContract,
  scheduleContract,
  endsContract,
  eventsContract,
  vendorContract,
  updatesContract,
  campaignsContract,
]

/** The tests that every adapter passes. */
export function wholeContract(makers: Makers): void {
  for (const contract of parts) contract(makers)
}
