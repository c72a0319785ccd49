import { expect, test } from 'vitest'
import type { ErrorTextFact, PastedFact } from './pasted-fact.ts'
import { withSignIn } from './sign-in-fault.ts'

const denied: ErrorTextFact = {
  kind: 'error-text',
  code: 'AccessDenied',
  operation: 'AssumeRoleWithWebIdentity',
  message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
}

const sub = (value: string): string => `"StringEquals": { "oidc.eks.eu-west-1.amazonaws.com/id/A:sub": "system:serviceaccount:${value}" }`

test.each([
  [`${sub('jobs:worker')}\nserviceAccountName: worker`, 'denied'],
  [`${sub('jobs:worker')}\nserviceAccountName: worker-sa`, 'service-account'],
  [`${sub('jobs:worker')}\nkind: ServiceAccount\nmetadata:\n  name: crawler`, 'service-account'],
  [`${sub('jobs:worker')}\nThe service account is annotated.`, 'denied'],
  [`${sub('jobs:*').replace('StringEquals', 'StringLike')}\nserviceAccountName: worker`, 'denied'],
  [`namespace_service_accounts = ["jobs:\${var.name}"]\nserviceAccountName: worker`, 'denied'],
  [
    `namespace_service_accounts = ["jobs:worker"]\nresource "kubernetes_service_account" "w" {\n  metadata {\n    name = "\${var.cluster}-worker"\n`,
    'service-account',
  ],
  [
    `namespace_service_accounts = ["jobs:dev-worker"]\nresource "kubernetes_service_account" "w" {\n  metadata {\n    name = "\${var.cluster}-worker"\n`,
    'denied',
  ],
])('of the service accounts in %j it tells what differs', (rest, signIn) => {
  const facts = withSignIn<PastedFact>([denied], `${denied.message}\n${rest}`)
  expect(facts).toEqual([{ ...denied, signIn }])
})
