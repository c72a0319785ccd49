/** What the doctor says of stacks, roles, terminals and answers of AWS. */
export const examination: Readonly<Record<string, string>> = {
  'AWS said: {0}': 'AWS sagte: {0}',
  '{0} {1}': '{0} {1}',
  'The role was not created, because account {0} has a role named {1} already.':
    'Die Rolle wurde nicht angelegt, weil das Konto {0} schon eine Rolle namens {1} hat.',
  'Role names are unique in an account, regardless of capitalization and path. Don’t delete the role: another team may use it. Find out who created it first.':
    'Rollennamen sind in einem Konto eindeutig, ohne Rücksicht auf Groß- und Kleinschreibung und Pfad. Löschen Sie die Rolle nicht: Ein anderes Team nutzt sie vielleicht. Finden Sie zuerst heraus, wer sie angelegt hat.',
  'The stack was not created, because there is a stack named {0} already.':
    'Der Stack wurde nicht angelegt, weil es schon einen Stack namens {0} gibt.',
  'A stack that was rolled back keeps its name until it is deleted. One with another status may belong to another team: don’t delete it.':
    'Ein zurückgerollter Stack behält seinen Namen, bis er gelöscht wird. Einer mit einem anderen Status gehört vielleicht einem anderen Team: Löschen Sie ihn nicht.',
  'The stack was not created, because nobody acknowledged that it creates a role with a name of its own.':
    'Der Stack wurde nicht angelegt, weil niemand bestätigt hat, dass er eine Rolle mit eigenem Namen anlegt.',
  'In the console that is a box at the end of the page; for the AWS CLI it is --capabilities CAPABILITY_NAMED_IAM.':
    'In der Konsole ist das ein Kästchen am Ende der Seite; bei der AWS CLI ist es --capabilities CAPABILITY_NAMED_IAM.',
  'Nothing was created, because the account that is signed in is not {0}.':
    'Es wurde nichts angelegt, weil das angemeldete Konto nicht {0} ist.',
  'The template and the commands stop by themselves in any other account than the one that was given.':
    'Die Vorlage und die Befehle brechen in jedem anderen Konto als dem angegebenen von selbst ab.',
  'Nothing was created, because the stack was launched in another partition than {0}.':
    'Es wurde nichts angelegt, weil der Stack in einer anderen Partition als {0} gestartet wurde.',
  'Each partition has a template of its own.': 'Jede Partition hat eine eigene Vorlage.',
  'IAM refused the trust policy, because it does not know the principal in it; it must be the account {0}.':
    'IAM hat die Vertrauensrichtlinie zurückgewiesen, weil es den Prinzipal darin nicht kennt; es muss das Konto {0} sein.',
  'The account or the role does not exist, or belongs to another partition.':
    'Das Konto oder die Rolle gibt es nicht, oder sie gehören zu einer anderen Partition.',
  'IAM refused the policy, because it is not written as IAM demands.':
    'IAM hat die Richtlinie zurückgewiesen, weil sie nicht so geschrieben ist, wie IAM es verlangt.',
  'It was changed or cut off on its way. Copy it again from this page, and change nothing.':
    'Sie wurde unterwegs geändert oder abgeschnitten. Kopieren Sie sie noch einmal von dieser Seite, und ändern Sie nichts.',
  'CloudFormation could not read the template.': 'CloudFormation konnte die Vorlage nicht lesen.',
  'The link was cut or changed, or the template of {0} is not published. Open the link again from this page.':
    'Der Link wurde abgeschnitten oder geändert, oder die Vorlage von {0} ist nicht veröffentlicht. Öffnen Sie den Link noch einmal von dieser Seite aus.',
  'The role was not created, because roles may only be created with a permissions boundary, or the boundary of whoever is signed in does not allow it.':
    'Die Rolle wurde nicht angelegt, weil Rollen nur mit einer Berechtigungsgrenze angelegt werden dürfen, oder weil die Berechtigungsgrenze des Angemeldeten es nicht erlaubt.',
  'Ask the administrator of your AWS accounts for the ARN of the boundary that new roles must have, or to create the role.':
    'Fragen Sie die Administration Ihrer AWS-Konten nach dem ARN der Berechtigungsgrenze, die neue Rollen haben müssen, oder bitten Sie sie, die Rolle anzulegen.',
  'The role was not created, because a service control policy of your AWS organization forbids it.':
    'Die Rolle wurde nicht angelegt, weil eine Service-Kontrollrichtlinie Ihrer AWS-Organisation es verbietet.',
  'Nobody in the account can overrule that. Ask the administrator of the organization, who may demand a path, a tag or a boundary.':
    'Niemand im Konto kann sich darüber hinwegsetzen. Fragen Sie die Administration der Organisation; vielleicht verlangt sie einen Pfad, ein Tag oder eine Berechtigungsgrenze.',
  'The role was not created, because whoever is signed in may not create roles.':
    'Die Rolle wurde nicht angelegt, weil der Angemeldete keine Rollen anlegen darf.',
  'It takes iam:CreateRole, iam:PutRolePolicy and iam:TagRole. Some companies give them only with a permissions boundary or a path.':
    'Dazu braucht es iam:CreateRole, iam:PutRolePolicy und iam:TagRole. Manche Unternehmen geben sie nur mit einer Berechtigungsgrenze oder einem Pfad.',
  'The stack was not created, because whoever is signed in may not create stacks.':
    'Der Stack wurde nicht angelegt, weil der Angemeldete keine Stacks anlegen darf.',
  'Use the AWS CLI commands instead, or sign in with a role that may create stacks.':
    'Nehmen Sie stattdessen die Befehle der AWS CLI, oder melden Sie sich mit einer Rolle an, die Stacks anlegen darf.',
  'The stack was not created, because a parameter has a value that the template does not take.':
    'Der Stack wurde nicht angelegt, weil ein Parameter einen Wert hat, den die Vorlage nicht annimmt.',
  'The parameters are filled in by the link and must stay as they are.':
    'Die Parameter füllt der Link aus, und sie müssen so bleiben, wie sie sind.',
  'The role was not created, because account {0} has as many roles as it may have.':
    'Die Rolle wurde nicht angelegt, weil das Konto {0} so viele Rollen hat, wie es haben darf.',
  'Delete roles that nobody uses, or ask AWS for a higher quota.':
    'Löschen Sie Rollen, die niemand nutzt, oder bitten Sie AWS um ein höheres Kontingent.',
  'The stack is still at work ({0}), so there is no role yet.': 'Der Stack arbeitet noch ({0}), also gibt es noch keine Rolle.',
  'It takes about a minute. There is nothing to do but to wait.': 'Das dauert etwa eine Minute. Zu tun ist nichts, als zu warten.',
  'The stack was deleted ({0}), and the role with it.': 'Der Stack wurde gelöscht ({0}) und die Rolle mit ihm.',
  'Launch it again if the connection is still wanted.': 'Starten Sie ihn neu, wenn die Verbindung noch gewünscht ist.',
  'The stack was rolled back, because {0} could not be created.': 'Der Stack wurde zurückgerollt, weil {0} nicht angelegt werden konnte.',
  'a resource': 'eine Ressource',
  'The stack was rolled back ({0}), so there is no role.': 'Der Stack wurde zurückgerollt ({0}), also gibt es keine Rolle.',
  'Its events name the reason. Paste them here: in CloudFormation, the stack, tab "Events", or the command aws cloudformation describe-stack-events.':
    'Seine Ereignisse nennen den Grund. Fügen Sie sie hier ein: in CloudFormation der Stack, Tab „Events“, oder der Befehl aws cloudformation describe-stack-events.',
  'The stack was launched with the external ID {0}, and yours is {1}.':
    'Der Stack wurde mit der externen ID {0} gestartet, und Ihre ist {1}.',
  'The link fills it in, and the page lets everybody change it.': 'Der Link füllt sie aus, und auf der Seite kann jeder sie ändern.',
  'Paste the output of: aws iam get-role --role-name {0} --output json':
    'Fügen Sie die Ausgabe ein von: aws iam get-role --role-name {0} --output json',
  'The account that is signed in has no role named {0}.': 'Das angemeldete Konto hat keine Rolle namens {0}.',
  'It was never created, was deleted, or the account is not {0}: aws sts get-caller-identity shows which one it is.':
    'Sie wurde nie angelegt, wurde gelöscht, oder das Konto ist nicht {0}: aws sts get-caller-identity zeigt, welches es ist.',
  'The terminal is not signed in to AWS, so the text says nothing of the role.':
    'Das Terminal ist nicht bei AWS angemeldet, deshalb sagt der Text nichts über die Rolle.',
  'Sign in to account {0}, or use AWS CloudShell, which is signed in as the console is.':
    'Melden Sie sich im Konto {0} an, oder nehmen Sie AWS CloudShell, das so angemeldet ist wie die Konsole.',
  'There is no AWS CLI on this computer, so the text says nothing of the role.':
    'Auf diesem Rechner gibt es keine AWS CLI, deshalb sagt der Text nichts über die Rolle.',
  'Open AWS CloudShell in the console of account {0}, where it is installed, and run the command there.':
    'Öffnen Sie AWS CloudShell in der Konsole des Kontos {0}, wo sie installiert ist, und führen Sie den Befehl dort aus.',
  'Whoever is signed in may not call {0}, so the text says nothing of the role.':
    'Der Angemeldete darf {0} nicht aufrufen, deshalb sagt der Text nichts über die Rolle.',
  'The encoded message says more: aws sts decode-authorization-message --encoded-message, with that text after it. To look at the role it takes iam:GetRole.':
    'Die verschlüsselte Meldung sagt mehr: aws sts decode-authorization-message --encoded-message, mit diesem Text dahinter. Um die Rolle anzusehen, braucht es iam:GetRole.',
  'To look at the role it takes iam:GetRole. The console shows the same: IAM, Roles, {0}, tab "Trust relationships".':
    'Um die Rolle anzusehen, braucht es iam:GetRole. Die Konsole zeigt dasselbe: IAM, „Roles“, {0}, Tab „Trust relationships“.',
  'A resource control policy of your AWS organization keeps accounts outside of it from assuming roles.':
    'Eine Ressourcenkontrollrichtlinie Ihrer AWS-Organisation hindert fremde Konten daran, Rollen anzunehmen.',
  'Nothing in the role can overrule it. Ask the administrator to except account {0}, by a condition on aws:PrincipalAccount.':
    'Nichts in der Rolle kann sich darüber hinwegsetzen. Bitten Sie die Administration, das Konto {0} auszunehmen, durch eine Bedingung auf aws:PrincipalAccount.',
  'A policy in the account of the caller stops the call, which is for {0} to put right.':
    'Eine Richtlinie im Konto des Aufrufers hält den Aufruf auf; sie in Ordnung zu bringen ist Sache von {0}.',
  'AWS names a policy that acts on the caller. If it was you who made the call, it says nothing of the vendor: nobody but the application can use this role.':
    'AWS nennt eine Richtlinie, die auf den Aufrufer wirkt. Haben Sie selbst aufgerufen, sagt das nichts über den Anbieter: Niemand außer der Anwendung kann diese Rolle nutzen.',
  'The call of {0} asks for a longer session than the role may give.':
    'Der Aufruf von {0} verlangt eine längere Sitzung, als die Rolle geben darf.',
  'A role that assumes another gets one hour at most, whatever the other allows.':
    'Eine Rolle, die eine andere annimmt, bekommt höchstens eine Stunde, was auch immer die andere erlaubt.',
  'STS is not activated for account {0} in that region.': 'STS ist für das Konto {0} in dieser Region nicht aktiviert.',
  'Open IAM, Account settings, "Security Token Service (STS)", and activate {0}.':
    'Öffnen Sie IAM, „Account settings“, „Security Token Service (STS)“, und aktivieren Sie {0}.',
  'AWS says that a Deny statement in the trust policy stops the call.':
    'AWS sagt, dass eine Deny-Anweisung in der Vertrauensrichtlinie den Aufruf aufhält.',
  'AWS says that no statement of the trust policy allows the call, so the role exists.':
    'AWS sagt, dass keine Anweisung der Vertrauensrichtlinie den Aufruf erlaubt; die Rolle gibt es also.',
  'AWS refuses to let the role be assumed and gives no reason.': 'AWS lässt die Rolle nicht annehmen und nennt keinen Grund.',
  'It gives the same answer for a role that does not exist, another principal and another external ID. {0}':
    'Es gibt dieselbe Antwort bei einer Rolle, die es nicht gibt, bei einem anderen Prinzipal und bei einer anderen externen ID. {0}',
  'Paste the output of aws iam get-role, the trust policy, or the events of the stack.':
    'Fügen Sie die Ausgabe von aws iam get-role, die Vertrauensrichtlinie oder die Ereignisse des Stacks ein.',
  'The text begins as JSON and is not.': 'Der Text beginnt wie JSON und ist keines.',
  'A part is missing, or a sign is wrong or too many. Copy the whole output once more.':
    'Ein Teil fehlt, oder ein Zeichen ist falsch oder zu viel. Kopieren Sie die ganze Ausgabe noch einmal.',
  'The text looks like YAML and is no answer of AWS that is known here.':
    'Der Text sieht nach YAML aus und ist keine Antwort von AWS, die hier bekannt ist.',
  'Run the command with --output json, and paste all of it.': 'Führen Sie den Befehl mit --output json aus, und fügen Sie alles ein.',
  'The text is none that is known here.': 'Der Text ist keiner, der hier bekannt ist.',
  'Paste the output of aws iam get-role, the trust policy, the events of the stack, or the error text.':
    'Fügen Sie die Ausgabe von aws iam get-role, die Vertrauensrichtlinie, die Ereignisse des Stacks oder den Fehlertext ein.',
  'The trust policy refuses the right call, in a way that has no name here.':
    'Die Vertrauensrichtlinie weist den richtigen Aufruf ab, auf eine Weise, die hier keinen Namen hat.',
  'Replace it with the corrected policy.': 'Ersetzen Sie sie durch die berichtigte Richtlinie.',
  'The trust policy lets a call in that must be refused, in a way that has no name here.':
    'Die Vertrauensrichtlinie lässt einen Aufruf herein, der abgewiesen werden muss, auf eine Weise, die hier keinen Namen hat.',
  'Whether the trust policy lets the right call in, and no other, cannot be told from its text.':
    'Ob die Vertrauensrichtlinie den richtigen Aufruf hereinlässt und keinen anderen, lässt sich an ihrem Text nicht erkennen.',
  'It has a part whose outcome depends on what is not known here. Replace it with the corrected policy.':
    'Sie hat einen Teil, dessen Ergebnis von etwas abhängt, das hier nicht bekannt ist. Ersetzen Sie sie durch die berichtigte Richtlinie.',
  'The role is as it was asked for.': 'Die Rolle ist so, wie sie verlangt war.',
  'If it still does not answer, AWS may need some more seconds, or a resource control policy of your organization stops the call.':
    'Antwortet sie immer noch nicht, braucht AWS vielleicht noch einige Sekunden, oder eine Ressourcenkontrollrichtlinie Ihrer Organisation hält den Aufruf auf.',
  'The trust policy is as it was asked for.': 'Die Vertrauensrichtlinie ist so, wie sie verlangt war.',
  'It was not seen which role it belongs to. The ARN of the role must be {0}.':
    'Zu welcher Rolle sie gehört, war nicht zu sehen. Der ARN der Rolle muss {0} sein.',
  'What was pasted is as it was asked for, and does not show the trust policy.':
    'Was eingefügt wurde, ist so, wie es verlangt war, und zeigt die Vertrauensrichtlinie nicht.',
  'The ARN of the role must be exactly {0}, because that is what {1} asks STS for.':
    'Der ARN der Rolle muss genau {0} sein, denn danach fragt {1} bei STS.',
  'The role is in the partition {0}, and the connection is to an account in {1}.':
    'Die Rolle ist in der Partition {0}, und die Verbindung gilt einem Konto in {1}.',
  'The role is in account {0}, and the connection is to account {1}.': 'Die Rolle ist im Konto {0}, und die Verbindung gilt dem Konto {1}.',
  'The role is called {0}, and must be called {1}, in the same upper and lower case letters.':
    'Die Rolle heißt {0} und muss {1} heißen, in derselben Groß- und Kleinschreibung.',
  'IAM takes both for the same name when it finds a role, and STS does not. A role cannot be renamed. {0}':
    'IAM nimmt beides für denselben Namen, wenn es eine Rolle sucht, STS nicht. Eine Rolle lässt sich nicht umbenennen. {0}',
  'The role is called {0}, and must be called {1}.': 'Die Rolle heißt {0} und muss {1} heißen.',
  'A role cannot be renamed. {0}': 'Eine Rolle lässt sich nicht umbenennen. {0}',
  'The role has the path {0}, and must have {1}.': 'Die Rolle hat den Pfad {0} und muss {1} haben.',
  'The path is part of the ARN, and cannot be changed later. {0}': 'Der Pfad ist Teil des ARN und lässt sich später nicht ändern. {0}',
  'The role gives sessions of {0} seconds at most, and {1} needs {2}.':
    'Die Rolle gibt Sitzungen von höchstens {0} Sekunden, und {1} braucht {2}.',
  'AWS refuses a longer session with a ValidationError, although everything else is right.':
    'AWS weist eine längere Sitzung mit einem ValidationError zurück, obwohl alles andere stimmt.',
  'The role must have the permissions boundary {0}, and has {1}.': 'Die Rolle muss die Berechtigungsgrenze {0} haben und hat {1}.',
  none: 'keine',
  'A permissions boundary limits what the role may do. Your company asked for this one.':
    'Eine Berechtigungsgrenze beschränkt, was die Rolle darf. Ihr Unternehmen hat diese verlangt.',
  'The role has the permissions boundary {0}, which limits what the permissions policy gives.':
    'Die Rolle hat die Berechtigungsgrenze {0}, die beschränkt, was die Berechtigungsrichtlinie gibt.',
  'A boundary does not stop the role from being assumed. It must allow every action of the permissions policy too, else the calls of {0} are refused.':
    'Eine Berechtigungsgrenze verhindert nicht, dass die Rolle angenommen wird. Sie muss jede Aktion der Berechtigungsrichtlinie ebenfalls erlauben, sonst werden die Aufrufe von {0} abgewiesen.',
  'This error does not say what is wrong with the role.': 'Dieser Fehler sagt nicht, was an der Rolle falsch ist.',
  'AWS said: {0} Paste the output of: aws iam get-role --role-name {1} --output json':
    'AWS sagte: {0} Fügen Sie die Ausgabe ein von: aws iam get-role --role-name {1} --output json',
  'The terminal is signed in to the right account, and the role itself was not seen.':
    'Das Terminal ist im richtigen Konto angemeldet, und die Rolle selbst war nicht zu sehen.',
  'For certainty paste the output of: aws iam get-role --role-name {0} --output json':
    'Um sicherzugehen, fügen Sie die Ausgabe ein von: aws iam get-role --role-name {0} --output json',
  'As far as this output shows it, the trust policy is as it was asked for.':
    'Soweit diese Ausgabe es zeigt, ist die Vertrauensrichtlinie so, wie sie verlangt war.',
  'The text format leaves out the names of the conditions. {0}': 'Das Format "text" lässt die Namen der Bedingungen weg. {0}',
  'As far as the template says it, the trust policy is as it was asked for; what is given for {0} is not known from the text.':
    'Soweit die Vorlage es sagt, ist die Vertrauensrichtlinie so, wie sie verlangt war; was für {0} angegeben wird, geht aus dem Text nicht hervor.',
  'The external ID must come to {0}, and the principal to account {1}. {2}':
    'Die externe ID muss {0} ergeben, und der Prinzipal das Konto {1}. {2}',
  'With the default of {0}, the trust policy of the template is as it was asked for.':
    'Mit dem Vorgabewert von {0} ist die Vertrauensrichtlinie der Vorlage so, wie sie verlangt war.',
  'Another value can be given when the stack is launched. {0}': 'Beim Start des Stacks kann ein anderer Wert angegeben werden. {0}',
  'The call was made by {0}, which is not {1}; that AWS refuses it is right.':
    'Der Aufruf kam von {0}, und das ist nicht {1}; dass AWS ihn zurückweist, ist richtig.',
  'The role lets nobody in but account {0} with your external ID, so trying it from your own account tells nothing. Paste the output of aws iam get-role instead.':
    'Die Rolle lässt niemanden ein als das Konto {0} mit Ihrer externen ID, also besagt ein Versuch aus Ihrem eigenen Konto nichts. Fügen Sie stattdessen die Ausgabe von aws iam get-role ein.',
  'The call was for {0}, and the role of this connection is {1}.': 'Der Aufruf galt {0}, und die Rolle dieser Verbindung ist {1}.',
  'It belongs to another connection, or to an earlier one. Ask {0} which role it calls.':
    'Sie gehört zu einer anderen oder früheren Verbindung. Fragen Sie {0}, welche Rolle aufgerufen wird.',
  'AWS did not look at the role, because the call itself is not of the right form.':
    'AWS hat die Rolle nicht angesehen, weil schon der Aufruf nicht die richtige Form hat.',
  'AWS said: {0} The role needs no change. The role to call is {1}, and the external ID is {2}.':
    'AWS sagte: {0} An der Rolle ist nichts zu ändern. Aufzurufen ist die Rolle {1}, und die externe ID ist {2}.',
  '{0} is a role of {1}, in account {2}, and not the one in your account.':
    '{0} ist eine Rolle von {1}, im Konto {2}, und nicht die in Ihrem Konto.',
  'It is what calls your role, and is for {0} to look after. Sign in to account {1}, and paste the output of: aws iam get-role --role-name {2} --output json':
    'Sie ruft Ihre Rolle auf, und um sie kümmert sich {0}. Melden Sie sich im Konto {1} an, und fügen Sie die Ausgabe ein von: aws iam get-role --role-name {2} --output json',
  'The terminal does not reach AWS, so the text says nothing of the role.':
    'Das Terminal erreicht AWS nicht, also sagt der Text nichts über die Rolle.',
  'The region may be misspelt, or a proxy or firewall stands between. Run the command again with --region {0}, or in AWS CloudShell.':
    'Vielleicht ist die Region falsch geschrieben, oder ein Proxy oder eine Firewall steht dazwischen. Führen Sie den Befehl noch einmal mit --region {0} aus, oder in der AWS CloudShell.',
  'The AWS CLI did not take the command, and nothing was done.':
    'Die AWS CLI hat den Befehl nicht angenommen, und es ist nichts geschehen.',
  'It was changed or cut on its way, or a file that it names is not there. Copy the whole command from this page once more.':
    'Er wurde unterwegs geändert oder abgeschnitten, oder eine Datei, die er nennt, ist nicht da. Kopieren Sie den ganzen Befehl noch einmal von dieser Seite.',
  'AWS was too busy to answer, so the text says nothing of the role.':
    'AWS war zu beschäftigt, um zu antworten, also sagt der Text nichts über die Rolle.',
  'Wait a minute, and do it once more.': 'Warten Sie eine Minute, und versuchen Sie es noch einmal.',
  'The AWS CDK has not been set up in account {0} for {1}, so nothing was created.':
    'Das AWS CDK ist im Konto {0} für {1} nicht eingerichtet, also wurde nichts angelegt.',
  'Run: cdk bootstrap aws://{0}/{1}. Then deploy again.':
    'Führen Sie aus: cdk bootstrap aws://{0}/{1}. Danach stellen Sie noch einmal bereit.',
  'The console cannot switch to this role, and that tells nothing of it.':
    'Die Konsole kann nicht zu dieser Rolle wechseln, und das sagt nichts über sie.',
  'The page "Switch role" sends no external ID, so it is refused by every role that asks for one, as this must. Nobody but {0} can use it. Paste the output of aws iam get-role instead.':
    'Die Seite "Switch role" sendet keine externe ID, also weist sie jede Rolle zurück, die eine verlangt, wie diese es muss. Niemand als {0} kann sie nutzen. Fügen Sie stattdessen die Ausgabe von aws iam get-role ein.',
  'The terminal is signed in to account {0}, and the role must be in {1}.':
    'Das Terminal ist im Konto {0} angemeldet, und die Rolle muss im Konto {1} sein.',
  'It is signed in as {0}. Whatever is looked up or created from there is in that account.':
    'Es ist angemeldet als {0}. Was von dort nachgesehen oder angelegt wird, ist in jenem Konto.',
}
