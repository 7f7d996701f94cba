"""Words by which news names and describes whoever speaks: pronouns, titles, roles, groups, bodies, media and texts."""

from sayso.text.word_tables import word_table

MALE_PRONOUNS = word_table("he him his himself")
FEMALE_PRONOUNS = word_table("she her hers herself")
THING_PRONOUNS = word_table("it its itself")
PLURAL_PRONOUNS = word_table("they them their theirs themselves both")
RELATIVE_PRONOUNS = word_table("who whom which that whose")
SPEAKER_PRONOUNS = word_table("i me my mine myself we us our ours ourselves")
HEARER_PRONOUNS = word_table("you your yours yourself")

DETERMINERS = word_table("the a an this that these those his her its their our my your")
POSSESSIVE_DETERMINERS = word_table("his her its their my our")
INDEFINITE = word_table("a an one another some several many other two three four five")

PREPOSITIONS = word_table(
    "of from by sent made written given shared for in at on "
    "with to about against among near inside outside into over under within including "
    "between who whom whose which that familiar close speaking according based named called known presiding "
    "representing documenting studying working living when after while because like such "
    "identified posted published released conducted led signed issued filed obtained reviewed"
)
"""Words that end the part of a phrase in which its head noun stands."""

COURTESY_TITLES = {
    "mr": "male", "sir": "male", "lord": "male", "king": "male", "prince": "male", "father": "male", "duke": "male",
    "congressman": "male", "chairman": "male", "spokesman": "male", "businessman": "male", "actor": "male",
    "mrs": "female", "ms": "female", "miss": "female", "dame": "female", "lady": "female", "queen": "female",
    "princess": "female", "sister": "female", "duchess": "female", "congresswoman": "female", "chairwoman": "female",
    "spokeswoman": "female", "businesswoman": "female", "actress": "female", "mother": "female", "wife": "female",
    "widow": "female", "daughter": "female", "husband": "male", "son": "male", "brother": "male", "niece": "female",
    "fiancée": "female", "assemblywoman": "female", "pope": "male", "uncle": "male", "aunt": "female",
}  # fmt: skip
"""Title: the gender that it tells."""

TITLES = word_table(
    "president vice-president premier chancellor prime minister secretary senator sen sens representative rep "
    "reps congressperson assemblyman governor gov mayor ambassador speaker archbishop bishop cardinal rev "
    "monsignor msgr monsenor monseñor honorable "
    "reverend rabbi imam sheikh ayatollah justice judge attorney prosecutor general gen lieutenant lt colonel "
    "col major maj captain capt sergeant sgt commander cmdr commodore admiral adm marshal officer constable detective "
    "inspector superintendent sheriff chief director administrator commissioner chairperson chair spokesperson "
    "professor prof doctor dr mx emperor sultan emir hon honourable councillor deputy vice emeritus former "
    "leader envoy undersecretary brigadier corporal treasurer dean provost economist analyst coach manager "
    "editor head fellow counsel whip taoiseach ombudsman registrar auditor moderator advisor "
    "adviser presidents ministers senators representatives nominee ceo cfo coo cto counselor counsellor "
    "candidate broadcaster lawmaker mp president-elect chairman-elect mayor-elect supervisor charge "
    "director-general secretary-general attorney-general governor-general inspector-general executive "
    "brig-gen maj-gen lt-gen lt-col pm brig supt insp det cpl fr"
) | frozenset(COURTESY_TITLES)
"""Capitalised words that come before a person's name and are no part of it."""

