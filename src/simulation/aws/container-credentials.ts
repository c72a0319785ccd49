import * as z from 'zod/mini'
import type { Simulator } from './simulator.ts'

const Answer = z.object({ AccessKeyId: z.string(), SecretAccessKey: z.string(), Token: z.string(), Expiration: z.string() })

/** Reads the credentials as an SDK does. https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html */
export async function readContainerCredentials(response: Response) {
  const { AccessKeyId, SecretAccessKey, Token, Expiration } = Answer.parse(await response.json())
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: Token, expiration: new Date(Expiration) }
}

/** The address that an ECS task asks. */
const containerEndpoint = 'http://169.254.170.2/v2/credentials'

/** A page cannot reach that address, so the same request goes to the simulator in the page. `container` is such as `aws/application`. */
export const credentialsInPage =
  ({ fetch, authorizationToken }: Pick<Simulator, 'fetch' | 'authorizationToken'>, container: string) =>
  async () =>
    readContainerCredentials(
      await fetch(new Request(`${containerEndpoint}/${container}`, { headers: { authorization: authorizationToken } })),
    )
