import { backupCommand } from './commands/backup-command.ts'
import { checkCommand } from './commands/check-command.ts'
import type { Command } from './commands/command.ts'
import { hostingCommand } from './commands/hosting-command.ts'
import { initCommand } from './commands/init-command.ts'
import { migrateCommand } from './commands/migrate-command.ts'
import { templateCommand } from './commands/template-command.ts'
import { webhookTestCommand } from './commands/webhook-test-command.ts'
import { checkDueCommand, demoCommand, startCommand } from './start-command.ts'

/** The commands of the program, the default one first. */
export const commands: readonly Command[] = [
  startCommand,
  initCommand,
  checkCommand,
  templateCommand,
  hostingCommand,
  demoCommand,
  migrateCommand,
  backupCommand,
  checkDueCommand,
  webhookTestCommand,
]