ROLE_NOUNS = word_table(
    "president vice-president premier chancellor minister secretary senator representative congressman "
    "congresswoman governor mayor ambassador speaker king queen prince princess pope archbishop bishop cardinal "
    "reverend rabbi imam priest pastor vicar justice judge magistrate attorney lawyer solicitor barrister "
    "counselor counsellor prosecutor general lieutenant colonel major captain sergeant commander commodore admiral "
    "marshal "
    "officer constable detective inspector superintendent sheriff chief director administrator commissioner chairman "
    "chairwoman chairperson chair chairs spokesman spokeswoman spokesperson spokeman professor doctor leader envoy "
    "delegate undersecretary treasurer dean provost coach manager editor head ceo founder co-founder owner publicist "
    "agent organizer organiser coordinator principal teacher counsel rapporteur physician nominee candidate "
    "lawmaker mp parliamentarian legislator politician advisor adviser aide deputy curator coroner emperor "
    "councillor organist publisher executive firefighter paramedic pilot monarch host producer author co-author "
    "secretary-general director-general governor-general attorney-general auditor ombudsman ombudswoman "
    "pm comptroller registrar clerk examiner inspector-general marshal ranger warden "
    "bailiff trustee councilman councilwoman councilor alderman selectman assemblyman assemblywoman whip "
    "taoiseach chieftain emir sultan ayatollah cleric nun monk deacon chaplain "
    "midwife nurse surgeon doctor vet veterinarian pathologist "
    "pharmacist paediatrician psychiatrist psychologist therapist dentist epidemiologist virologist "
    "accountant broker banker trader co-chair co-chairman "
    "vice-chair vice-chairman "
    "headteacher headmaster headmistress librarian instructor lecturer editor-in-chief "
    "columnist presenter anchor newsreader narrator conductor choreographer composer "
    "promoter trainer captain skipper referee umpire quartermaster commandant brigadier "
    "corporal seaman airman cosmonaut astronaut forecaster dispatcher "
    "chef steward landlord landlady farmer shopkeeper negotiator mediator "
    "facilitator strategist consultant planner architect builder contractor "
    "consul attaché attache emissary pollster patriarch abbot mufti rector undersheriff alderwoman councilmember "
    "councilperson assemblymember congressperson committeewoman copilot co-pilot "
    "co-owner co-creator creator inventor designer supervisor"
)
"""What one is who speaks openly in an office or a role."""

PERSON_NOUNS = (
    ROLE_NOUNS
    | frozenset(COURTESY_TITLES)
    | word_table(
        "man woman boy girl person source official resident witness eyewitness driver father mother friend neighbour "
        "neighbor insider diplomat scientist researcher astronomer archaeologist economist analyst expert activist "
        "journalist reporter correspondent writer poster user victim survivor suspect student voter passenger "
        "bystander employee worker farmer soldier fan critic singer artist designer actor actress comedian player "
        "star musician philosopher scholar historian biologist physicist chemist geologist engineer programmer "
        "developer blogger broadcaster businessman businesswoman entrepreneur loyalist republican democrat "
        "negotiator protester niece nephew son daughter wife husband brother sister fiancé fiancée widow cousin "
        "uncle aunt parent astronaut coworker rival jock performer anchor partner individual teenager child veteran "
        "member someone somebody anyone nobody archæologist neuroscientist theologian photographer skipper trainer "
        "striker midfielder defender goalkeeper meteorologist seismologist legend novelist poet playwright filmmaker "
        "kid dad mum mom grandmother grandfather grandson granddaughter stepfather stepmother sibling twin lover "
        "girlfriend boyfriend spouse bride groom roommate classmate schoolmate teammate colleague ally supporter "
        "opponent follower believer observer commentator spectator onlooker caller reader viewer listener "
        "customer client patient visitor tourist traveller traveler motorist cyclist pedestrian commuter tenant "
        "homeowner homeless villager townsman immigrant migrant refugee prisoner inmate detainee "
        "hostage captive gunman attacker shooter killer murderer robber thief hacker burglar perpetrator "
        "offender defendant plaintiff petitioner appellant complainant claimant respondent accused accuser "
        "litigant juror militant rebel fighter terrorist insurgent guerrilla sniper defector deserter conscript "
        "sailor marine policeman policewoman cop guard bodyguard rescuer volunteer campaigner advocate lobbyist "
        "donor philanthropist billionaire millionaire tycoon magnate socialite celebrity dancer rapper "
        "guitarist drummer songwriter painter sculptor athlete sprinter swimmer boxer golfer footballer "
        "cricketer batsman bowler pitcher quarterback winner champion medallist medalist racer jockey climber "
        "hiker diver skier academic intellectual theorist mathematician sociologist anthropologist ecologist "
        "botanist zoologist palaeontologist paleontologist linguist virologist oceanographer climatologist "
        "geographer statistician specialist technician mechanic plumber electrician carpenter miner fisherman "
        "hunter trucker labourer laborer staffer intern apprentice freelancer recruit graduate undergraduate "
        "alumnus pupil schoolboy schoolgirl youth youngster teen adult pensioner retiree baby infant "
        "toddler conservative liberal socialist communist nationalist independent moderate progressive centrist "
        "incumbent challenger contender frontrunner dissident exile heir successor predecessor counterpart "
        "attendee shopper waiter waitress barista bartender cashier janitor cleaner maid nanny babysitter "
        "investigator mourner churchgoer worshipper parishioner congregant biker bicyclist jogger angler boater "
        "surfer kayaker gamer streamer influencer vlogger podcaster youtuber participant panelist panellist invitee "
        "interviewee trainee evacuee escapee deportee returnee amputee subscriber borrower investor shareholder "
        "renter lodger squatter islander rancher logger roofer welder bricklayer postman mailman cabbie machinist "
        "foreman steelworker coder peon well-wisher attendant stewardess hostess caretaker carer caregiver "
        "demonstrator picketer rioter looter arsonist smuggler trafficker gambler bettor punter jeweller jeweler "
        "hairdresser beautician undertaker lifeguard sunbather holidaymaker vacationer backpacker hitchhiker reveller "
        "reveler grandma grandpa granddad auntie godfather godmother stepson stepdaughter ex-wife ex-husband fiancee "
        "housemate flatmate crewmember farmhand housewife widower orphan valedictorian postgraduate postdoc mentor "
        "rookie "
        "namesake contributor veteran hero heroine genius passer-by passerby newcomer stranger speaker"
    )
)
"""What one person is called."""

