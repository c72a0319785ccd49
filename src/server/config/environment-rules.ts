import { lastPort, type Variables } from './variables.ts'

const given = (...secrets: readonly (string | undefined)[]): readonly string[] => secrets.flatMap((secret) => secret ?? [])

const sessionSecrets = ({ ROLEBRIDGE_SESSION_SECRET: present, ROLEBRIDGE_SESSION_SECRET_PREVIOUS: previous }: Variables) =>
  given(present, previous)
const launchSecrets = ({ ROLEBRIDGE_LAUNCH_SECRET: present, ROLEBRIDGE_LAUNCH_SECRET_PREVIOUS: previous }: Variables) =>
  given(present, previous)

export const hasLaunchKeys = ({ ROLEBRIDGE_LAUNCH_SECRET, ROLEBRIDGE_LAUNCH_JWKS }: Variables): boolean =>
  ROLEBRIDGE_LAUNCH_SECRET !== undefined || ROLEBRIDGE_LAUNCH_JWKS !== undefined

const hasVendorKeys = ({ ROLEBRIDGE_VENDOR_SECRET, ROLEBRIDGE_VENDOR_JWKS }: Variables): boolean =>
  ROLEBRIDGE_VENDOR_SECRET !== undefined || ROLEBRIDGE_VENDOR_JWKS !== undefined

