import type { VendorFailure } from './failure-kind.ts'

/** Words of one language, without their endings. */
type Language = {
  readonly externalId: RegExp
  readonly role: RegExp
  /** Trust policies, and accounts that are trusted. */
  readonly trust: RegExp
  readonly assume: RegExp
  readonly permissions: RegExp
  /** An account, a connection, or the sign-in of a product. */
  readonly connection: RegExp
  /** Something failed or isn't right. */
  readonly failed: RegExp
  readonly notFound: RegExp
  readonly empty: RegExp
  readonly missing: RegExp
  readonly or: RegExp
  /** Only says what to do, or asks. */
  readonly advice: RegExp
}

const german: Language = {
  externalId: /\bextern\w* ID\b/i,
  role: /\bRollen?\b|\w{0,30}rolle\b/i,
  trust: /\bvertrau\w*|Vertrauens\w*/i,
  assume: /(?:angenommen|annehmen|übernommen|übernehmen|übernimmt)(?!\p{L})/iu,
  permissions: /\b\w*(?:berechtigung|rechte|zugriffsrecht)\w*/i,
  connection: /\b\w*(?:konto|konten|verbind|verbunden|integration|authentifizier|anmeldung|zugriff)\w*/i,
  failed:
    /\b(?:fehlgeschlagen|fehlschl\w+|gescheitert|ungültig\w*|verweigert|abgelehnt|falsch\w*|nicht (?:\w+ )?(?:gültig|berechtigt|autorisiert|möglich|gefunden|hinzugefügt|übereinstimm\w*|angenommen|übernommen|verbunden|hergestellt|werden)|kann nicht|konnten? [^\n]{0,80}nicht|stimm\w+ [^\n]{0,40}nicht)(?![\wäöü])/i,
  notFound: /\bnicht (?:\w+ )?(?:gefunden|vorhanden|existier\w+)|\bexistier\w+ nicht|\bgibt es nicht/i,
  empty: /\b(?:leer\w*|nicht (?:aus)?gefüllt|nicht gesetzt|nicht angegeben|weggelassen|freigelassen)\b/i,
  missing: /\b(?:fehl(?:t|en|ende\w*)|unzureichend\w*|nicht ausreichend\w*|keine)\b/i,
  or: /\boder\b/i,
  advice: /^\W*(?:bitte|prüfen Sie|stellen Sie sicher|wenn|falls)\b/i,
}

