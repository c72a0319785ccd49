import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'

/** Variables whose value is a secret, or has one in it. Each can name a file instead, as Docker and Kubernetes mount secrets. */
export const secretNames = [
  'ROLEBRIDGE_SESSION_SECRET',
  'ROLEBRIDGE_SESSION_SECRET_PREVIOUS',
  'ROLEBRIDGE_RECEIPT_KEY',
  'ROLEBRIDGE_RECEIPT_KEYS_PREVIOUS',
  'ROLEBRIDGE_LAUNCH_SECRET',
  'ROLEBRIDGE_LAUNCH_SECRET_PREVIOUS',
  'ROLEBRIDGE_VENDOR_SECRET',
  'ROLEBRIDGE_VENDOR_SECRET_PREVIOUS',
  'ROLEBRIDGE_WEBHOOK_URL',
  'ROLEBRIDGE_WEBHOOK_SECRET',
  'ROLEBRIDGE_WEBHOOK_SECRET_PREVIOUS',
  'ROLEBRIDGE_METRICS_TOKEN',
  'ROLEBRIDGE_REGISTRY',
] as const

export const fileNameOf = (name: string): string => `${name}_FILE`

export const secretFileNames: readonly string[] = secretNames.map(fileNameOf)

/** Far more than a key set needs. */
const lengthMaximum = 64 * 1024

const FileFault = z.object({ code: z.string() })

type SecretReading = { readonly kind: 'secret'; readonly text: string } | { readonly kind: 'fault'; readonly fault: string }

/** Editors and `echo` end a file with a line break, which is not part of the secret. Neither path nor content is repeated: both can be the secret. */
function readSecret(path: string): SecretReading {
  try {
    const text = readFileSync(path, 'utf8').replace(/(\r?\n)+$/, '')
    if (text === '') return { kind: 'fault', fault: 'names a file that is empty' }
    return text.length > lengthMaximum ? { kind: 'fault', fault: 'names a file that is too large for a secret' } : { kind: 'secret', text }
  } catch (error) {
    return { kind: 'fault', fault: `must name a file that this server can read (${FileFault.safeParse(error).data?.code ?? 'no code'})` }
  }
}

type Given = readonly (readonly [name: string, value: string])[]

type SecretsReading = {
  /** With the content of files as the values of the variables that they stand for. */
  readonly given: Given
  readonly faults: readonly string[]
  /** The variable to name in a message about a value. */
  readonly sourceOf: (name: string) => string
}

/** Replaces each variable that names a file by the one that it stands for. */
export function withSecretFiles(given: Given): SecretsReading {
  const values = new Map(given)
  const faults: string[] = []
  const fromFile = new Set<string>()
  for (const name of secretNames) {
    const fileName = fileNameOf(name)
    const path = values.get(fileName)
    values.delete(fileName)
    if (path === undefined) continue
    if (values.has(name)) {
      faults.push(`${name}, ${fileName}: set only one of them`)
      continue
    }
    const reading = readSecret(path)
    if (reading.kind === 'fault') faults.push(`${fileName}: ${reading.fault}`)
    else values.set(name, reading.text)
    fromFile.add(name)
  }
  return { given: [...values], faults, sourceOf: (name) => (fromFile.has(name) ? fileNameOf(name) : name) }
}