const rules: readonly { readonly isBroken: (variables: Variables) => boolean; readonly fault: string }[] = [
  {
    isBroken: ({ NODE_ENV, ROLEBRIDGE_AWS }) => NODE_ENV === 'production' && ROLEBRIDGE_AWS === undefined,
    fault: 'ROLEBRIDGE_AWS: must be set in production, to "live" or "simulator"',
  },
  {
    isBroken: ({ PORT, ROLEBRIDGE_SIMULATOR_PORT }) => PORT !== 0 && ROLEBRIDGE_SIMULATOR_PORT === PORT,
    fault: 'ROLEBRIDGE_SIMULATOR_PORT: must differ from PORT',
  },
  {
    isBroken: ({ PORT, ROLEBRIDGE_SIMULATOR_PORT }) => PORT === lastPort && ROLEBRIDGE_SIMULATOR_PORT === undefined,
    fault: 'ROLEBRIDGE_SIMULATOR_PORT: must be set, because there is no port after PORT',
  },
  {
    isBroken: ({ ROLEBRIDGE_LAUNCH_SECRET, ROLEBRIDGE_LAUNCH_JWKS }) =>
      ROLEBRIDGE_LAUNCH_SECRET !== undefined && ROLEBRIDGE_LAUNCH_JWKS !== undefined,
    fault: 'ROLEBRIDGE_LAUNCH_SECRET, ROLEBRIDGE_LAUNCH_JWKS: set only one of them',
  },
  {
    // Else a session token would be taken for a launch token.
    isBroken: (variables) => launchSecrets(variables).some((secret) => sessionSecrets(variables).includes(secret)),
    fault: 'ROLEBRIDGE_LAUNCH_SECRET, ROLEBRIDGE_SESSION_SECRET: must differ, also from the previous ones',
  },
  {
    // Launch tokens pass through browsers, so a key that signs them must not sign for all tenants.
    isBroken: (variables) => {
      const others = [...launchSecrets(variables), ...sessionSecrets(variables)]
      return given(variables.ROLEBRIDGE_VENDOR_SECRET, variables.ROLEBRIDGE_VENDOR_SECRET_PREVIOUS).some((secret) =>
        others.includes(secret),
      )
    },
    fault: 'ROLEBRIDGE_VENDOR_SECRET: must differ from the launch and session secrets, also from the previous ones',
  },
  {
    isBroken: ({ ROLEBRIDGE_VENDOR_SECRET, ROLEBRIDGE_VENDOR_JWKS }) =>
      ROLEBRIDGE_VENDOR_SECRET !== undefined && ROLEBRIDGE_VENDOR_JWKS !== undefined,
    fault: 'ROLEBRIDGE_VENDOR_SECRET, ROLEBRIDGE_VENDOR_JWKS: set only one of them',
  },
  {
    isBroken: ({ ROLEBRIDGE_VENDOR_SECRET, ROLEBRIDGE_VENDOR_SECRET_PREVIOUS }) =>
      ROLEBRIDGE_VENDOR_SECRET_PREVIOUS !== undefined && ROLEBRIDGE_VENDOR_SECRET === undefined,
    fault: 'ROLEBRIDGE_VENDOR_SECRET_PREVIOUS: has no effect without ROLEBRIDGE_VENDOR_SECRET',
  },
  {
    isBroken: (variables) => variables.ROLEBRIDGE_AWS === 'live' && hasVendorKeys(variables) && variables.ROLEBRIDGE_ORIGIN === null,
    fault: 'ROLEBRIDGE_ORIGIN: must be set with the vendor API, because its tokens name it as their audience (aud)',
  },
  {
    isBroken: ({ ROLEBRIDGE_WEBHOOK_URL, ROLEBRIDGE_WEBHOOK_SECRET }) =>
      ROLEBRIDGE_WEBHOOK_URL !== undefined && ROLEBRIDGE_WEBHOOK_SECRET === undefined,
    fault: 'ROLEBRIDGE_WEBHOOK_SECRET: must be set with ROLEBRIDGE_WEBHOOK_URL, because events are signed',
  },
  {
    isBroken: ({ ROLEBRIDGE_WEBHOOK_URL, ROLEBRIDGE_EVENTBRIDGE_BUS }) =>
      ROLEBRIDGE_WEBHOOK_URL !== undefined && ROLEBRIDGE_EVENTBRIDGE_BUS !== undefined,
    fault: 'ROLEBRIDGE_WEBHOOK_URL, ROLEBRIDGE_EVENTBRIDGE_BUS: set only one of them',
  },
  ...(['ROLEBRIDGE_WEBHOOK_SECRET', 'ROLEBRIDGE_WEBHOOK_SECRET_PREVIOUS', 'ROLEBRIDGE_WEBHOOK_ALLOWED_NETWORKS'] as const).map((name) => ({
    isBroken: (variables: Variables) => variables[name] !== undefined && variables.ROLEBRIDGE_WEBHOOK_URL === undefined,
    fault: `${name}: has no effect without ROLEBRIDGE_WEBHOOK_URL`,
  })),
  {
    isBroken: ({ ROLEBRIDGE_LAUNCH_SECRET, ROLEBRIDGE_LAUNCH_SECRET_PREVIOUS }) =>
      ROLEBRIDGE_LAUNCH_SECRET_PREVIOUS !== undefined && ROLEBRIDGE_LAUNCH_SECRET === undefined,
    fault: 'ROLEBRIDGE_LAUNCH_SECRET_PREVIOUS: has no effect without ROLEBRIDGE_LAUNCH_SECRET',
  },
  {
    // A token for another server of the vendor must not open a session here, and anyone can write the Host header.
    isBroken: (variables) => variables.ROLEBRIDGE_AWS === 'live' && hasLaunchKeys(variables) && variables.ROLEBRIDGE_ORIGIN === null,
    fault: 'ROLEBRIDGE_ORIGIN: must be set with launch keys, because launch tokens name it as their audience (aud)',
  },
  {
    isBroken: (variables) => variables.ROLEBRIDGE_ANONYMOUS === 'denied' && !hasLaunchKeys(variables),
    fault: 'ROLEBRIDGE_ANONYMOUS: no one could open a session without launch keys. Set ROLEBRIDGE_LAUNCH_SECRET or ROLEBRIDGE_LAUNCH_JWKS',
  },
]

/** The rules about several variables at once that are broken. */
export const brokenRules = (variables: Variables): readonly string[] =>
  rules.filter(({ isBroken }) => isBroken(variables)).map(({ fault }) => fault)