const french: Language = {
  externalId: /\b(?:ID|identifiant|identificateur) externe\b/i,
  role: /(?<!\p{L})rôles?(?!\p{L})/iu,
  trust: /\b(?:confiance|approbation|approuv\w*)/i,
  assume: /\b(?:assum\w+|endoss\w+|prendre le rôle)/i,
  permissions: /\b(?:autorisations?|permissions?|droits)\b/i,
  connection: /\b(?:comptes?|connexion|connecter|intégration|authentification|accès)(?!\p{L})/iu,
  failed:
    /(?<!\p{L})(?:échou\p{L}*|échec|impossible|invalide\w*|incorrect\w*|refusée?s?|rejetée?s?|erron\p{L}+|non valides?|pas (?:autorisée?|valide|pu|trouvée?|correct)|ne correspond\p{L}* pas)(?!\p{L})/iu,
  notFound: /\b(?:introuvable|n['’]existe pas|pas (?:été )?trouv)/i,
  empty: /(?<!\p{L})(?:vide|non renseignée?|pas (?:été )?renseignée?|laissée? (?:vide|en blanc)|manquante?)(?!\p{L})/iu,
  missing: /\b(?:manqu\w+|insuffisant\w*|requise?s?|n['’]a pas)\b/i,
  or: /(?<!\p{L})ou(?!\p{L})/iu,
  advice: /^\W*(?:veuillez|vérifiez|assurez-vous|si)\b/i,
}

const spanish: Language = {
  externalId: /\b(?:ID|identificador) externo\b/i,
  role: /\b(?:rol(?:es)?|función)(?!\p{L})/iu,
  trust: /\bconfianza\b|\bde confian|\bconfía\b/i,
  assume: /\basum\w+/i,
  permissions: /\bpermisos?\b/i,
  connection: /(?<!\p{L})(?:cuentas?|conexión|conectar|integración|autenticación|acceso)(?!\p{L})/iu,
  failed:
    /\b(?:falló|fallad[oa]|fallid[oa]|falla|fallo|error al|inválid[oa]s?|incorrect[oa]s?|denegad[oa]s?|rechazad[oa]s?|no (?:es|son) válid[oa]s?|no válid[oa]s?|no (?:se )?(?:pudo|ha podido|puede|está autorizad[oa]|autorizad[oa]|coincide))(?!\p{L})/iu,
  notFound: /\bno (?:se )?(?:encontr\w+|encuentra|existe|ha encontrado)|\bno encontrad[oa]/i,
  empty: /(?<!\p{L})(?:vací[oa]|en blanco|sin (?:rellenar|completar|llenar)|no (?:está )?configurad[oa])(?!\p{L})/iu,
  missing: /\b(?:falta\w*|insuficientes?|necesari[oa]s?|no tiene)\b/i,
  or: /(?<!\p{L})[ou](?!\p{L})/iu,
  advice: /^\W*(?:por favor|verifique|compruebe|asegúrese|si)\b/i,
}

const portuguese: Language = {
  externalId: /\b(?:ID|identificador) externo\b/i,
  role: /(?<!\p{L})(?:função|funções|papel|perfil|role)(?!\p{L})/iu,
  trust: /\bconfiança\b|\bconfiável|\bconfia\b/i,
  assume: /\bassum\w+/i,
  permissions: /\bpermiss(?:ão|ões)/i,
  connection: /(?<!\p{L})(?:contas?|conexão|conectar|integração|autenticação|acesso)(?!\p{L})/iu,
  failed:
    /(?<!\p{L})(?:falh\p{L}+|inválid[oa]s?|incorret[oa]s?|negad[oa]s?|recusad[oa]s?|rejeitad[oa]s?|não (?:é válid[oa]|foi possível|pode|pôde|está autorizad[oa]|autorizad[oa]|corresponde))(?!\p{L})/iu,
  notFound: /(?<!\p{L})não (?:foi )?(?:encontrad[oa]|existe)/iu,
  empty: /(?<!\p{L})(?:vazi[oa]|em branco|não (?:foi )?(?:preenchid[oa]|definid[oa]|configurad[oa]))(?!\p{L})/iu,
  missing: /(?<!\p{L})(?:falt\p{L}+|insuficientes?|ausentes?|necessári[oa]s?|não tem)(?!\p{L})/iu,
  or: /(?<!\p{L})ou(?!\p{L})/iu,
  advice: /^\W*(?:por favor|verifique|certifique-se|se)\b/i,
}

const italian: Language = {
  externalId: /\b(?:ID|identificativo|identificatore) esterno\b/i,
  role: /\bruol[oi]\b/i,
  trust: /\b(?:attendibil\w*|fiducia|trust)\b/i,
  assume: /\b(?:assumere|assunto|assunzione)\b/i,
  permissions: /\b(?:autorizzazion[ei]|permess[oi])\b/i,
  connection: /\b(?:account|connessione|connettere|integrazione|autenticazione|accesso)\b/i,
  failed:
    /(?<!\p{L})(?:fallit[oa]|non riuscit[oa]|impossibile|non valid[oa]|errat[oa]|negat[oa]|rifiutat[oa]|non (?:è |sono )?(?:autorizzat[oa]|possibile|corrisponde)|non corrispond\p{L}+)(?!\p{L})/iu,
  notFound: /\bnon (?:è stat[oa] )?trovat[oa]|\bnon esiste/i,
  empty: /\b(?:vuot[oa]|non (?:è )?(?:impostat[oa]|compilat[oa]|specificat[oa]))\b/i,
  missing: /\b(?:manca\w*|insufficient[ei]|necessari[ea])\b/i,
  or: /(?<!\p{L})o(?!\p{L})/iu,
  advice: /^\W*(?:verifica\w*|assicura\w*|se)\b/i,
}

const japanese: Language = {
  externalId: /外部\s?ID/i,
  role: /ロール/,
  trust: /信頼/,
  assume: /引き受け|AssumeRole/,
  permissions: /権限|アクセス許可/,
  connection: /アカウント|接続|連携|統合|認証/,
  failed: /失敗|ませんでした|できません|できない|できなかった|拒否|無効|正しくありません|正しくない|一致しません|一致しない|不正|エラー/,
  notFound: /見つかりません|見つからない|存在しません|存在しない/,
  empty: /空(?:欄|白)?(?:の|に|で|です|$|と)|未入力|未設定|設定していません|設定していない|入力していません|入力していない/,
  missing: /不足|ありません|足りません|足りない|必要/,
  or: /または|もしくは|あるいは/,
  advice: /(?:確認して|設定して)ください/,
}

const chinese: Language = {
  externalId: /外部\s?ID|外部标识|外部識別/i,
  role: /角色/,
  trust: /信任/,
  assume: /担任|代入|承担|擔任|AssumeRole/,
  permissions: /权限|許可權|權限/,
  connection: /账户|帐户|账号|帳戶|連線|连接|集成|身份验证|認證|验证/,
  failed: /失败|失敗|无法|無法|拒绝|拒絕|无效|無效|不正确|不正確|错误|錯誤|不匹配|不一致|无权|無權/,
  notFound: /找不到|未找到|不存在/,
  empty: /为空|為空|空白|空着|没有填|未填|未设置|未設定|留空/,
  missing: /缺少|不足|没有/,
  or: /或/,
  advice: /^\W*(?:请|請)/,
}

const korean: Language = {
  externalId: /외부\s?ID/i,
  role: /역할/,
  trust: /신뢰/,
  assume: /수임|맡을|맡지|위임/,
  permissions: /권한/,
  connection: /계정|연결|연동|통합|인증/,
  failed: /실패|없습니다|거부|잘못|유효하지|일치하지|올바르지|못했습니다|오류/,
  notFound: /찾을 수 없|존재하지/,
  empty: /비어|비워|공백|빈 (?:값|칸)|입력하지 않|설정하지 않/,
  missing: /부족|없음|필요/,
  or: /또는|혹은|이거나|거나/,
  advice: /(?:확인|설정)하(?:세요|십시오)/,
}

const languages: readonly Language[] = [german, french, spanish, portuguese, italian, japanese, chinese, korean]

const sentences = (text: string): readonly string[] =>
  text.split(/[.!?](?=[\s”“"»』」]|$)|[。！？\n]|,? (?:aber|jedoch|mais|pero|però)\b|但是?|しかし/)

type Said = { readonly language: Language; readonly sentence: string }

const saidIn = (text: string): readonly Said[] =>
  languages.flatMap((language) =>
    sentences(text)
      .filter((sentence) => !language.advice.test(sentence))
      .map((sentence) => ({ language, sentence })),
  )

type Form = { readonly failure: VendorFailure; readonly is: (said: Said) => boolean }

/** In the order in which they are reported. */
const forms: readonly Form[] = [
  {
    failure: 'either',
    is: ({ language, sentence }) =>
      language.permissions.test(sentence) &&
      language.or.test(sentence) &&
      (language.assume.test(sentence) || language.trust.test(sentence) || language.externalId.test(sentence)) &&
      (language.failed.test(sentence) || language.missing.test(sentence)),
  },
  {
    failure: 'assume',
    is: ({ language, sentence }) =>
      ((language.role.test(sentence) && language.assume.test(sentence)) || /\bsts:AssumeRole\b/.test(sentence)) &&
      (language.failed.test(sentence) || language.missing.test(sentence)),
  },
  {
    failure: 'trust',
    is: ({ language, sentence }) =>
      (language.externalId.test(sentence) || language.trust.test(sentence)) &&
      (language.failed.test(sentence) || language.notFound.test(sentence)),
  },
  { failure: 'role-not-found', is: ({ language, sentence }) => language.role.test(sentence) && language.notFound.test(sentence) },
  { failure: 'role', is: ({ language, sentence }) => language.role.test(sentence) && language.failed.test(sentence) },
  {
    failure: 'connection',
    is: ({ language, sentence }) => language.connection.test(sentence) && language.failed.test(sentence),
  },
]

const aboutAws = /\b(?:aws|amazon|iam|sts|arn)\b|AWS|IAM|ARN/i

const isAbout = (text: string): boolean =>
  aboutAws.test(text) || languages.some(({ externalId, trust }) => externalId.test(text) || trust.test(text))

/** About AWS, whatever else the text says. */
const ofAssumption: readonly VendorFailure[] = ['either', 'assume']

/** The most exact failure that a text tells in another language than English; null where none does. */
export function failureElsewhere(text: string): VendorFailure | null {
  const said = saidIn(text)
  const isAboutAws = isAbout(text)
  return forms.find(({ failure, is }) => (isAboutAws || ofAssumption.includes(failure)) && said.some(is))?.failure ?? null
}

/** True for a text that says that the role lacks permissions. */
export const lacksPermissionsElsewhere = (text: string): boolean =>
  isAbout(text) &&
  saidIn(text).some(
    ({ language, sentence }) =>
      language.permissions.test(sentence) &&
      language.missing.test(sentence) &&
      !language.or.test(sentence) &&
      !language.assume.test(sentence),
  )

/** True for a text that says that the external ID was left empty. */
export const hasEmptyIdElsewhere = (text: string): boolean =>
  saidIn(text).some(({ language, sentence }) => language.externalId.test(sentence) && language.empty.test(sentence))
