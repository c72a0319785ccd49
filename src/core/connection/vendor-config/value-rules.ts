import { parameterFault, parameterValuesMaximum } from '#core/connection/parameter-value.ts'
import type { PermissionSetParameter } from '#core/connection/permission-set.ts'
import { refusalMessage } from '#core/connection/refusals.ts'
import { listOf } from '#core/policy/document.ts'
import type { ConfigRule, ConfigSpot } from './config-finding.ts'
import { found } from './config-finding.ts'

/** The parameter's own values: what its field starts with, and what it shows while it is empty. */
function valueSpots({ id, kind, many, default: given, example }: PermissionSetParameter): readonly ConfigSpot[] {
  const values = [
    ...(example === undefined ? [] : [{ path: ['example'], value: example }]),
    ...listOf(given).map((value, index) => ({ path: ['default', ...(typeof given === 'string' ? [] : [index])], value })),
  ]
  const faults = values.flatMap(({ path, value }): ConfigSpot[] => {
    const code = parameterFault(kind, value)
    return code === null ? [] : [{ path, message: `${found(value)} is not a value of the kind "${kind}". ${refusalMessage(code)}` }]
  })
  const most = many ? parameterValuesMaximum : 1
  const count = listOf(given).length
  if (count <= most) return faults
  const advice = many ? `Use at most ${most} values.` : `Use one value, or add "many": true to "${id}".`
  return [...faults, { path: ['default'], message: `This default has ${count} values. ${advice}` }]
}

const wrongValue: ConfigRule = {
  severity: 'error',
  check: ({ permissionSets }) =>
    permissionSets.flatMap(({ parameters }, index) =>
      parameters.flatMap((parameter, position) =>
        valueSpots(parameter).map(({ path, message }) => ({
          path: ['permissionSets', index, 'parameters', position, ...path],
          message,
        })),
      ),
    ),
}

export const valueRules: readonly ConfigRule[] = [wrongValue]
