import { isLikeAssumeRole, toolConfigurationMessages } from '#core/pasted/tool-configuration-rules.ts'

toolConfigurationMessages.translate('de', {
  'terminal-profile': {
    title: 'Ein Programm kann ein AWS-Profil nicht verwenden',
    sentence: 'Ein Programm konnte ein AWS-Profil nicht verwenden und hat AWS deshalb nicht aufgerufen. Das sagt nichts über die Rolle.',
    detail: ({ message }) =>
      `Die Meldung: ${message} Prüfen Sie das Profil in ~/.aws/config und ~/.aws/credentials. Ein source_profile muss ein Profil mit Anmeldeinformationen nennen. Manche älteren Werkzeuge lesen ~/.aws/config nur, wenn AWS_SDK_LOAD_CONFIG 1 ist.`,
  },
  'terraform-backend': {
    title: 'Das Backend von Terraform darf nicht auf den State zugreifen',
    sentence: 'AWS hat Terraform den Zugriff auf den State im S3-Backend verweigert. Das sagt nichts über die Rolle.',
    detail:
      'Das Backend verwendet das assume_role des AWS-Providers nicht. Setzen Sie assume_role auch im Block des Backends, oder erlauben Sie den Anmeldeinformationen, mit denen Terraform beginnt, den State im Bucket zu lesen und zu schreiben.',
  },
  'terraform-role-unread': {
    title: 'Terraform hat den Block assume_role nicht gelesen',
    sentence:
      'Laut seinem Protokoll hat Terraform keinen Block assume_role gelesen, also AssumeRole nie aufgerufen. Das sagt nichts über die Rolle.',
    detail: ({ roleArn }) =>
      `Der Block zählt nur in einem provider "aws" auf der obersten Ebene der Konfiguration: nicht im Block terraform, nicht im Backend und nicht in einem anderen Alias als dem, den die Ressourcen verwenden. Verschieben Sie ihn dorthin, und führen Sie Terraform noch einmal aus. Die ARN der Rolle dieser Verbindung ist ${roleArn}.`,
  },
  'terraform-configuration': {
    title: 'Terraform hat seine Konfiguration abgewiesen',
    sentence: 'Terraform hat seine Konfiguration abgewiesen und AWS deshalb nicht aufgerufen. Das sagt nichts über die Rolle.',
    detail: ({ message }) => `Die Meldung: ${message}${isLikeAssumeRole(message) ? ' Der Block des AWS-Providers heißt assume_role.' : ''}`,
  },
})
