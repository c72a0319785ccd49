import { typescriptText } from '#core/artifacts/source-text.ts'
import { csharp, go, java, rust } from './switch-role-compiled.ts'
import { callsAs, durationNote, quoted, type SwitchRole } from './switch-role-facts.ts'

export type ProgramLanguage = 'javascript' | 'python' | 'go' | 'java' | 'csharp' | 'rust' | 'php' | 'ruby'

/** `#` starts an interpolation in double quotes. PHP does the same with `$`. */
const singleQuoted = (text: string): string => `'${text.replace(/['\\]/g, (character) => `\\${character}`)}'`

const javascript = ({
  platform,
  region,
  roleArn,
  externalId,
  sessionName,
  bucket,
}: SwitchRole): string => `import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'

const region = ${typescriptText(region)}
// ${callsAs(platform)}, by the default credential chain.
const sts = new STSClient({ region })

// ${durationNote(platform)}
const customerRole = new AssumeRoleCommand({
  RoleArn: ${typescriptText(roleArn)},
  ExternalId: ${typescriptText(externalId)},
  RoleSessionName: ${typescriptText(sessionName)},
  DurationSeconds: 3600,
})

async function credentials() {
  const { Credentials: session } = await sts.send(customerRole)
  return {
    accessKeyId: session.AccessKeyId,
    secretAccessKey: session.SecretAccessKey,
    sessionToken: session.SessionToken,
    expiration: session.Expiration,
  }
}

// One client for each connection. It calls credentials again before the session ends.
const s3 = new S3Client({ region, credentials })

const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: ${typescriptText(bucket)} }))
for (const { Key } of Contents) console.log(Key)
`

const python = ({ platform, region, roleArn, externalId, sessionName, bucket }: SwitchRole): string => `import boto3
from botocore.credentials import DeferredRefreshableCredentials
from botocore.session import get_session

REGION = ${quoted(region)}

# ${callsAs(platform)}, by the default credential chain, and STS in this Region.
application = get_session()
application.set_config_variable("sts_regional_endpoints", "regional")
sts = application.create_client("sts", region_name=REGION)


def assume_customer_role():
    # ${durationNote(platform)}
    session = sts.assume_role(
        RoleArn=${quoted(roleArn)},
        ExternalId=${quoted(externalId)},
        RoleSessionName=${quoted(sessionName)},
        DurationSeconds=3600,
    )["Credentials"]
    return {
        "access_key": session["AccessKeyId"],
        "secret_key": session["SecretAccessKey"],
        "token": session["SessionToken"],
        "expiry_time": session["Expiration"].isoformat(),
    }


# One session for each connection. It calls assume_customer_role again before the credentials expire.
customer = get_session()
customer._credentials = DeferredRefreshableCredentials(assume_customer_role, "sts-assume-role")
s3 = boto3.Session(botocore_session=customer, region_name=REGION).client("s3")

for item in s3.list_objects_v2(Bucket=${quoted(bucket)}).get("Contents", []):
    print(item["Key"])
`

const php = ({ platform, region, roleArn, externalId, sessionName, bucket }: SwitchRole): string => `<?php

require 'vendor/autoload.php';

use Aws\\Credentials\\AssumeRoleCredentialProvider;
use Aws\\Credentials\\CredentialProvider;
use Aws\\Credentials\\Credentials;
use Aws\\Credentials\\CredentialsInterface;
use Aws\\S3\\S3Client;
use Aws\\Sts\\StsClient;

$region = ${singleQuoted(region)};

// ${callsAs(platform)}, by the default credential chain.
$sts = new StsClient(['region' => $region, 'version' => 'latest', 'sts_regional_endpoints' => 'regional']);

// ${durationNote(platform)}
$role = new AssumeRoleCredentialProvider([
    'client' => $sts,
    'assume_role_params' => [
        'RoleArn' => ${singleQuoted(roleArn)},
        'ExternalId' => ${singleQuoted(externalId)},
        'RoleSessionName' => ${singleQuoted(sessionName)},
        'DurationSeconds' => 3600,
    ],
]);

// memoize assumes the role again when the credentials expire. So they expire here 5 minutes before the session ends.
$customer = CredentialProvider::memoize(fn () => $role()->then(fn (CredentialsInterface $session) => new Credentials(
    $session->getAccessKeyId(),
    $session->getSecretKey(),
    $session->getSecurityToken(),
    $session->getExpiration() - 300
)));

// One client for each connection.
$s3 = new S3Client(['region' => $region, 'version' => 'latest', 'credentials' => $customer]);

foreach ($s3->listObjectsV2(['Bucket' => ${singleQuoted(bucket)}])['Contents'] ?? [] as $object) {
    echo $object['Key'], PHP_EOL;
}
`

const ruby = ({ platform, region, roleArn, externalId, sessionName, bucket }: SwitchRole): string => `require 'aws-sdk-core'
require 'aws-sdk-s3'

region = ${singleQuoted(region)}

# ${callsAs(platform)}, by the default credential chain.
sts = Aws::STS::Client.new(region: region, sts_regional_endpoints: 'regional')

# One of these for each connection.
customer = Aws::AssumeRoleCredentials.new(
  client: sts,
  role_arn: ${singleQuoted(roleArn)},
  external_id: ${singleQuoted(externalId)},
  role_session_name: ${singleQuoted(sessionName)},
  # ${durationNote(platform)}
  duration_seconds: 3600
)

s3 = Aws::S3::Client.new(region: region, credentials: customer)
s3.list_objects_v2(bucket: ${singleQuoted(bucket)}).contents.each { |object| puts object.key }
`

/** The paper's listing, in each language of today. The customer's role and external ID come from the row of the connection. */
export const switchRolePrograms: Readonly<Record<ProgramLanguage, (facts: SwitchRole) => string>> = {
  javascript,
  python,
  go,
  java,
  csharp,
  rust,
  php,
  ruby,
}
