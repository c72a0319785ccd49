/** Stands for the code of an alert about a call in CloudTrail, which comes from a program of the customer. */
export const eventDenied = 'EventDenied'

const name = '["\'`]?([A-Z][a-z]+[A-Z][A-Za-z0-9]{1,60})\\b'

/** In mails and chat messages about events. The lines after it can have the service. */
export const eventAlert = new RegExp(
  `\\b(?:[Aa]ccess[ -]?[Dd]enied|[Uu]nauthorized(?:Operation)?|[Dd]enied|[Ff]orbidden|[Nn]ot authorized)\\b[^\\n]{0,30}\\b(?:[Ee]vent|API [Cc]alls?|api calls?|[Aa]ction|[Oo]peration)\\b[: ]{1,3}(?:name[d:]? )?${name}[^\\n]{0,200}(?:\\n[^\\n]{0,200}){0,6}|(?:\\b[Ee]vent[ -]?[Nn]ame|\\b[Ee]vent)["'\`]?[ :=]{1,3}${name}[\\s\\S]{0,300}?\\b[Ee]rror ?[Cc]ode["'\`]?[ :=]{1,3}["'\`]?(?:Client\\.)?(?:AccessDenied|UnauthorizedOperation)[^\\n]{0,200}`,
)

/** `call`: with its service, where the text shows it. `caller`: empty where it's left open. */
export function alertFacts(message: string): { readonly call: string; readonly caller: string } {
  const [, first, second] = eventAlert.exec(message) ?? []
  const operation = first ?? second ?? ''
  const [, service] = /\b([a-z][a-z0-9-]{1,30})\.amazonaws\.com\b/.exec(message) ?? []
  const [caller = ''] = /\barn:[\w-]+:(?:iam|sts)::[\w*]{4,14}:[\w+=,.@/-]*\w/.exec(message) ?? []
  return { call: service === undefined ? operation : `${service}:${operation}`, caller }
}
