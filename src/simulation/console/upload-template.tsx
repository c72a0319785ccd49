import { useId, useState } from 'react'
import { localized } from '#i18n/language.ts'
import { Card } from '#ui/controls/card.tsx'
import { describedControl, Field } from '#ui/controls/field.tsx'
import type { SignedIn } from './aws-request.ts'
import { AwsText, awsLabels } from './aws-text.tsx'
import { consoleMessages } from './console-messages.ts'
import { CreateStack } from './create-stack.tsx'

type Uploaded = { readonly name: string; readonly text: string }

/** As https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stack.html, on one page. */
export function UploadTemplate({ signedIn, onCreated }: { signedIn: SignedIn; onCreated: () => void }) {
  const id = useId()
  const hint = localized(consoleMessages).stack.uploadHint
  const [uploaded, setUploaded] = useState<Uploaded | null>(null)
  async function read(file: File | undefined): Promise<void> {
    setUploaded(file === undefined ? null : { name: file.name, text: await file.text() })
  }
  function finish(): void {
    setUploaded(null)
    onCreated()
  }
  return (
    <Card as="section" className="stack">
      <h2>
        <AwsText>{awsLabels.createStack}</AwsText>
      </h2>
      <Field id={id} label={<AwsText>{awsLabels.upload}</AwsText>} hint={hint}>
        <input
          type="file"
          accept=".yaml,.yml,.json,.template"
          {...describedControl(id, { hint })}
          onChange={(event) => void read(event.target.files?.[0])}
        />
      </Field>
      {uploaded !== null && (
        <CreateStack
          key={uploaded.text}
          {...{ signedIn }}
          template={{ kind: 'body', text: uploaded.text }}
          place={{ term: awsLabels.templateFile, value: <code>{uploaded.name}</code> }}
          stackName=""
          parameters={{}}
          onCreated={finish}
        />
      )}
    </Card>
  )
}
