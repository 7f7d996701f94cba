"""What people who speak are called: their titles and roles, and what one or several are."""

from sayso.text.word_tables import word_table

FORMS_OF_ADDRESS = {
    "mr": "male", "datuk": "male", "seri": "male", "dato": "male", "encik": "male", "alhaji": "male", "mallam": "male",
    "malam": "male", "otunba": "male", "maulana": "male", "ustaz": "male", "herr": "male", "monsieur": "male",
    "signor": "male", "señor": "male",
    "mrs": "female", "ms": "female", "miss": "female", "datin": "female", "puan": "female", "alhaja": "female",
    "hajia": "female", "hajiya": "female", "smt": "female", "frau": "female", "signora": "female", "señora": "female",
}  # fmt: skip
"""What tells the gender of its bearer and nothing else."""

COURTESY_TITLES = FORMS_OF_ADDRESS | {
    "sir": "male", "lord": "male", "king": "male", "prince": "male", "father": "male", "duke": "male",
    "congressman": "male", "chairman": "male", "spokesman": "male", "businessman": "male", "actor": "male",
    "dame": "female", "lady": "female", "queen": "female", "princess": "female",
    "sister": "female", "duchess": "female", "congresswoman": "female", "chairwoman": "female",
    "spokeswoman": "female", "businesswoman": "female", "actress": "female", "mother": "female", "wife": "female",
    "widow": "female", "daughter": "female", "husband": "male", "son": "male", "brother": "male", "niece": "female",
    "fiancée": "female", "assemblywoman": "female", "pope": "male", "uncle": "male", "aunt": "female",
}  # fmt: skip
"""Title: the gender that it tells."""

_HELD_TITLES = word_table(
    "president vice-president premier chancellor prime minister secretary senator sen sens representative rep "
    "reps congressperson assemblyman governor gov mayor ambassador speaker archbishop bishop cardinal rev "
    "monsignor msgr monsenor monseñor honorable "
    "reverend rabbi imam sheikh ayatollah justice judge magistrate attorney prosecutor general gen lieutenant lt "
    "colonel col major maj captain capt sergeant sgt commander cmdr commodore admiral adm marshal officer constable "
    "detective inspector superintendent sheriff chief director administrator commissioner chairperson chair "
    "spokesperson professor prof doctor dr mx emperor sultan emir hon honourable councillor deputy vice emeritus "
    "former leader envoy undersecretary brigadier corporal treasurer dean provost economist analyst coach manager "
    "editor head fellow counsel whip taoiseach ombudsman registrar auditor moderator advisor vp svp evp collector "
    "adviser presidents ministers senators representatives nominee ceo cfo coo cto counselor counsellor "
    "candidate broadcaster lawmaker mp president-elect chairman-elect mayor-elect supervisor charge "
    "director-general secretary-general attorney-general governor-general inspector-general executive "
    "councilman councilwoman councilmember alderman bosun boatswain "
    "brig-gen maj-gen lt-gen lt-col brigadier-general major-general lieutenant-general lieutenant-colonel "
    "vice-admiral rear-admiral minister-president prefect pm ps cs brig supt insp det cpl fr mec mla mlc msp mca cllr "
    "engr atty vice-minister sp usec asec comrade evangelist apostle kagawad kapitan "
    "committeeman committeewoman secretary-treasurer grandmaster whistleblower justices advisors countryman "
    "clerk assistant tem editor-in-chief "
    "czar tsar asp cp dsp dcp csp ssp aig dpo ppro ocs ocpd dci dsi wpc pcso pbgen pcol pltcol pmaj"
)
TITLES = (
    _HELD_TITLES
    | {f"{once}-{title}" for title in _HELD_TITLES for once in ("ex", "then")}
    | {f"{title}-{when}" for title in _HELD_TITLES for when in ("elect", "designate")}
    | frozenset(COURTESY_TITLES)
)
"""Capitalised words that come before a person's name and are no part of it."""

ALSO_SURNAMES = word_table("son king bishop dean marshal major pope lord prince duke")
"""Titles that people are called by, too: "Peter King", "Mr. Prince"."""

_HELD_ROLES = word_table(
    "president vice-president premier chancellor minister secretary senator representative congressman "
    "congresswoman governor mayor ambassador speaker king queen prince princess pope archbishop bishop cardinal "
    "reverend rabbi imam priest pastor vicar justice judge magistrate attorney lawyer solicitor barrister "
    "counselor counsellor prosecutor general lieutenant colonel major captain sergeant commander commodore admiral "
    "marshal "
    "officer constable detective inspector superintendent sheriff chief director administrator commissioner chairman "
    "chairwoman chairperson chair chairs spokesman spokeswoman spokesperson spokeman professor doctor leader envoy "
    "delegate undersecretary treasurer dean provost coach manager editor head ceo cfo coo cto founder co-founder owner "
    "vp svp evp collector publicist agent organizer organiser coordinator principal teacher counsel rapporteur "
    "physician nominee candidate "
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
    "co-owner co-creator creator inventor designer supervisor rep boss gaffer bosun boatswain curate prelate gp "
    "mec mla mlc msp minister-president prefect czar tsar biographer"
)
ROLE_NOUNS = (
    _HELD_ROLES
    | {f"{once}-{role}" for role in _HELD_ROLES for once in ("ex", "then")}
    | {f"{role}-{when}" for role in _HELD_ROLES for when in ("elect", "designate")}
)
"""What one is who speaks openly in an office or a role."""

PERSON_NOUNS = (
    ROLE_NOUNS
    | frozenset(COURTESY_TITLES)
    | word_table(
        "man woman boy girl person source official resident witness eyewitness driver father mother friend neighbour "
        "neighbor insider diplomat scientist researcher astronomer archaeologist economist analyst expert activist "
        "journalist reporter correspondent stringer writer poster user victim survivor suspect student voter passenger "
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
        "litigant juror royal militant rebel fighter terrorist insurgent guerrilla sniper defector deserter conscript "
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
        "rookie associate fellow "
        "namesake contributor veteran hero heroine genius passer-by passerby newcomer stranger speaker ace pal chum "
        "confidant confidante receptionist landowner grocer fireman netizen gran lad warder"
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
    "many most few several individuals bystanders two three four crowd crowds reps prisoners detainees migrants "
    "refugees farmers journalists reporters readers viewers players conservatives liberals christians muslims jews "
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
    "petitioners claimants complainants percent congressmen congresswomen agents deputies detectives troopers "
    "insiders pals chums confidants onlookers spectators passers-by passersby shoppers revellers holidaymakers backers "
    "detractors sceptics skeptics officers firemen policemen policewomen netizens boffins bookmakers brokers "
    "pensioners dealers anglers controllers kin beekeepers growers hoteliers porters surveyors undertakers shipowners "
    "skippers stevedores hauliers innkeepers restaurateurs landlords truckers tourists visitors coaches"
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

ON_AIR = word_table("host anchor moderator correspondent interviewer presenter")
"""Who speaks for the station in a broadcast."""

HIDDEN_NOUNS = word_table("source sources insider insiders someone somebody whistleblower whistle-blower informant")
"""What a story calls one whom it does not name."""
