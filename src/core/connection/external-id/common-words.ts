/** Words of English and German that people make IDs and pass phrases of: those of accounts and vendors, and some of the most frequent. */
export const commonWords: readonly string[] = (
  'about accept access account across actually address admin after afternoon again against ahead ahnung allein alles allowed almost ' +
  'alone already also although always amazing amazon america american amsterdam anderen angerufen another answer anybody anymore anyone ' +
  'anything anyway anywhere apartment apologize app apple application april arbeit arbeiten around asked asking attack attention auch ' +
  'audience aufhoeren august ausserdem available away aws baby back banana bathroom baum beautiful because become bedeutet beef been ' +
  'before beginning behind being bekommen believe berg berlin besser best bestimmt better between bezahlen bezahlt bird birthday ' +
  'bisschen bist bitte black blau bleiben bleibt blue book boston both bought brauche brauchen brauchst braucht break breakfast ' +
  'breathing bringen brother brothers brought brown bruder bucket buddy building business cafe call called calling cannot captain ' +
  'careful caught cause certain certainly chance change changed charlie cherry chicago child children chocolate choice christmas clear ' +
  'clearly client close clothes cloud coffee coming community company complete computer concerned condition connect connection ' +
  'connector continue continues control corp correct could country couple course crazy cross crying customer dachte daddy dafuer damit ' +
  'dangerous danke dann darauf darling darueber database daughter days dead death december decided decision default deine deinem deinen ' +
  'delicious demo deshalb destroy destroyed detective deutschland dev developer development dezember diese diesem diesen dieser dieses ' +
  'different difficult dinner doch doctor does doing dollars door doubt down dragon dramatic draussen drink drinking duerfen durch ' +
  'eagle earlier early easy ehrlich einem einen einer einfach einmal einzige either elephant elizabeth else emergency endlich english ' +
  'enjoy enough equipment erfahren erinnern erklaeren erzaehlen erzaehlt etwas euch even evening every everybody everyone exactly ' +
  'example except excuse expect expected expecting expensive explain external externalid eyes fahren familie family father fault ' +
  'favorite februar february feel feeling feelings fertig feuer figure figured finally find finden finish finished fire firma first ' +
  'fish floor flower flugzeug follow following food football forest forever forget forgive forgot forgotten forward found fragen ' +
  'frankfurt frau frauen freitag freund freunde freundin friday friend friends from front frueher fruehling fuchs fuer funny future ' +
  'ganz ganze ganzen garden gefaellt gefallen gefragt gefuehl gefunden geheim gehen gehoert geht gekommen gemacht genau genug george ' +
  'gerade gesagt geschaeft geschafft gesehen getroffen getting gewesen geworden gibt girl girls give giving glaube glauben glaubst ' +
  'gleich glueck gmbh goes going gold golden good goodbye goodness great green grosse ground group grunting grunts guess guilty guten ' +
  'habe haben habt haette haetten haettest hallo halten hamburg handle hands happen happened happening happens happy hard hast hatte ' +
  'hatten haus hause have having head heard heart heisst helfen hello help helping herbst herself heute hilfe himself history hoeren ' +
  'hold holding home honey horrible horse hours house human hund hundred hungry hurry hurt husband iam idea ihnen ihre ihrem ihren ' +
  'ihrer imagine immer important innocent inside instead integration internet interview into introduce involved irgendwas irgendwie ' +
  'irgendwo jahre jahren january jemand jemanden jesus jetzt jimmy john johnny july jump june just kaempfen kann kannst katze keep ' +
  'keeping keine keinen kennen key kids kind kinder kleine kleinen kleiner knew know knowing knowledge known knows koeln koennen ' +
  'koennte koennten koenntest koerper komm kommen kommst kommt konnte konto kriegen kuemmern kunde lady laeuft langsam language lassen ' +
  'last laughter lawyer lazy learn learned least leave leaving leben left leid letter letzte letzten leute licht liebe lieber life ' +
  'light like lion listen listening little live living london look looked looking looks lost love lovely lucky machen machst maedchen ' +
  'maenner maerz make makes making manchmal many march master matter maus maybe meet meeting mein meine meinem meinen meiner menschen ' +
  'message middle might military million minute minuten minutes missing mission mistake moechte moechtest moeglich moment monday money ' +
  'monkey montag months moon morgen morning mother mountain mouse moving much muenchen muessen music musik musst must mutter myapp ' +
  'myself nach nachricht nacht naechste naechsten name narrator necessary need needed needs nehmen nein nervous network never news next ' +
  'nice nicht nichts niemals niemand night nobody noch normal nothing noticed november number nummer obviously obwohl ocean october ' +
  'oder offer office official ohne oktober only open operation orange order ordnung other others otherwise ourselves outside over ' +
  'parents paris partner party passiert password passwort people perfect perfectly perhaps person personal phone picture pictures place ' +
  'planning platform play playing please point position possible possibly powerful practice pregnant president pretty princess probably ' +
  'problem probleme problems prod production professor project promise promised property protect public purple putting question ' +
  'questions quick quickly quiet quite ready realize realized really reason rechnung recognize remember report respect return richtig ' +
  'right river role room ruhig running sagen sagte said sample sandbox saturday saying schaffen schlafen schlecht schnell schoen school ' +
  'schreiben schwarz schwester second secret secure security seeing seems sehen sehr selbst september serious seriously server service ' +
  'shared shoot shooting should show sicher siehst sieht sighs silver simple singapore sister sitting situation sleep sofort soldiers ' +
  'sollen sollte sollten solltest some somebody someone something sometimes somewhere sommer sonne sonntag sorry sound sounds spaeter ' +
  'speak speaking special spielen sprechen spring staging standing star start started starting stay staying stern still stimmt stop ' +
  'stopped story straight street strength stuff stuttgart suddenly summer sunday sunshine support suppose supposed surprise surprised ' +
  'suspect sweet sydney system take taking talk talked talking team tel telling tenant terrible test testing teufel than thank thanks ' +
  'that their them there these they thing things think thinking thinks this those though thought thoughts thousand three through throw ' +
  'thursday tiger time times tochter today together token told tomorrow tonight took totally town treffen tried trotzdem trouble trust ' +
  'truth trying tuesday turn turned ueber ueberall und under unsere unterwegs until upset used user usually vater vendor verdammte ' +
  'vergessen verkaufen verlassen verletzt verlieren verloren verstehe verstehen verstehst versuchen versucht vertrag vertrauen very ' +
  'vogel voice vorbei waehrend waere wahrheit wait waiting wald walking want wanted wants warum wasser watching water wearing web ' +
  'wedding wednesday week weekend weeks weird weiss weisst weiter welcome well welt wenn werde werden what whatever when where whether ' +
  'which while white whole wichtig wieder wieso wife will willst window winter wird wirklich wirst wissen with without witness wohl ' +
  'wohnung wollen wollte wollten wolltest woman wonderful wondering words work worked working works world worried worry would wrong ' +
  'wuerde wuerden wuerdest wurde wurden wusste year years yellow yesterday york young your yours yourself zeit ziemlich zimmer zugang ' +
  'zukunft zurueck zusammen zwei zwischen'
).split(' ')
