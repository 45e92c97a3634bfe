import { wordsOf } from '@/lib/language/word-list';

/**
 * English verbs as a text writes them. The plain list, and which of them are nouns as well, are
 * drawn from the lexicon of compromise (MIT, © 2019 Spencer Kelly) and extended by the verbs of
 * speech, thought and politics.
 */
export const VERBS = wordsOf(`
  abandon abduct abet abide abolish abort abound abscond absolve absorb accelerate accept acclimate
  accommodate accompany accomplish accost accrue accuse accustom achieve acknowledge acquiesce acquire
  acquit activate adapt add adjourn adjust administer admire admit admonish adopt adorn adsorb
  advertise advise affect affirm affix afford agonize agree alert align allege allot allow allude
  amalgamate amaze amend amuse analyse analyze animate anneal announce annoy annul anticipate
  apologise apologize appear appease applaud apply appoint appraise appreciate approve argue arise
  arouse arrange arrest arrive articulate aspire assail assemble assert assess assign assume assure
  astonish astound attach attain attest attract augment authorize automate aver avert avoid await axe
  babysit backfire backpedal backtrack baffle bake balk barnstorm bathe batter be become befriend beg
  begin beguile behave behead behold believe belittle belong bemoan bequeath berate beseech bestow
  betray bewilder bewitch bide bleed bless bloat blow blurt boat boggle boil bolster bombard bookkeep
  boom borrow bother bounce brag brake breastfeed breathe brighten bring bristle broaden bud build
  bulk bully bundle burp burst bury bustle butt buy cable cage calculate cancel canvass captivate
  careen carry carve castigate catalogue cater caulk cease celebrate censure centralize certify
  champion chant characterise characterize chastise chat cherish chew chide chill chime chirp choose
  chop chuckle circumvent cite clap clarify classify cleanse climb cling clone clutter coach coalesce
  coerce coexist cohabit coincide collaborate collect collide collude combust come commemorate
  commence commend communicate compare compel compete compile complain complicate comply compose
  conceal concede conceive conclude concur condemn condense condone confess confide configure confirm
  conform confront confuse congratulate conjure connote conquer conserve consider consist consolidate
  conspire constitute constrain construe consult consume contain contemplate contend contest
  contextualize continue contradict contribute convene converge convey convict convince cooperate cope
  correct correspond corrode covet cramp crave crawl create cripple crisscross criticise criticize
  crumble cull cultivate curtail customize cycle dam dampen darken dash daunt daze dazzle deadpan
  deafen debark debilitate debrief debug debunk decay deceive decentralize decide decimate decipher
  declare decode decommission decompose decorate decouple decree decry decrypt dedicate deduct deem
  deepen deface defame defend defer define deflect deform defraud defy degrade delete delimit deliver
  demean demolish demonize demonstrate demoralize denigrate denote denounce deny depart depict deplore
  deploy deport depose depress derail derange deregulate deride derive describe deserve designate
  desist despise destroy detach detain determine devastate develop devolve devote diagnose die differ
  dig dignify diminish dine direct disable disagree disappoint disapprove disarm disavow disband
  disburse discard discern discipline disclaim disclose discount discourage discover discuss
  disgruntle disgust dishearten dislodge dismantle dismiss disown disparage dispense disperse displace
  displease dispose disprove disregard disrupt dissent dissolve dissuade distil distill distinguish
  distort distract distress distrust disturb diverge divert divest divulge do dole donate downgrade
  downplay draw dredge dribble drown drum dwell dwindle earmark earn eat edify edit educate elaborate
  elapse elate elect electrify elicit elucidate elude emaciate embalm embark embarrass embed embody
  embrace embroider embroil emcee emerge emphasise emphasize empower emulate enable enact enchant
  encircle enclose encourage encroach encrypt encumber endanger endear endorse endow endure energize
  enforce engage engender engineer engrave engulf enhance enjoy enlarge enlist enliven enquire enrage
  enrich enrol enroll ensue ensure enter enthral enthuse entice entrain entrench entrust enumerate
  envelop envisage envision equate equip equivocate erase erupt eschew espouse establish etch evade
  evaluate evoke evolve exaggerate exalt examine exasperate exceed excite exclaim exclude excoriate
  exert exhale exhilarate exhort exhume exist exonerate expand expect expedite expel expire explain
  explode exploit explore expose expound express expunge extend extinguish extol extoll exude
  fabricate fact-check fade falter fascinate fasten fatten fault favor fax fend ferment fess fetch
  fill find fizzle flatten flatter flee fling flirt flop fluster follow forbid foreclose forego
  foresee foreshadow forewarn forfeit forge forget forgive fork forsake fragment freshen fret frighten
  frolic frustrate fulfil fulfill fume fundraise furnish gad garden garner gather generate get giggle
  give gleam glean glide gloat glorify go goad govern grab grapple grate gratify graze greenlight
  greet grieve gripe groan grow guide gush hail hamper hang hanker happen harangue harass have heal
  hear heckle heed heighten hide hijack hinder hoist hone horrify hover howl humiliate hunker hurry
  hurt hush identify ignore illuminate illustrate imagine imbue immerse impale impart impeach imperil
  impinge implode implore imply import impose impoverish impress imprison improve impugn incite
  include incorporate indebt indicate indict indulge infect infest inflate inform infuriate infuse
  ingest inhabit inhibit initiate injure innovate inquire insinuate insist inspect inspire install
  instil instruct insult insure integrate intend intensify interact interject intern interpret
  interrogate interrupt intimidate intone intoxicate intrigue introduce intrude inundate invade
  invalidate invent invert invest investigate invigorate invite invoke involve irk irritate isolate
  jeer jockey jog join jot juggle justify juxtapose keep kidnap knead kneel knit know lag lambast
  lambaste lament lampoon languish lash laud launder lay lean learn leave lend lengthen lessen let
  lighten liken linger liquefy liquidate listen live liven loathe lodge long loom loosen lose lure
  lurk madden maim maintain make malign manage mangle manifest manufacture marry mean meander meditate
  meet melt mend mesmerize message mimic mimick mince mingle minimize mislead misplace misrepresent
  misspeak misstate mistrust mitigate mobilize moderate modify molest motivate mourn mow muddle mull
  multiply mumble murmur muse mutter mystify nab nag nail nationalize navigate negotiate nominate
  notify nourish nullify nurture obey oblige observe obsess obtain occupy occur offend offset omit
  open operate opine oppose oppress opt organise organize oust outgo outgrow outnumber outpace
  outraise outspend outstand overarch overcome overhear overlap overlook overpower override overrule
  oversee oversell overshadow overstate overturn overuse overwhelm ovulate owe pamper pander paralyse
  parry participate patrol pave pend perceive perform perish permeate perplex persevere persist
  persuade pervade petition pinpoint placate plummet poach polarise polarize pollute ponder portray
  posit possess pour prattle pray preach precede preclude predetermine predict prefer preoccupy
  prepare presage presume presuppose pretend prevail prevent prioritize privatize proclaim procure
  prod profess prohibit prolong promote promulgate pronounce propagate propose prosecute prosper
  protect protrude prove provide provoke publicize publish pull punish purport pursue put puzzle
  qualify quash quell quench query quip quit rail ramble ratify rattle rave ravish react read reaffirm
  realise realize reap reargue reassert reassure reboot rebound rebuff rebuke rebut recant receive
  recite reckon reclaim reclassify recognise recognize recoil recommend reconcile recount recoup
  recover rectify recuse recycle redact redefine reduce refer refinance refine reflect refocus refract
  refrain refresh refuel refurbish refute regroup regulate rehearse reheat reign reimburse rein
  reinforce reiterate rejoice rejuvenate rekindle relate relax relay relent relieve relinquish
  relitigate relive reload rely remain remember remind remove render renege renew renounce repel
  rephrase replace replenish repost represent reprimand repudiate require rescind resemble resent
  reside resign resist resonate respond restate restock restore restrain restrict restructure
  resurface retain retaliate retell rethink retire retort retract retrieve retrofit retweet revamp
  revel revere revert revise revisit revitalise revitalize revive revoke revolve rid ridicule rile
  ripen roam roar romanticize rot rout ruminate rustle sabotage sadden salute sanction satirize
  satisfy saturate save savor say scapegoat scatter scavenge schmooze scoff scold scorch scream
  screech scrutinize sculpt see seek seem sell send sequester sermonize settle sever sew shake sharpen
  shatter shine shoot shorten shout shrink shrivel shrug shun shut sidestep sift sigh signify simplify
  simulate sing single sit skate skew skewer skirt skyrocket slander slay slide slope slump smear
  smuggle snatch sneak sniff snowboard snuggle soak soar sober solicit solve soothe sort sow sparkle
  spawn speak specialize specify speculate speechify spellbind spend spew spice spit splay spoil spoof
  sprawl spurn squander squish stab stagger startle starve stash stave steal stereotype stiffen stifle
  stimulate sting stipulate stir stoke stonewall straighten strangle strategise strategize strengthen
  strew strip strive stump stun stymie sublimate submerge submit subside subsidize subsist
  substantiate subtract subvert succeed succumb suck sue suffer suffice sugarcoat suggest summarise
  summarize summon suppose suppress surf surmise surmount surpass surrender surround survive suspect
  suspend suss sustain swallow swat sway sweep sweeten swim sympathize tabulate tack tackle tailor
  take tamper tantalize tarnish taunt teach tease telegraph tempt terrify testify thank theorize think
  threaten thrill thrive thwart tighten tiptoe topple tote toughen tout traffick trample transact
  transform transpire transport trash tremble trifle trounce tuck tumble tweak uncover undercut
  underestimate undergo underline undermine underscore understand understate undertake undervalue
  underwhelm undo unearth unfold unify unite unleash unload unlock unnerve unplug unravel unseat
  unsettle untangle untie unveil upbraid uphold uplift upset use usher validate vanish vary veer
  verbalize verify vex vie vilify violate visualize volunteer vouch waffle waive wake wander want warn
  warp weaken wean weasel weave wed weep weigh whack whittle widen wield withdraw wither woo worsen
  wreak wrestle wring write yammer yearn zero zing
`);

