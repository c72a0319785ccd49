import type { Phrases } from '#core/rules/phrases.ts'

/** CloudFormation templates and quick-create links. */
export const templates: Phrases = {
  CT01: {
    'The trusted account is a parameter': 'Das Konto, dem vertraut wird, ist ein Parameter',
    'A principal of the trust policy that is made from a parameter of the template.':
      'Ein Prinzipal der Vertrauensrichtlinie, der aus einem Parameter der Vorlage gebildet wird.',
    'Every value in a link can be changed by whoever sends it: a genuine template would then trust a stranger.':
      'Jeden Wert in einem Link kann ändern, wer ihn verschickt: Eine echte Vorlage würde dann einem Fremden vertrauen.',
    'Write the account of the vendor as a literal in the template.': 'Schreiben Sie das Konto des Anbieters fest in die Vorlage.',
    'The trusted account comes from the parameter {0}. Write it as a literal.':
      'Das Konto, dem vertraut wird, kommt aus dem Parameter {0}. Schreiben Sie es fest hinein.',
  },
  CT02: {
    'The external ID is hidden': 'Die externe ID ist verdeckt',
    '`NoEcho` at the parameter of the external ID.': '`NoEcho` am Parameter der externen ID.',
    'A quick-create link cannot fill a parameter with NoEcho: its value is ignored. An external ID is no secret.':
      'Ein Quick-Create-Link kann einen Parameter mit NoEcho nicht ausfüllen: Sein Wert wird übergangen. Eine externe ID ist kein Geheimnis.',
    'Remove `NoEcho`.': 'Entfernen Sie `NoEcho`.',
    'A link cannot fill the parameter {0}, because it has NoEcho. Remove that.':
      'Ein Link kann den Parameter {0} nicht ausfüllen, weil er NoEcho hat. Entfernen Sie es.',
  },
  CT03: {
    'The external ID has no limits': 'Die externe ID hat keine Grenzen',
    'A parameter of the external ID without `MinLength`, `MaxLength` or `AllowedPattern`.':
      'Ein Parameter der externen ID ohne `MinLength`, `MaxLength` oder `AllowedPattern`.',
    'A value that STS refuses, such as one with a blank at its end, makes a role that nobody can use, and nothing says so.':
      'Ein Wert, den STS zurückweist, etwa mit einem Leerzeichen am Ende, ergibt eine Rolle, die niemand nutzen kann, und nichts sagt es.',
    'State the limits of STS, or tighter ones.': 'Geben Sie die Grenzen von STS an oder engere.',
    'The parameter {0} lacks {1}.': 'Dem Parameter {0} fehlt {1}.',
  },
  CT04: {
    'The partition is fixed': 'Die Partition steht fest',
    'An ARN in a resource that names a partition such as `aws` or `aws-cn`.':
      'Ein ARN in einer Ressource, der eine Partition wie `aws` oder `aws-cn` nennt.',
    'In another partition, such as GovCloud or China, the ARN is of nothing, and the stack fails or the role is of no use.':
      'In einer anderen Partition wie GovCloud oder China gehört der ARN zu nichts, und der Stack scheitert, oder die Rolle nützt nichts.',
    [`Write \`!Sub arn:\${AWS::Partition}:…\`.`]: `Schreiben Sie \`!Sub arn:\${AWS::Partition}:…\`.`,
    'The partition is fixed by {0} Write {1} and let it be substituted.':
      'Durch {0} steht die Partition fest. Schreiben Sie {1}, und lassen Sie es ersetzen.',
  },
  CT05: {
    'A role with a name asks for a capability': 'Eine Rolle mit Namen braucht eine Bestätigung',
    'A `RoleName`, and no word about the capability in the template.':
      'Ein `RoleName`, und in der Vorlage kein Wort über die Bestätigung (Capability).',
    'The stack is refused without CAPABILITY_NAMED_IAM (InsufficientCapabilities); in the console a box has to be ticked.':
      'Ohne CAPABILITY_NAMED_IAM wird der Stack zurückgewiesen (InsufficientCapabilities); in der Konsole ist ein Kästchen anzukreuzen.',
    'Say so in the description or a comment, and use --capabilities CAPABILITY_NAMED_IAM in commands.':
      'Sagen Sie es in der Beschreibung oder einem Kommentar, und verwenden Sie in Befehlen --capabilities CAPABILITY_NAMED_IAM.',
    'Who creates the stack has to acknowledge {0}, because the role has a name. Say so.':
      'Wer den Stack anlegt, muss {0} bestätigen, weil die Rolle einen Namen hat. Sagen Sie es.',
  },
  CT06: {
    'An account ID is a number': 'Eine Konto-ID ist eine Zahl',
    'Twelve digits without quotes.': 'Zwölf Ziffern ohne Anführungszeichen.',
    'A number loses its leading zeros, and readers of YAML take some of them for octal ones: it is another account then, or none.':
      'Eine Zahl verliert ihre führenden Nullen, und wer YAML liest, hält manche für oktal: Dann ist es ein anderes Konto oder keines.',
    'Put quotes around it.': 'Setzen Sie sie in Anführungszeichen.',
    'The account ID {0} is a number here. Write {1}.': 'Die Konto-ID {0} ist hier eine Zahl. Schreiben Sie {1}.',
  },
  CT07: {
    'The ARN of the role is not an output': 'Der ARN der Rolle ist keine Ausgabe',
    'A role whose ARN stands in no output of the template.': 'Eine Rolle, deren ARN in keiner Ausgabe (Outputs) der Vorlage steht.',
    'Who looks at the stack, or at a support case about it, cannot see which role it made.':
      'Wer den Stack ansieht oder einen Supportfall dazu, kann nicht sehen, welche Rolle er angelegt hat.',
    'Add an output with `!GetAtt` of the role’s `Arn`.': 'Ergänzen Sie eine Ausgabe mit `!GetAtt` auf den `Arn` der Rolle.',
    'The ARN of the role {0} is in no output. Add one.': 'Der ARN der Rolle {0} steht in keiner Ausgabe. Ergänzen Sie eine.',
  },
  CT08: {
    'CloudFormation cannot read the template there': 'CloudFormation kann die Vorlage dort nicht lesen',
    'A `templateURL` that is not on Amazon S3, not https, or the website of a bucket.':
      'Eine `templateURL`, die nicht in Amazon S3 liegt, nicht https ist oder die Website eines Buckets ist.',
    'The console refuses the link.': 'Die Konsole weist den Link zurück.',
    'Publish the template as an object in S3: https://bucket.s3.us-east-1.amazonaws.com/key.':
      'Veröffentlichen Sie die Vorlage als Objekt in S3: https://bucket.s3.us-east-1.amazonaws.com/key.',
    '{0} is no address.': '{0} ist keine Adresse.',
    '{0} is the website of a bucket, which CloudFormation does not read. Use the address of the object.':
      '{0} ist die Website eines Buckets, und die liest CloudFormation nicht. Nehmen Sie die Adresse des Objekts.',
    'The address of the template begins with {0}. Use https.': 'Die Adresse der Vorlage beginnt mit {0}. Nehmen Sie https.',
    '{0} is not Amazon S3. CloudFormation reads templates from there alone.':
      '{0} ist nicht Amazon S3. CloudFormation liest Vorlagen nur von dort.',
  },
  CT09: {
    'The template may change': 'Die Vorlage kann sich ändern',
    'A `templateURL` whose key has neither a hash nor a version in it.':
      'Eine `templateURL`, deren Schlüssel weder einen Hash noch eine Version enthält.',
    'What was reviewed yesterday may be another template today, under the same address.':
      'Was gestern geprüft wurde, kann heute unter derselben Adresse eine andere Vorlage sein.',
    'Publish each template under a key with its hash, and state its SHA-256.':
      'Veröffentlichen Sie jede Vorlage unter einem Schlüssel mit ihrem Hash, und geben Sie ihren SHA-256 an.',
    'The key {0} has neither a hash nor a version in it: the template there may change.':
      'Der Schlüssel {0} enthält weder einen Hash noch eine Version: Die Vorlage dort kann sich ändern.',
  },
}
