/** What is said of the text of a policy by whichever rule comes upon it. */
export const reading: Readonly<Record<string, string>> = {
  'a curly quote': 'ein typografisches Anführungszeichen',
  'a long dash': 'ein langer Strich',
  'an ellipsis': 'Auslassungspunkte',
  'a blank of a special width': 'ein Leerzeichen besonderer Breite',
  'a character that nobody sees': 'ein Zeichen, das niemand sieht',
  'a character that AWS refuses': 'ein Zeichen, das AWS zurückweist',
  'Write {0}': 'Schreiben Sie {0}',
  'This is {0} ({1}). {2}': 'Das ist {0} ({1}). {2}',
  'JSON has no comments. Remove this one.': 'JSON hat keine Kommentare. Entfernen Sie diesen.',
  'The document ends before this bracket is closed. {0} is missing at the end.':
    'Das Dokument endet, bevor diese Klammer geschlossen ist. Am Ende fehlt {0}.',
  'This bracket is not closed. {0} is missing before the {1} that ends what is around it.':
    'Diese Klammer ist nicht geschlossen. {0} fehlt vor dem {1}, mit dem endet, was darum herum steht.',
  '{0} closes nothing here; {1} is expected.': '{0} schließt hier nichts; erwartet wird {1}.',
  'There is a comma too many here.': 'Hier steht ein Komma zu viel.',
  'Nothing follows this comma. JSON allows no comma after the last item.':
    'Auf dieses Komma folgt nichts. JSON erlaubt nach dem letzten Eintrag kein Komma.',
  'A comma is missing after this.': 'Hiernach fehlt ein Komma.',
  'This cannot be read; {0} is expected.': 'Das ist nicht lesbar; erwartet wird {0}.',
  'a value': 'ein Wert',
  'a comma': 'ein Komma',
  'JSON has a colon between name and value, no equals sign.': 'JSON hat zwischen Name und Wert einen Doppelpunkt, kein Gleichheitszeichen.',
  'A colon and a value are missing after the name {0}.': 'Nach dem Namen {0} fehlen ein Doppelpunkt und ein Wert.',
  'The value of {0} is missing.': 'Der Wert von {0} fehlt.',
  'a name in double quotes': 'ein Name in doppelten Anführungszeichen',
  'The name {0} stands here twice. Only the last one would count: join them, or remove one.':
    'Der Name {0} steht hier zweimal. Nur der letzte würde zählen: Fassen Sie sie zusammen, oder entfernen Sie einen.',
  'Brackets stand in brackets more often than in any policy.': 'Klammern stehen öfter in Klammern als in irgendeiner Richtlinie.',
  'The document ends before this. Remove what follows, or paste it by itself.':
    'Davor endet das Dokument. Entfernen Sie, was folgt, oder fügen Sie es für sich ein.',
  'the bracket { of a policy': 'die Klammer { einer Richtlinie',
  'single quotes': 'einfachen Anführungszeichen',
  backticks: 'Backticks',
  'curly quotes': 'typografischen Anführungszeichen',
  'angular quotes': 'spitzen Anführungszeichen',
  'A backslash in front of this character means nothing in JSON. Write \\\\ for a backslash.':
    'Ein Backslash vor diesem Zeichen bedeutet in JSON nichts. Schreiben Sie \\\\ für einen Backslash.',
  'A text in JSON cannot hold a tab or another control character.':
    'Ein Text kann in JSON keinen Tabulator und kein anderes Steuerzeichen enthalten.',
  'The document ends inside this text.': 'Das Dokument endet mitten in diesem Text.',
  'This text is not closed. Put a quote at its end; a text cannot go on in the next line.':
    'Dieser Text ist nicht geschlossen. Setzen Sie an sein Ende ein Anführungszeichen; ein Text kann nicht in der nächsten Zeile weitergehen.',
  'This text stands in {0}. JSON takes straight double quotes only: {1}.':
    'Dieser Text steht in {0}. JSON nimmt nur gerade doppelte Anführungszeichen: {1}.',
  'Put quotes around it: {0}.': 'Setzen Sie es in Anführungszeichen: {0}.',
  'JSON writes {0}.': 'JSON schreibt {0}.',
  'Put quotes around the name: {0}.': 'Setzen Sie den Namen in Anführungszeichen: {0}.',
  'The policy is inside this. Take out what is in it, and paste that alone.':
    'Die Richtlinie steckt in etwas anderem. Nehmen Sie heraus, was darin steht, und fügen Sie nur das ein.',
  'This is no policy: a policy begins with {.': 'Das ist keine Richtlinie: Eine Richtlinie beginnt mit {.',
  '{0} is no ARN. Write {1}.': '{0} ist kein ARN. Schreiben Sie {1}.',
  'an ARN, or "*" where the action takes nothing else': 'einen ARN, oder "*", wo die Aktion nichts anderes nimmt',
  'An ARN has six parts, divided by colons: arn:partition:service:region:account:resource.{0}':
    'Ein ARN hat sechs Teile, getrennt durch Doppelpunkte: arn:partition:service:region:account:resource.{0}',
  ' Write {0}.': ' Schreiben Sie {0}.',
  'There is no partition {0}.{1}': 'Eine Partition {0} gibt es nicht.{1}',
  'The role is in the partition {0}; an ARN of {1} never matches there. Write {2}.':
    'Die Rolle ist in der Partition {0}; ein ARN aus {1} passt dort nie. Schreiben Sie {2}.',
  'IAM has no regions, so this matches nothing. Write {0}.': 'IAM hat keine Regionen, also passt das auf nichts. Schreiben Sie {0}.',
  'The ARN of a bucket has no region and no account. Write {0}.':
    'Der ARN eines Buckets hat keine Region und kein Konto. Schreiben Sie {0}.',
  '{0} is no account: an account ID has 12 digits.': '{0} ist kein Konto: Eine Konto-ID hat 12 Ziffern.',
  'There is a blank around {0}, which counts. Remove it.': 'Um {0} steht ein Leerzeichen, und es zählt. Entfernen Sie es.',
  'The role trusts account {0}.': 'Die Rolle vertraut dem Konto {0}.',
  'Nothing is here yet. Paste the policy.': 'Hier steht noch nichts. Fügen Sie die Richtlinie ein.',
  'This is URL-encoded, as the IAM API returns policies. Decode it.':
    'Das ist URL-codiert, wie die IAM-API Richtlinien liefert. Decodieren Sie es.',
  'The lines with ``` belong to the chat or document that this was copied from. Remove them.':
    'Die Zeilen mit ``` gehören zu dem Chat oder Dokument, aus dem das kopiert ist. Entfernen Sie sie.',
  'This is HTML or XML, perhaps copied from the source of a page. Paste the policy that the page shows.':
    'Das ist HTML oder XML, vielleicht aus dem Quelltext einer Seite kopiert. Fügen Sie die Richtlinie ein, die die Seite zeigt.',
  'This is an ARN. Paste the policy of the role, the text in curly brackets.':
    'Das ist ein ARN. Fügen Sie die Richtlinie der Rolle ein, den Text in geschweiften Klammern.',
  'This is an account number. Paste the policy of the role, the text in curly brackets.':
    'Das ist eine Kontonummer. Fügen Sie die Richtlinie der Rolle ein, den Text in geschweiften Klammern.',
  'This is Terraform. Paste the policy as JSON: the console shows it, and so does "terraform show -json".':
    'Das ist Terraform. Fügen Sie die Richtlinie als JSON ein: Die Konsole zeigt sie, und "terraform show -json" auch.',
  'This is a command. Paste what it prints.': 'Das ist ein Befehl. Fügen Sie ein, was er ausgibt.',
  'This is an error message. Paste the policy.': 'Das ist eine Fehlermeldung. Fügen Sie die Richtlinie ein.',
  'This is a part of a policy: the bracket { at its beginning is missing.':
    'Das ist ein Teil einer Richtlinie: Die Klammer { am Anfang fehlt.',
  'This looks like YAML. IAM takes JSON; only CloudFormation templates hold policies as YAML.':
    'Das sieht nach YAML aus. IAM nimmt JSON; nur CloudFormation-Vorlagen enthalten Richtlinien als YAML.',
  'This is escaped as in HTML: &quot; stands for a quote.': 'Das ist maskiert wie in HTML: &quot; steht für ein Anführungszeichen.',
  'Every quote has a backslash in front, as in a log or in the source of a program. Remove them.':
    'Vor jedem Anführungszeichen steht ein Backslash, wie in einem Protokoll oder im Quelltext eines Programms. Entfernen Sie die Backslashes.',
  'A policy has no element {0} here. {1}': 'Eine Richtlinie hat hier kein Element {0}. {1}',
  'a text in quotes': 'ein Text in Anführungszeichen',
  'a text in quotes, or a list of such texts': 'ein Text in Anführungszeichen oder eine Liste solcher Texte',
  '{0} must be {1}.': '{0} muss {1} sein.',
  'an object such as { "AWS": … }': 'ein Objekt wie { "AWS": … }',
  'an object of {0}': 'ein Objekt aus {0}',
  'operators, each with an object of keys and values': 'Operatoren, jeder mit einem Objekt aus Schlüsseln und Werten',
  'condition keys and values': 'Bedingungsschlüsseln und Werten',
  'a text or a list of texts': 'ein Text oder eine Liste von Texten',
  'A statement must be an object in curly brackets.': 'Eine Anweisung muss ein Objekt in geschweiften Klammern sein.',
  'The policy has no statement.': 'Die Richtlinie hat keine Anweisung.',
  'A policy is an object: it begins with { and ends with }.': 'Eine Richtlinie ist ein Objekt: Sie beginnt mit { und endet mit }.',
  'The policy has no "Statement".': 'Die Richtlinie hat kein "Statement".',
}