GROUP_NOUNS = word_table(
    "people those thousands hundreds dozens millions team residents "
    "experts officials scientists researchers critics activists witnesses eyewitnesses "
    "investigators authorities families family relatives associates aides allies colleagues supporters opponents "
    "protesters demonstrators voters users members others republicans democrats analysts observers commentators "
    "academics scholars neighbours neighbors locals firefighters rescuers doctors medics lawyers lawmakers mps "
    "senators representatives leaders diplomats sources prosecutors organizers organisers parents children "
    "students teachers victims survivors passengers fans advocates historians economists engineers workers "
    "employees soldiers troops rebels militants politicians candidates countries nations states groups firms "
    "companies couple pair duo trio authors astronomers archaeologists biologists geologists physicists some "
    "many most few several individuals bystanders two three four crowds prisoners detainees migrants refugees "
    "farmers journalists reporters readers viewers players conservatives liberals christians muslims jews "
    "americans russians ukrainians agencies ministers judges coworkers friends instructors speakers directors "
    "executives shareholders investors traders unions spokespeople spokespersons women men "
    "staff personnel crew management leadership public electorate audience majority minority "
    "population lot plenty scores tens half rest everyone everybody anybody anyone all both folks folk "
    "youths teenagers adults boys girls humans youngsters jurors hostages inmates captors "
    "kidnappers gunmen attackers hackers pirates insurgents fighters bosses "
    "chiefs heads owners managers ministries governments parties clubs banks airlines businesses "
    "manufacturers retailers organisations organizations charities ngos hospitals schools universities "
    "churches courts councils departments nationalists communists socialists "
    "separatists loyalists royalists unionists moderates hardliners clerics bishops priests nurses "
    "paramedics clinicians specialists technicians crews clergy elders tribes villagers islanders "
    "townspeople citizens civilians taxpayers consumers customers patients tenants homeowners commuters "
    "motorists drivers pilots sailors miners fishermen labourers dockers strikers staffers contributors "
    "editors columnists bloggers mathematicians psychologists epidemiologists sociologists "
    "meteorologists forecasters seismologists statisticians negotiators mediators monitors inspectors "
    "regulators auditors lobbyists donors lenders creditors bidders buyers sellers developers designers "
    "makers producers athletes footballers teammates champions contestants rivals enemies "
    "foes mothers fathers wives husbands sons daughters brothers sisters siblings "
    "grandparents mourners worshippers pilgrims believers followers sympathisers sympathizers volunteers "
    "campaigners attorneys solicitors barristers plaintiffs defendants "
    "petitioners claimants complainants percent congressmen congresswomen agents deputies detectives troopers"
)
"""What several speakers with no body of their own are called."""

