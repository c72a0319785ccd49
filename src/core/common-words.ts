/** Words of English and German that people make IDs and pass phrases of: those of accounts and vendors, and some of the most frequent. */
export const commonWords: readonly string[] = (
  'nummer rechnung vertrag about access account actually admin after afternoon again against ahnung almost already always amazing amazon amsterdam anderen ' +
  'another anybody anymore anyone anything anyway anywhere apartment apologize app apple application april arbeit arbeiten around ' +
  'aufhoeren august away aws baby back banana baum beautiful because bedeutet beef before bekommen believe berg berlin best bestimmt ' +
  'better between bird birthday bitte black blau bleiben blue boston brauchen brother brought brown bucket building business cafe call ' +
  'called cannot captain careful certainly cherry chicago children chocolate christmas client clothes cloud coffee coming company ' +
  'computer connect connection connector control corp correct could country couple course crazy cross customer dafuer damit dangerous ' +
  'darueber database daughter dead december default demo deutschland dev developer development dezember different difficult doctor does ' +
  'doing down dragon draussen eagle einem einen einfach einzige elephant enough erzaehlen erzaehlt etwas every everybody everyone ' +
  'exactly example excuse explain external externalid familie family father februar february feel feeling feuer finished fire firma ' +
  'first fish flower football forest forget found frankfurt freitag freund freunde freundin friday friend friends from fruehling fuchs ' +
  'funny ganz garden gefaellt gefunden geheim gehoert gekommen gemacht gerade gesagt gesehen getting gibt girl girls glaube glauben ' +
  'glaubst gleich glueck gmbh going gold golden good goodbye great green group guess haben haette haetten hamburg happen happened ' +
  'happening happens happy haus have having heard helfen hello help herbst heute himself history home horse house hund husband iam ' +
  'ihnen ihre ihren immer important inside integration internet involved irgendwas irgendwie january jemand jemanden jetzt july jump ' +
  'june just kann kannst katze keep keine keinen key kinder knew know known knows koeln koennen koennte koennten komm kommen kommt ' +
  'konto kunde laeuft lassen lazy leave leaving left letzte letzten leute licht liebe life light like lion listen little live london ' +
  'look looked looking looks love maedchen maenner maerz march master maus maybe meeting mein meinem might minute minutes moechte ' +
  'moeglich monday money monkey montag moon morgen morning mother mountain mouse much muenchen muessen music musik mutter myapp myself ' +
  'nacht naechsten name need nehmen network never next nicht nichts niemand night nobody noch nothing november number obviously ocean ' +
  'october office oktober only orange ordnung other ourselves outside paris partner passiert password passwort people perfect person ' +
  'phone picture place platform playing please possible pretty princess probably problem problems prod production project promise ' +
  'protect public purple question questions quick quickly ready really reason remember richtig right river role running said sample ' +
  'sandbox saturday saying schnell school schwarz schwester secret secure security sehr selbst september server service shared should ' +
  'silver singapore sister situation sleep sofort sollte sollten solltest somebody someone something sometimes somewhere sommer sonne ' +
  'sonntag sorry spaeter speaking special sprechen spring staging star started stern still stimmt straight stuff stuttgart summer ' +
  'sunday sunshine supposed surprise surprised sydney system take taking talk talking team tel tenant terrible test testing thank ' +
  'thanks that their them there these they thing things think thinking this those though thought three through thursday tiger time ' +
  'today together token told tomorrow tonight took trotzdem trouble trust trying tuesday ueber und unsere user vater vendor vergessen ' +
  'verlassen verstehe verstehen versuchen very vogel waehrend wahrheit waiting wald want wanted warum wasser water web wednesday weiss ' +
  'weisst welcome welt werden what whatever where which while white whole wieder will willst winter wird wirklich wissen with without ' +
  'wollen wollte wonderful work working world worried worry would wrong wuerde wuerden wurde year years yellow yesterday young your ' +
  'yours yourself ziemlich zugang zurueck zusammen'
).split(' ')
