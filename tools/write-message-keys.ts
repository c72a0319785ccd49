import { writeFileSync } from 'node:fs'
import { messageKeysPath, messageKeysSource, screenMessageKeys } from './message-keys.ts'

writeFileSync(messageKeysPath, messageKeysSource(await screenMessageKeys()))