SECOND_NAMES = word_table(
    "lawmaker legislator parliamentarian politician senator congressman congresswoman mp professor scientist "
    "astronomer economist analyst expert historian scholar co-author novelist poet playwright "
    "activist actor actress singer musician artist comedian star player striker midfielder defender "
    "goalkeeper athlete champion democrat republican billionaire entrepreneur businessman businesswoman doctor "
    "physician general colonel admiral diplomat veteran filmmaker dissident tycoon philosopher physicist chemist "
    "biologist academic nominee candidate frontrunner front-runner host mogul magnate incumbent conservative liberal "
    "hopeful contender challenger socialist progressive moderate centrist libertarian populist firebrand freshman "
    "newcomer native leaguer legend icon heir heiress rapper songwriter designer quarterback pitcher golfer boxer "
    "skipper captain coach driver rider pilot winger footballer cricketer batsman bowler swimmer cyclist runner "
    "sprinter racer jockey wrestler skier skater gymnast astronaut cosmonaut engineer inventor surgeon psychologist "
    "psychiatrist sociologist anthropologist geologist epidemiologist virologist immunologist climatologist "
    "meteorologist seismologist archaeologist archeologist paleontologist palaeontologist zoologist ecologist "
    "oceanographer neuroscientist mathematician researcher blogger preacher pastor cleric bishop archbishop cardinal "
    "pontiff monarch statesman stateswoman councillor councilman councilwoman oligarch negotiator "
    "essayist journalist broadcaster presenter youtuber influencer founder co-founder father mother"
)
"""What news calls a person already named, so as not to repeat the name."""

HIDDEN_NOUNS = word_table("source sources insider insiders someone somebody whistleblower whistle-blower informant")
"""What a story calls one whom it does not name."""

MEDIA_NOUNS = word_table(
    "newspaper newspapers agency channel broadcaster magazine daily tabloid weekly radio television tv press "
    "media outlet outlets network publication publications portal news newswire paper papers journal station "
    "broadcasters show programme"
)
"""What media are called; some of them count only after "news", "state" or the like."""

SURE_MEDIA_NOUNS = MEDIA_NOUNS - word_table(
    "agency channel network portal paper papers journal station daily weekly outlet"
)

MEDIA_NAME_WORDS = word_table(
    "Times Post Herald Tribune Guardian Telegraph Gazette Journal News Broadcasting Radio TV Television Press "
    "Daily Chronicle Observer Independent Mirror Globe Mail Sun Star Examiner Courier Reporter Standard Today "
    "Weekly Magazine Inquirer Dispatch Insider Atlantic Reuters Media Network Sentinel Bulletin Argus Pravda "
    "Show Ledger Register Echo Advocate Digest Docket"
)
"""Words that end the names of newspapers and broadcasters."""

