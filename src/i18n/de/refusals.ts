import { refusalMessages } from '#core/connection/refusals.ts'

refusalMessages.translate('de', {
  unknown: (code) => `Dieser Wert hat nicht die erwartete Form (${code}).`,
  codes: {
    'account-id-empty': 'Geben Sie die AWS-Konto-ID ein: 12 Ziffern, zum Beispiel 444455556666. Die Konsole zeigt sie oben rechts.',
    'account-id-length':
      'Eine AWS-Konto-ID hat genau 12 Ziffern. Hat eine Tabellenkalkulation Nullen am Anfang entfernt, setzen Sie sie wieder davor.',
    'account-id-zeros':
      'Diese Nummer hat weniger als 12 Ziffern. Vermutlich hat eine Tabellenkalkulation Nullen am Anfang entfernt: Setzen Sie sie wieder davor, oder fügen Sie die Spalte als Text formatiert ein.',
    'account-id-rounded':
      'Eine Tabellenkalkulation hat diese Nummer verkürzt, und Ziffern sind verloren. Formatieren Sie die Spalte als Text, geben Sie die Konto-ID noch einmal ein und fügen Sie sie ein.',
    'account-id-characters':
      'Das ist keine AWS-Konto-ID. Geben Sie ihre 12 Ziffern ein, zum Beispiel 444455556666, oder fügen Sie einen Rollen-ARN oder die Anmeldeadresse ein.',
    'account-id-alias':
      'Diese Adresse enthält die Konto-ID nicht, vielleicht weil sie einen Alias verwendet. Geben Sie die 12 Ziffern ein; die Konsole zeigt sie oben rechts.',
    'account-id-not-in-arn':
      'Dieser ARN nennt kein Konto. Geben Sie die 12 Ziffern ein, oder fügen Sie den ARN einer Rolle ein, zum Beispiel arn:aws:iam::444455556666:role/Name.',
    'account-id-several': 'Hier stehen mehrere Konten. Geben Sie eine einzige Konto-ID ein, oder wählen Sie „Mehrere Konten verbinden“.',
    'account-id-is-vendor':
      'Das ist das Konto, in dem die Anwendung läuft, nicht Ihres. Geben Sie die ID des Kontos ein, das Sie verbinden möchten.',
    'account-id-partition':
      'Dieser ARN oder diese Adresse gehört zu einer anderen AWS-Partition als die Region. Eine Rolle kann nicht über Partitionen hinweg angenommen werden: Wählen Sie eine Region derselben Partition.',
    'account-id-repeated': 'Dieses Konto steht bereits in der Liste. Die erste Zeile gilt.',
    'account-connected': 'Dieses Konto ist schon verbunden. Es behält seine Verbindung und seine externe ID.',
    'account-list-full': 'Eine Liste nimmt höchstens 500 Konten auf. Verbinden Sie diese zuerst und fügen Sie dann die übrigen ein.',
    'account-name-invalid': 'Ein Name hat höchstens 128 Zeichen, ohne Steuerzeichen.',
    'external-id-empty': 'Geben Sie eine externe ID ein oder nehmen Sie die vorgeschlagene. Ohne sie wäre die Rolle nicht sicher.',
    'external-id-too-short':
      'Diese externe ID ist kürzer, als die Anwendung verlangt, andere könnten sie also durch Probieren finden. Hängen Sie Zufallszeichen an oder nehmen Sie die vorgeschlagene.',
    'external-id-too-long': 'Diese externe ID ist zu lang. AWS nimmt höchstens 1224 Zeichen an.',
    'external-id-characters':
      'Eines dieser Zeichen nimmt AWS in einer externen ID nicht an. Verwenden Sie Buchstaben ohne Akzente und Umlaute, Ziffern und _ + = , . @ : / - ohne Leerzeichen dazwischen.',
    'external-id-contains-account-id':
      'Diese externe ID enthält die Konto-ID. Viele kennen diese Nummer, deshalb ist die externe ID leichter zu erraten. Verwenden Sie Zufallszeichen.',
    'external-id-contains-name':
      'Ohne den Namen darin bleibt von dieser externen ID zu wenig, das andere nicht erraten könnten. Verwenden Sie Zufallszeichen, oder fügen Sie dem Namen mindestens 12 hinzu.',
    'external-id-repeated':
      'Diese externe ID wiederholt dieselben wenigen Zeichen und ist deshalb leicht zu erraten. Verwenden Sie Zufallszeichen.',
    'external-id-made-of-words':
      'Diese externe ID besteht aus gebräuchlichen Wörtern, Folgen oder Tastaturreihen und ist deshalb leicht zu erraten. Verwenden Sie Zufallszeichen, oder fügen Sie mindestens 12 hinzu.',
    'region-unknown': 'Das ist keine AWS-Region, die wir kennen. Wählen Sie eine aus der Liste, zum Beispiel us-east-1.',
    'region-isolated':
      'Diese Region gehört zu einer isolierten AWS-Partition ohne öffentliche Konsole und kann deshalb von hier aus nicht verbunden werden. Wählen Sie eine aus der Liste.',
    'region-not-offered': 'Die Anwendung bedient diese Region nicht. Wählen Sie eine aus der Liste.',
    'partition-unknown': 'Das ist keine öffentliche AWS-Partition. Erwartet wird aws, aws-us-gov, aws-cn oder aws-eusc.',
    'role-name-invalid': 'Ein Rollenname hat 1 bis 64 Zeichen: Buchstaben, Ziffern und _ + = , . @ -',
    'role-path-invalid': 'Ein Rollenpfad ist / oder beginnt und endet mit /, ohne Leerzeichen, und hat höchstens 512 Zeichen.',
    'role-options-invalid':
      'Diese Angaben zur Rolle haben nicht die erwartete Form: path, permissionsBoundary, tags und maxSessionDuration.',
    'role-option-not-offered': 'Die Anwendung bietet diese Angabe zur Rolle nicht an. Lassen Sie sie weg.',
    'permissions-boundary-required':
      'Die Anwendung verlangt eine Berechtigungsgrenze. Geben Sie den ARN der Richtlinie ein, die Ihr Unternehmen dafür verwendet, zum Beispiel arn:aws:iam::444455556666:policy/Boundary.',
    'permissions-boundary-invalid':
      'Das ist nicht der ARN einer Richtlinie. Er sieht aus wie arn:aws:iam::444455556666:policy/Boundary; die IAM-Konsole zeigt ihn.',
    'permissions-boundary-not-a-policy':
      'Dieser ARN ist nicht der einer Richtlinie und kann deshalb keine Berechtigungsgrenze sein. Geben Sie einen mit :policy/ darin ein, zum Beispiel arn:aws:iam::444455556666:policy/Boundary.',
    'permissions-boundary-partition':
      'Diese Richtlinie liegt in einer anderen AWS-Partition als die Region oben, keine Rolle dort kann sie also als Grenze haben. Verwenden Sie eine Richtlinie derselben Partition.',
    'permissions-boundary-account':
      'Diese Richtlinie gehört zu einem anderen Konto. Eine Berechtigungsgrenze ist eine Richtlinie von AWS oder des Kontos, in dem die Rolle angelegt wird.',
    'tags-invalid': 'Ungültige Tags. Geben Sie eine Liste von Objekten mit key und value an, beides Texte.',
    'tags-too-many': 'Rollen dürfen höchstens 50 Tags haben, einschließlich der Tags der Anwendung. Entfernen Sie einige.',
    'tag-key-empty': 'Ein Tag hat keinen Schlüssel. Schreiben Sie ihn vor das Gleichheitszeichen.',
    'tag-key-too-long': 'Der Schlüssel eines Tags ist zu lang. AWS nimmt höchstens 128 Zeichen an.',
    'tag-key-characters':
      'Eines der Zeichen im Schlüssel eines Tags nimmt AWS nicht an. Verwenden Sie Buchstaben, Ziffern, Leerzeichen und _ . : / = + - @',
    'tag-key-reserved': 'Der Schlüssel eines Tags beginnt mit aws:, was AWS sich vorbehält. Wählen Sie einen anderen.',
    'tag-key-repeated':
      'Zwei Tags haben denselben Schlüssel. IAM unterscheidet hier Groß- und Kleinschreibung nicht. Entfernen Sie eines davon.',
    'tag-value-too-long': 'Der Wert eines Tags ist zu lang. AWS nimmt höchstens 256 Zeichen an.',
    'tag-value-characters':
      'Eines der Zeichen im Wert eines Tags nimmt AWS nicht an. Verwenden Sie Buchstaben, Ziffern, Leerzeichen und _ . : / = + - @',
    'session-duration-invalid': 'Geben Sie die längste Sitzung in ganzen Sekunden ein, zum Beispiel 3600.',
    'session-duration-range':
      'Eine Sitzung dauert mindestens 3600 Sekunden und nicht länger, als die Anwendung verlangt. Wählen Sie einen Wert dazwischen.',
    'permissions-policy-form':
      'Das ist keine Richtlinie in JSON, die AWS annimmt. Sie braucht eine Version, ein Statement und nichts, was die Grammatik der IAM-Richtlinien nicht kennt.',
    'permissions-policy-incomplete':
      'Einer Anweisung der Richtlinie fehlt etwas: Jede braucht genau einen Effect (Allow oder Deny), eine Action und eine Resource.',
    'permissions-policy-principal':
      'Eine Berechtigungsrichtlinie hat keinen Principal: Wer die Rolle nutzen darf, steht in ihrer Vertrauensrichtlinie. Entfernen Sie ihn.',
    'permissions-policy-too-long':
      'Die Richtlinie ist zu lang. AWS erlaubt höchstens 10.240 Zeichen ohne Leerraum. Geben Sie weniger Ressourcen an.',
    'permissions-policy-characters':
      'Eines der Zeichen der Richtlinie nimmt AWS nicht an, vielleicht ein typografisches Anführungszeichen oder einen langen Strich. Verwenden Sie Zeichen bis ÿ.',
    'permissions-policy-sid':
      'Eine Sid der Richtlinie kommt zweimal vor oder hat andere Zeichen als die Buchstaben A bis Z und Ziffern. Ändern oder entfernen Sie sie.',
    'permissions-policy-action':
      'Eine Aktion der Richtlinie hat nicht die Form, die AWS annimmt: der Dienst, ein Doppelpunkt und der Name, zum Beispiel s3:GetObject.',
    'permissions-policy-resource':
      'Eine Ressource der Richtlinie ist weder ein ARN noch *. Schreiben Sie zum Beispiel arn:aws:s3:::acme-uploads/*.',
    'permissions-policy-condition':
      'Eine Bedingung der Richtlinie hat einen Operator, den IAM nicht kennt, einen Wert, den der Operator nicht vergleichen kann, oder einen Schlüssel ohne ein Präfix wie aws: davor. Korrigieren Sie sie.',
    'permissions-invalid':
      'Die gewählten Berechtigungen haben nicht die erwartete Form: zu jedem Berechtigungspaket seine Parameter mit Textwerten.',
    'permission-set-unknown': 'Um dieses Berechtigungspaket bittet die Anwendung nicht. Wählen Sie aus denen, die gezeigt werden.',
    'parameter-empty': 'Geben Sie einen Wert ein. Die Berechtigungen gelten genau für das, was Sie hier nennen.',
    'parameter-too-many':
      'Das sind zu viele Werte. Wo mehrere möglich sind, gilt die Grenze 20, damit die Richtlinie in ihr Kontingent passt.',
    'parameter-s3-bucket':
      'Das ist kein Bucket-Name. Er hat 3 bis 63 Kleinbuchstaben, Ziffern, Punkte und Bindestriche, zum Beispiel acme-uploads. Auch ein Bucket-ARN wird angenommen.',
    'parameter-kms-key-id':
      'Das ist nicht die ID eines KMS-Schlüssels. Sie sieht aus wie 1234abcd-12ab-34cd-56ef-1234567890ab oder beginnt mit mrk-. Auch ein Schlüssel-ARN wird angenommen, ein Alias nicht.',
    'parameter-sqs-queue':
      'Das ist kein Name einer Warteschlange. Er hat bis zu 80 Buchstaben, Ziffern, Bindestriche und Unterstriche und kann mit .fifo enden. Auch ein Warteschlangen-ARN wird angenommen.',
    'parameter-dynamodb-table':
      'Das ist kein Tabellenname. Er hat 3 bis 255 Buchstaben, Ziffern, Unterstriche, Bindestriche und Punkte. Auch ein Tabellen-ARN wird angenommen.',
    'parameter-sns-topic':
      'Geben Sie den Namen oder ARN eines Themas ein. Namen haben bis zu 256 Buchstaben, Ziffern, Bindestriche und Unterstriche und können mit .fifo enden.',
    'parameter-secret':
      'Geben Sie den Namen oder vollständigen ARN eines Secrets ein. Namen haben bis zu 512 Buchstaben, Ziffern und / _ + = . @ -',
    'parameter-log-group':
      'Geben Sie den Namen oder ARN einer Protokollgruppe ein. Namen haben bis zu 512 Buchstaben, Ziffern und _ - / . #',
    'parameter-region': 'Geben Sie eine Region mit ihrem Code ein, zum Beispiel us-east-1.',
    'parameter-arn':
      'Geben Sie einen vollständigen ARN ohne Platzhalterzeichen ein, zum Beispiel arn:aws:kinesis:us-east-1:444455556666:stream/image-events.',
    'parameter-tag-value': 'Geben Sie einen Tag-Wert ein: bis zu 256 Buchstaben ohne Akzente, Ziffern, Leerzeichen und _ . : / = + @ -',
    'parameter-partition':
      'Dieser Wert gehört zu einer anderen AWS-Partition als die gewählte Region. Geben Sie einen ARN oder eine Region derselben Partition ein.',
    'parameter-text':
      'Geben Sie bis zu 128 Buchstaben ohne Akzente, Ziffern und _ . / = + @ - ein, ohne Leerzeichen und ohne Platzhalterzeichen.',
    'request-invalid':
      'Die Anfrage hat nicht die erwartete Form: ein Objekt mit accountId, region, externalId und permissions und vielleicht role und permissionsPolicy.',
    'handoff-note-too-long': 'Diese Notiz ist zu lang: höchstens 500 Zeichen.',
    'handoff-draft-too-long':
      'Das ist mehr, als ein Link tragen kann. Das meiste davon steht in der bearbeiteten Berechtigungsrichtlinie oder in den Listen von Namen: Kürzen Sie diese.',
    'handoff-note-empty': 'Schreiben Sie ein oder zwei Sätze, damit Ihre Kollegin oder Ihr Kollege weiß, was Sie brauchen.',
  },
})
