import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type AwsIdentity, ownAws, simulatedAws } from '#server/config/environment.ts'
import { receiptKeyName, sessionSecretName } from '#server/config/kept-secrets.ts'
import { StartRefusal } from '#server/config/start-refusal.ts'
import type { RegistryOptions } from './registry.ts'

/** Each is created after the registry, so if one exists there was a registry. */
export const secretsIn = (dataFolder: string): readonly string[] =>
  [sessionSecretName, receiptKeyName].map((name) => join(dataFolder, name)).filter((path) => existsSync(path))

/** `where` names the registry, `what` says what is wrong with it. */
export function lostRegistry(where: string, what: string, traces: readonly string[], restore: string): StartRefusal {
  return new StartRefusal([
    `The registry ${where} ${what}, but ${traces.join(' and ')} ${traces.length === 1 ? 'shows' : 'show'} that there was one.`,
    'An empty registry does not know which external IDs were issued, and could give them to another tenant.',
    `${restore} If there never was a registry, start once with --new-registry.`,
  ])
}

type Missing = Pick<RegistryOptions, 'isNewAllowed' | 'isMigration' | 'dataFolder' | 'aws'> & {
  readonly where: string
  readonly what: string
  /** On this machine, or not AWS's own. With the simulator it is for development and may be empty at each start. A proxy to a store in production is local, too. */
  readonly isLocal: boolean
}

/** A store on another machine shows nothing of what was lost, so a person must say that a registry is new. Null: it can be created. */
export function refusalToCreate({ where, what, isNewAllowed, isMigration, isLocal, aws, dataFolder }: Missing): StartRefusal | null {
  if (isNewAllowed) return null
  const traces = secretsIn(dataFolder)
  if (traces.length > 0) return lostRegistry(where, what, traces, `Restore a backup of ${where}.`)
  if (isMigration || (isLocal && aws !== ownAws)) return null
  return new StartRefusal([
    `The registry ${where} ${what}.`,
    'An empty registry does not know which external IDs were issued, and could give them to another tenant.',
    'If it is new, create it once with the command migrate. If it was used before, restore a backup, or correct ROLEBRIDGE_REGISTRY.',
  ])
}

export const needlessNewRegistry =
  'There is a registry, so --new-registry has no effect. Remove it: otherwise a lost registry would be replaced by an empty one.'

const named = (identity: AwsIdentity): string => {
  if (identity === ownAws) return 'AWS'
  return identity === simulatedAws ? 'the simulator' : identity
}

/** Throws if the registry belongs to another AWS than the server uses. */
export function requireOwner(where: string, owner: AwsIdentity, aws: AwsIdentity, otherRegistry: string): void {
  if (owner === aws) return
  throw new StartRefusal([
    `The registry ${where} belongs to ${named(owner)}, but this server uses ${named(aws)}.`,
    `A role that was verified with ${named(owner)} would count as verified with ${named(aws)}.`,
    `${otherRegistry}, or set ROLEBRIDGE_AWS to match the registry.`,
  ])
}