/** Verbs whose plain form is a noun as well, so that the words around them decide. */
export const VERBS_AND_NOUNS = wordsOf(`
  abuse accent access accord account ace ache act address advance advocate age aid aim air alarm alter
  anchor anger answer appeal approach arch archive arm armour ask assist associate attack attempt
  auction audit average award ax back bail balance ban band bang bank bar bargain barge bark base bash
  battle bear beat beef belt bend benefit bet bias bid bike bill bind biopsy bit bite blame blast
  blend blink blitz block blog blur board boast bog bomb bond bone boo book boost boot border bottle
  box boycott branch brand breach break breed bribe bridge broadcast bruise brush bubble buckle budget
  buffer bump burden burn bust buzz bypass cake call camp campaign canoe cap capture card care
  caricature cash cast catalog catch cause caution cave center centre chain chair challenge change
  channel charge charm chart cheat check cheer chip chronicle circle claim claw click clip cloud club
  coat code coin collapse color colour combat combine comfort command comment commit commute
  complement compliment compound compromise concentrate concern conduct conflict conglomerate consent
  construct contact contrast control convert coordinate copy core cost cough counsel count counter
  couple court cover crack craft crash credit creep crop cross crow crowd crush cry cube cue curb cure
  curl curve cut dab damage dance dare dart date deal debate debut decline decrease defeat defect
  delay delegate delight demand deposit desert design desire detail dial digest dip discharge disguise
  dish dislike dispatch display dispute ditch dive divide divorce dock document dodge doubt download
  draft drag drain dream dress drift drill drink drip drive drone drop dub duck duel dump duplicate
  dye e-mail echo edge effect email encounter end envy escape estimate excel exchange excuse exercise
  exhaust exhibit exit experience experiment export extract eye eyeball face fail fall farm favour
  fear feature feed feel fence field fight figure file film filter finance finish fire fish fit fix
  flag flake flame flare flash flavor flavour flesh flip float flock flood flow flower fly focus fog
  foil fold force forecast form format forward fracture fragme frame franchise freeze frost frown fry
  fuel function fund fuss fuzz gag gain game gang gas gate gaze gear gift glare gloss glow glue gossip
  grade grasp grill grind grip ground growth grumble guarantee guard guess gulp gun hack halt ham
  hammer hand handle harbour harm harness harp harvest hash hatch hate haunt head headline heat hedge
  help herald highlight hike hint hire hit hold hole honor honour hook hop hope horse host house hug
  humor hunt hype impact implement incline increase index influence inhale ink insert intent interest
  interface interview invoice iron issue jab jam jazz joke judge juice jump keel key kick kid kill
  kiss knock label labor labour lace lack land lap latch laugh launch leach lead leak leap lease
  lecture leech level levy license lick lie lift limit line link list load loan lobby lock log look
  loot love lump lust mail mandate manner manoeuvre map mark market marvel mash mask master match
  matter measure mention merge merit mess milk mind mine mirror miss mistake mix mock model mold
  monitor monkey mop mount mouth move murder name need needle neglect net network nickname nod note
  notice nurse object offer oil ooze orbit order orient outline overpass pack package paint pair paise
  pan panic pardon park parody parrot partner party pass paste patch patent pause pay peak pee peel
  peer peg pen pencil perfume permit pet phase phone photograph pick pile pin pine pipe pit pitch pity
  pivot place plan plant play plce plead pledge plot plug plump plunge point poison polish poll pool
  poop pop pore pose position post pound power practice praise preserve press pressure prey price
  pride print probe proceed process produce profile program programme progress project promise prompt
  prop protest prune psych pump punch punt purchase push question quiver quote race rack rage rain
  raise rake rally range rank rant rap rape rat rate reach reason recall record redo reel refactor
  reference reform refund refuse regard register regret reject release relish remake remark remedy
  rendezvous rent reorder repair repeal repeat reply report request reserve resolve resort respect
  rest restart result resume return reveal reverse review reward rhyme ride ring riot rip rise risk
  roast rock roll roof root rope route rub ruin rule run rush rust sack sacrifice safeguard sail
  sample scale scan scar scare schedule scheme score scrape scratch screen screw scribble scroll seal
  search seat seed seize sense sentence serve service set shack shade shape share shave shed sheild
  shelter shield shift ship shiver shock shop shore show shuffle side sign signal silence sink sip
  size skateboard ski slam sleep slip slit slouch smash smell smile smirk smoke snake snap sneer
  sneeze snow sob sound spam span spar spark speed spell spill spin spiral spite splash split sponsor
  spot spotlight spray spread spring sprinkle spruce spur spy square stack staff stage stain stake
  stalk stall stamp stand staple star stare start state stay steer stem step stick stink stitch
  stocking stockpile stoop stop store storm strain stream stress stretch strike string stroke struggle
  study stuff stumble style sub subject suit sum supplement supply support surface surge surprise
  survey swear sweat swing swipe switch tag talk tally tangle tap target taste tax team tear tee tell
  temper term test text thread throw thrust thunder tick tide tie tile tilt time tip tire title toll
  tone top torch torture toss total touch tour track trade trail train transfer transition trap travel
  treat trek trend tribute trick trickle trigger trim trip trot trouble trumpet trust try tug tune
  tunnel turn tweet twin twist type update upgrade upload urge vacuum value vent venture veto vibe
  view visit voice void vomit vote vow wait walk war warehouse warrant wash waste watch wave wax wear
  weather weed welcome wheel whine whip whisk whisper whistle wick win wind wing wipe wire wish wonder
  work workshop worry worship worth wound wrap wreck wrinkle yawn yell yield zip zone zoom
`);

