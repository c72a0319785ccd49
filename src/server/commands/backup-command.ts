import { dataFolderOf, registryUrlOf } from '#server/config/environment.ts'
import { receiptKeyName, sessionSecretName } from '#server/config/kept-secrets.ts'
import { registryPath, restoreSteps } from '#server/registry/libsql/registry-file.ts'
import { type Command, counted, failed, said } from './command.ts'

const failure = 'cannot back up the registry'

export const backupCommand: Command<never> = {
  name: 'backup',
  summary: 'Copies the registry to FILE, even while the server runs',
  file: 'required',
  options: {},
  details: async () => 'For a registry in a file, in the folder that ROLEBRIDGE_DATA names.',
  failure,
  run: async ({ file = '' }, environment) => {
    const dataFolder = dataFolderOf(environment)
    const [scheme] = registryUrlOf(environment).split(':')
    if (scheme !== 'file')
      return failed(failure, [
        'The command backup copies a registry in a file.',
        'Use the backups of the database: point-in-time recovery in DynamoDB, pg_dump or continuous archiving in PostgreSQL.',
      ])
    const { backUpRegistry } = await import('#server/registry/libsql/backup.ts')
    return said(
      `Backed up ${counted(backUpRegistry(dataFolder, file), 'connection')} to ${file}.`,
      `To restore it: ${restoreSteps(registryPath(dataFolder), file).join(' ')}`,
      `The keys in ${dataFolder} (${sessionSecretName}, ${receiptKeyName}) are not in the backup. Keep copies of them in your secret store.`,
    )
  },
}