DOCUMENT_NOUNS = word_table(
    "report reports study studies poll polls survey surveys paper papers document documents letter letters "
    "indictment lawsuit suit complaint filing filings law laws constitution decree order ruling data statistics "
    "statistic figures results result records record test tests analysis analyses investigation investigations "
    "inquiry autopsy video videos photographs photograph photos footage images imaging book books article "
    "articles memo memos warrant affidavit transcript transcripts summary census model models research findings "
    "finding observations guidelines notice treaty agreement bill resolution charter advisory warning warnings "
    "calculations evidence excerpts database index cable cables rule rules decision proclamation manifesto "
    "legislation forecast forecasts estimates numbers lists list experiments experiment assessment review "
    "simulation simulations email emails tape recording recordings history account accounts calculation text "
    "texts work description editorial play logs "
    "polling averages opinion opinions verdict judgment judgement sentence injunction subpoena summons motion brief "
    "briefing petition plea deposition docket charge charges allegation allegations amendment act ordinance "
    "regulation regulations directive edict code statute contract deal accord pact protocol memorandum "
    "dossier file files archive archives diary diaries memoir memoirs biography autobiography novel essay "
    "column op-ed obituary headline headlines story stories dispatch bulletin pamphlet leaflet booklet "
    "brochure flyer poster sign signs placard inscription caption map maps chart charts graph "
    "graphs table tables spreadsheet slides presentation webpage screenshot screenshots film documentary "
    "clip clips audio image picture pictures scan scans "
    "telemetry sensor sensors readings measurements measurement sample samples biopsy swabs examination "
    "inspection audit probe appraisal evaluation questionnaire projection projections prediction predictions "
    "estimate figure indicator indicators tally count ballot returns theory "
    "hypothesis equation formula observation trial trials thesis dissertation abstract "
    "preprint literature encyclopedia encyclopaedia dictionary textbook scripture bible "
    "quran gospel proverb saying rumor rumors rumour rumours policy plan proposal "
    "agenda strategy blueprint outline timeline timetable schedule itinerary receipt receipts invoice "
    "invoices certificate passport licence license permit correspondence fax "
    "note notes minutes alert alerts bulletin-text imagery form forms writing writings subtitle subtitles banner "
    "banners guide guides draft drafts measure dashboard scorecard plaque excerpt passage guidance bylaws "
    "handbook factsheet ranking rankings"
)
"""Texts and results that speak for themselves."""

CARRIER_NOUNS = word_table(
    "statement statements post posts tweet tweets release releases announcement website site websites page "
    "account comments remarks speech communique communiqué message messages spokespersons spokespeople words "
    "blog twitter facebook instagram telegram interview testimony"
)
"""What carries the words of whoever made it: a statement of X is X."""

PLATFORMS = word_table("twitter facebook instagram telegram youtube tiktok")
"""Where words are posted; alone and with a capital, the company."""

BODY_NOUNS = word_table(
    "ministry department agency government police cops army navy military court party company firm corporation "
    "hospital university college school church group union league club association federation foundation "
    "institute institution council committee commission parliament congress senate house assembly cabinet "
    "administration bank airline manufacturer maker authority bureau office board service services organisation "
    "organization ngo charity campaign academy society embassy consulate regime movement coalition alliance fund "
    "centre center observatory laboratory lab force forces brigade directorate intelligence opposition "
    "delegation mission tribunal jury watchdog regulator operator brand retailer bloc palace guard guards corps "
    "diocese project community task-force taskforce cartel militia chamber secretariat legislature prosecution "
    "defence ministry's trust airport museum studio label publisher hotel hospital's treasury jail prison "
    "registry inspectorate guild brotherhood"
)
"""What a body that speaks as one is called, also in its name."""

BODY_HEADS = BODY_NOUNS | word_table(
    "camp giant carmaker automaker drugmaker chipmaker planemaker steelmaker manufacturer recycler retailer wholesaler "
    "chain supermarket store shop startup start-up subsidiary conglomerate "
    "consortium utility insurer lender brewer shipper restaurant cafe bar pub theatre theater "
    "gallery library zoo farm clinic practice surgery morgue mosque synagogue temple cathedral parish "
    "convent monastery seminary nursery kindergarten faculty squad unit battalion regiment fleet garrison "
    "constabulary gendarmerie insurgency junta dictatorship monarchy "
    "kingdom republic nation country state province county city town village municipality borough district "
    "territory region island confederation congregation order sect faction wing caucus nonprofit non-profit "
    "panel syndicate gang mafia think-tank "
    "thinktank lobby presidency premiership chancellery "
    "directorate-general headquarters hq branch arm mint exchange bourse "
    "marketplace platform provider carrier franchise band "
    "orchestra choir troupe ensemble bench magistracy "
    "judiciary constituency venture enterprise business "
    "works plant mill factory refinery mine port harbour shipyard railway railroad metro telecom telecoms"
)
"""What else a body is called; many of these words also stand in the names of places."""

