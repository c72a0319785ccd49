import fc from 'fast-check'

export const vendor = '111122223333'
export const stranger = '999988887777'
export const externalId = 'c0ffee-7Qm2vK9dRt4XwB8n'
export const roleArn = `arn:aws:iam::${vendor}:role/App`
export const sessionArn = `arn:aws:sts::${vendor}:assumed-role/App/i-0abc`

export const upper = (text: string): string => text.toUpperCase()

export const oneOrMany = <Value>(values: fc.Arbitrary<Value>, maximum = 3): fc.Arbitrary<Value | Value[]> =>
  fc.oneof({ weight: 2, arbitrary: values }, { weight: 1, arbitrary: fc.array(values, { minLength: 1, maxLength: maximum }) })

/** Rarely the empty list. */
export const orEmpty = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | never[]> =>
  fc.oneof({ weight: 40, arbitrary: values }, { weight: 1, arbitrary: fc.constant<never[]>([]) })