/** Base, past and participle of the irregular ones. */
export const IRREGULAR_VERBS = `
  arise arose arisen; awake awoke awoken; be was been; bear bore borne; beat beat beaten; become
  became become; begin began begun; bend bent bent; bet bet bet; bid bid bid; bind bound bound; bite
  bit bitten; bleed bled bled; blow blew blown; break broke broken; breed bred bred; bring brought
  brought; broadcast broadcast broadcast; build built built; burst burst burst; buy bought bought;
  cast cast cast; catch caught caught; choose chose chosen; cling clung clung; come came come; cost
  cost cost; creep crept crept; cut cut cut; deal dealt dealt; dig dug dug; do did done; draw drew
  drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed fed; feel
  felt felt; fight fought fought; find found found; flee fled fled; fling flung flung; fly flew flown;
  forbid forbade forbidden; forecast forecast forecast; foresee foresaw foreseen; forget forgot
  forgotten; forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given; go went
  gone; grind ground ground; grow grew grown; hang hung hung; have had had; hear heard heard; hide hid
  hidden; hit hit hit; hold held held; hurt hurt hurt; keep kept kept; kneel knelt knelt; know knew
  known; lay laid laid; lead led led; leave left left; lend lent lent; let let let; lie lay lain;
  light lit lit; lose lost lost; make made made; mean meant meant; meet met met; mislead misled
  misled; misspeak misspoke misspoken; overcome overcame overcome; oversee oversaw overseen; overthrow
  overthrew overthrown; pay paid paid; plead pled pled; put put put; quit quit quit; read read read;
  ride rode ridden; ring rang rung; rise rose risen; run ran run; say said said; see saw seen; seek
  sought sought; sell sold sold; send sent sent; set set set; shake shook shaken; shine shone shone;
  shoot shot shot; show showed shown; shrink shrank shrunk; shut shut shut; sing sang sung; sink sank
  sunk; sit sat sat; sleep slept slept; slide slid slid; speak spoke spoken; spend spent spent; spin
  spun spun; split split split; spread spread spread; spring sprang sprung; stand stood stood; steal
  stole stolen; stick stuck stuck; sting stung stung; strike struck struck; strive strove striven;
  swear swore sworn; sweep swept swept; swim swam swum; swing swung swung; take took taken; teach
  taught taught; tear tore torn; tell told told; think thought thought; throw threw thrown; undercut
  undercut undercut; undergo underwent undergone; understand understood understood; undertake
  undertook undertaken; undo undid undone; uphold upheld upheld; upset upset upset; wake woke woken;
  wear wore worn; weave wove woven; weep wept wept; win won won; wind wound wound; withdraw withdrew
  withdrawn; withhold withheld withheld; wring wrung wrung; write wrote written
`;
