/**
 * Programs that call STS with the credentials of the instance, wait until these have expired after 12 seconds, call again, and
 * print whether they had another key then.
 */
export const rotationPrograms = [
  {
    id: 'javascript',
    filename: 'rotation.mjs',
    command: `${process.execPath} rotation.mjs`,
    text: `import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
const sts = new STSClient({ region: 'us-east-1' })
async function key() {
  await sts.send(new GetCallerIdentityCommand({}))
  return (await sts.config.credentials()).accessKeyId
}
const first = await key()
await new Promise((resume) => setTimeout(resume, 12500))
console.log(first !== await key())
`,
  },
  {
    id: 'python',
    filename: 'rotation.py',
    command: 'python3 rotation.py',
    text: `import time
from datetime import datetime, timedelta, timezone
import boto3
from botocore.session import get_session

session = get_session()
sts = boto3.Session(botocore_session=session, region_name="us-east-1").client("sts")


def key():
    sts.get_caller_identity()
    return session.get_credentials().get_frozen_credentials().access_key


first = key()
time.sleep(12.5)
# botocore keeps short-lived credentials of an instance for 17 to 25 minutes, and renews them in the last 15. So 15 minutes later:
session.get_credentials()._time_fetcher = lambda: datetime.now(timezone.utc) + timedelta(minutes=15)
print("true" if first != key() else "false")
`,
  },
  {
    id: 'ruby',
    filename: 'rotation.rb',
    command: 'ruby rotation.rb',
    text: `require 'aws-sdk-core'
sts = Aws::STS::Client.new(region: 'us-east-1')
key = lambda do
  sts.get_caller_identity
  sts.config.credentials.credentials.access_key_id
end
first = key.call
sleep 12.5
puts first != key.call
`,
  },
  {
    id: 'go',
    filename: 'rotation.go',
    command: './rotation',
    text: `package main

import (
	"context"
	"fmt"
	"log"
	"time"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

func main() {
	ctx := context.Background()
	application, err := config.LoadDefaultConfig(ctx, config.WithRegion("us-east-1"))
	if err != nil {
		log.Fatal(err)
	}
	client := sts.NewFromConfig(application)
	key := func() string {
		if _, err := client.GetCallerIdentity(ctx, &sts.GetCallerIdentityInput{}); err != nil {
			log.Fatal(err)
		}
		credentials, err := application.Credentials.Retrieve(ctx)
		if err != nil {
			log.Fatal(err)
		}
		return credentials.AccessKeyID
	}
	first := key()
	time.Sleep(12500 * time.Millisecond)
	fmt.Println(first != key())
}
`,
  },
] as const