BODY_NAME_WORDS = frozenset(
    word.capitalize() for word in BODY_NOUNS - word_table("house team jury label")
) | word_table(
    "Inc Ltd LLC Corp Co Group GmbH Airlines Airways Forces Nations Reserve Bureau Command Parliament Duma "
    "Knesset House Survey Institutes Hospitals Bank Holdings Industries Motors Systems Technologies Republicans "
    "Democrats Conference Network Initiative Operation Patrol Staff Elections Courts Rights Watch International "
    "Union Observatory Org Chiefs Centers Centres Departments Services Presidency Secretariat Division Hydro "
    "Pharma Pharmaceuticals Foods Logistics Telecom Petroleum Health Healthcare Metals Therapeutics Biosciences "
    "Tankers Energy Mining Steelworks Chemicals Shipping Insurance Electronics Cement Textiles Footwear Aerospace "
    "Congregation Dicastery Synod Caucus Panel "
    "Semiconductor Aviation Diagnostics Laboratories Railways Shipyards Supermarkets Utilities Motor Infra Farms"
)
"""Capitalised words in the names of bodies."""

NOT_NAMES = word_table(
    "The A An This That These Those He She It They We I You His Her Its Their Our My Your And But Or Nor So Yet "
    "For If When While As At By In On Of To From With After Before Since Until During Although Though Because "
    "However Meanwhile According Also Both Some Many Most Several Other Others Another Such No Not None Neither "
    "Either One Two Three Four Five Six Seven Eight Nine Ten There Here What Who Whom Whose Which Why How Where "
    "Then Than Now Today Yesterday Tomorrow Earlier Later Last Next First Second Early Late Monday Tuesday "
    "Wednesday Thursday Friday Saturday Sunday January February March April May June July August September "
    "October November December Yes Well Just Only Even Still Despite Among Over Under Between About Around "
    "Against Through Once Again Asked Following Including More Less All Any Each Every Few Much Speaking Citing "
    "Writing Responding Initial Local Sources Source Categories Related Read Advertisement Details Background "
    "Photo Image File Let Do Does Did Is Are Was Were Be Has Have Had Can Could Would Will Should Might Must "
    "Shall Having Being Additionally Furthermore Moreover Therefore Thus Instead Perhaps Maybe Sometimes "
    "Recently Currently Afterwards Nevertheless Nonetheless Thereafter Soon Whenever Like Back Curiously Lastly "
    "Initially Further Social True Multiple Never Always Often Whether Nobody Everyone Someone Everything "
    "Up Finally Nothing Something People's Given Courtesy Beside Nowhere Elsewhere Twenty Thirty Forty Fifty Sixty "
    "Seventy Eighty Ninety Feb Apr Jul Aug Sept Oct Nov Dec "
    "Consequently Similarly Unfortunately Fortunately Obviously Clearly Apparently Ironically Notably Sadly Frankly "
    "Essentially Eventually Ultimately Certainly Specifically Generally Typically Usually Historically Previously "
    "Subsequently Accordingly Naturally Presumably Reportedly Supposedly Hopefully Importantly Interestingly "
    "Separately Somebody Updated Posted Published Neighbouring Neighboring Nearby Okay OK Yeah Hey Oh Wow Hello"
)
"""Capitalised at the start of a sentence, and no part of a name."""

COMMON_STARTS = frozenset(noun.capitalize() for noun in GROUP_NOUNS) | word_table(
    "Police Shares Stocks Carmaker Automaker Drugmaker Chipmaker Planemaker Steelmaker Retailer Insurer Lender Brewer "
    "Reports Experiments Charges Photos Videos Image Multiple Aides Associates Relatives Sources Results"
)
"""Common nouns that often open a sentence."""


SAYING_WORDS = word_table(
    "said says say saying told tells tell telling claimed reported stated announced "
    "announces confirmed confirms denied denies added adds noted warned warns wrote writes tweeted believe "
    "believes thinks described describes called argued argues suggested suggests explained insisted has "
    "had have was is also"
)
