import { readFileSync } from 'node:fs'

type Environment = Readonly<Record<string, string | undefined>>

/** The environment names files for secrets. There is no access key: the AWS SDK finds the application role of the machine. */
export type Settings = {
  /** The origin of the Rolebridge server. */
  readonly origin: string
  /** Signs the tokens of the vendor API. */
  readonly vendorSecret: string
  readonly webhookSecret: string
  readonly port: number
  readonly passSeconds: number
  /** For development: roles in the simulator are used too. */
  readonly isSimulatorAllowed: boolean
}

function required(environment: Environment, name: string): string {
  const value = environment[name]
  if (value === undefined || value === '') throw new Error(`Set ${name}`)
  return value
}

const fileNamed = (environment: Environment, name: string): string => readFileSync(required(environment, name), 'utf8').trim()

function positive(environment: Environment, name: string, usual: number): number {
  const value = Number(environment[name] ?? usual)
  if (!(value > 0)) throw new Error(`${name} must be a number above 0`)
  return value
}

export function readSettings(environment: Environment): Settings {
  return {
    origin: required(environment, 'ROLEBRIDGE_ORIGIN'),
    vendorSecret: fileNamed(environment, 'ROLEBRIDGE_VENDOR_SECRET_FILE'),
    webhookSecret: fileNamed(environment, 'ROLEBRIDGE_WEBHOOK_SECRET_FILE'),
    port: positive(environment, 'PORT', 8080),
    passSeconds: positive(environment, 'PASS_SECONDS', 60),
    isSimulatorAllowed: environment['SIMULATED_ROLES'] === 'allowed',
  }
}
