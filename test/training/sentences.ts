/**
 * Sentence patterns of news prose, written for training: what stands around people, bodies and
 * places. Slots are filled by chance from the lists of names, so that nothing is said of anybody.
 */
export const PATTERNS = `
{PER} said on {DAY} that the plan would go ahead .
{DAY} , {PER} told {ORG} that he would resign .
" We are ready , " {ORG} spokesman {PER} said .
{ORG} spokeswoman {PER} said the talks had failed .
{PER} , a spokesman for {ORG} , said there was no deal .
{PER} , president of {ORG} , declined to comment .
{NAT} President {PER} met {NAT} Prime Minister {PER} in {CITY} on {DAY} .
{NAT} Foreign Minister {PER} arrived in {CITY} on {DAY} for talks with {NAT} officials .
Foreign Minister {PER} said {COUNTRY} would not accept the terms .
Interior Minister {PER} said police had arrested five people in {CITY} .
Prime Minister {PER} 's government faces a vote in {ORG} on {DAY} .
President {PER} will visit {COUNTRY} and {COUNTRY} in {MONTH} .
The {ORG} said in a statement that it had no information .
{ORG} said it would buy {ORG} for $ 3 billion .
{ORG} shares fell 3 percent to 45 after the bank cut its forecast .
Shares in {ORG} rose 12 cents to $ 14.50 .
{ORG} and {ORG} agreed to merge , the companies said on {DAY} .
An analyst at {ORG} in {CITY} , {PER} , said profits would fall .
" It is too early , " said {PER} , an economist at {ORG} .
" It is too early , " said {PER} of {ORG} .
{PER} ( {COUNTRY} ) beat {PER} ( {COUNTRY} ) 6-4 6-3
{PER} ( {COUNTRY} ) 1:45.33
2. {PER} ( {COUNTRY} ) 24.11 seconds
1. {PER} , {COUNTRY} , 68 69 70
{TEAM} 2 {TEAM} 1
{TEAM} 3 {TEAM} 0
{TEAM} at {TEAM}
{TEAM} 61 74 .452 20
{TEAM} 4 3 1 0 8 2 10
{TEAM} beat {TEAM} 3-1 in {CITY} on {DAY} .
{TEAM} striker {PER} scored twice against {TEAM} .
{TEAM} signed {PER} from {TEAM} for 3 million pounds .
{TEAM} manager {PER} said his team had been lucky .
{TEAM} coach {PER} left the pitch after the match against {TEAM} .
{PER} hit a two-run homer as {TEAM} defeated {TEAM} 5-3 .
{TEAM} 250 and 120 ( {PER} 5-40 ) , {TEAM} 300-4 declared .
Scorers : {TEAM} - {PER} ( 10th , 45th ) , {PER} ( 60th )
{COUNTRY} beat {COUNTRY} 2-0 in a {MISC} qualifier in {CITY} .
{COUNTRY} : {PER} , {PER} , {PER} , {PER} ( captain ) , {PER} .
{COUNTRY} ( from ) : {PER} , {PER} , {PER} , {PER} .
{PER} b {PER} 33
{PER} c {PER} b {PER} 12
{CITY} 1996-08-22
{CITYCAPS} 1996-08-22
{CITYCAPS} , {MONTH} 3
{CITYCAPS} ( {ORG} ) - {PER} said the talks would go on .
{CITYCAPS} - {PER} of {ORG} said so .
{COUNTRYCAPS} - Shares fell .
CHAPTER
REVIEW
RESULTS OF {MISC} MATCHES
{SPORT} - {PER} WINS IN {CITY} .
{SPORT} - {TEAM} BEAT {TEAM} .
{SPORT} - {MISC} RESULTS .
{SPORT} - {COUNTRY} BEAT {COUNTRY} .
{TEAMCAPS} AT {TEAMCAPS}
{TEAMCAPS} 63 71 .470 18
{TEAMCAPS} 2 {TEAMCAPS} 1
{CITY} , {MONTH} 3 ( {ORG} )
{CITY} , {COUNTRY} - Police said on {DAY} that two men had died .
{CITY} ( {ORG} ) - The government said on {DAY} it would act .
{PER} was born in {CITY} , {COUNTRY} .
{PER} studied at {ORG} and worked for {ORG} .
He joined {ORG} in 1998 and left for {ORG} in 2003 .
She was elected to {ORG} as a member of {ORG} .
{PER} , of {ORG} , won the seat with 45 percent .
{ORG} leader {PER} called for new elections .
{ORG} chairman {PER} and {ORG} chief executive {PER} attended .
The party won 12 seats , {ORG} 10 and {ORG} 4 .
He is a member of {ORG} ( {ABBR} ) .
{ORG} ( {ABBR} ) said on {DAY} that it would strike .
The {ABBR} said it would not comment .
{ABBR} spokesman {PER} denied the report .
{PER} of the {ABBR} said no one had been hurt .
The {ABBR} and the {ABBR} signed an agreement in {CITY} .
The case was brought by {ORG} against {ORG} .
{PER} 's lawyer , {PER} , said his client was innocent .
Mr {LAST} said he was sorry .
Mrs {LAST} told the court that {LAST} had left .
Dr {PER} of {ORG} said the drug was safe .
Gen. {PER} , commander of {ORG} , said troops had left {CITY} .
Lt. Col. {PER} said the base in {CITY} was safe .
Sen. {PER} of {COUNTRY} voted against it .
{LAST} said he would not run again .
" We won , " {LAST} said .
" I think so , " said {LAST} .
{LAST} , 45 , was arrested in {CITY} on {DAY} .
{LAST} 's wife {PER} said he was well .
{LAST} and {LAST} met for the first time in {MONTH} .
{PER} , 34 , from {CITY} , was found guilty .
{PER} and his wife {PER} live in {CITY} .
{PER} ( pictured ) lives in {CITY} with {PER} .
The {NAT} government said {COUNTRY} had to withdraw .
{NAT} police said {NAT} troops had crossed the border near {CITY} .
The {NAT} said they would fight .
According to {ORG} , 3,000 people were killed .
{ORG} reported that the army had taken {CITY} .
The newspaper {ORG} said the minister had resigned .
{ORG} quoted {PER} as saying the talks were useful .
The Ministry of {FIELD} said it had no comment .
The {FIELD} Ministry said {PER} would go to {CITY} .
the Department of {FIELD} and {ORG}
The {COUNTRY} Ministry of {FIELD}
officials of the {NAT} {FIELD} Ministry
the {NAT} Embassy in {CITY}
The {MISC} was signed in {CITY} in 1997 .
He won the {MISC} in 2001 and 2004 .
The {MISC} began in 1939 and ended in 1945 .
In {MONTH} , {PER} published The Long Road .
Police in {CITY} said the {MISC} would be held on {DAY} .
{PER} drove a {MISC} to {CITY} .
{CITY} mayor {PER} opened the bridge .
{CITY} Mayor {PER} said {CITY} was proud .
{CITY} police chief {PER} resigned .
{CITY} University professor {PER} wrote the report .
Residents of {CITY} and {CITY} fled to {COUNTRY} .
The river runs from {CITY} to {CITY} .
In {COUNTRY} , {ORG} said prices had risen .
However , {PER} said this was wrong .
Asked about it , {PER} laughed .
Yesterday {PER} said {ORG} was late .
Last week {ORG} asked {PER} to leave .
Under {PER} , {ORG} grew fast .
Among them were {PER} , {PER} and {PER} .
It was founded by {PER} and {PER} in {CITY} .
The book by {PER} tells of {CITY} in 1920 .
{PER} -- {ORG}
By {PER}
By {PER} , {ORG}
Photo : {PER} / {ORG}
Share or comment on this article
Read more : {PER} says goodbye
This Is The New Shop In {CITY}
{LAST} was not surprised by {LAST} 's decision .
{LAST} missed three chances in the first half .
{LAST} and {LAST} would discuss the plan at their meeting on {DAY} .
The ministry said {LAST} and {LAST} would meet .
Police detained {LAST} on {DAY} and would not say where he was held .
{LAST} , 68 , had surgery in {MONTH} .
The market weighed {LAST} 's proposal to cut taxes .
" I have nothing against {LAST} but he must go , " said {LAST} .
" He knows it , " {LAST} said . "
{LAST} , who won in 1994 , lost to {LAST} .
{LAST} , the {COUNTRY}-born actor , plays the lead role in {LAST} 's film .
talks between {LAST} and {LAST} failed
{LAST} , {NATS} start peace talks .
{COUNTRY} tight-lipped on award to {LAST} .
{LAST} scored from a pass by {LAST} after 20 minutes .
{LAST} told reporters he had met {LAST} in {CITY} .
{LAST} has said he will sue {ORG} .
But {LAST} said it was true .
Then {LAST} left .
In {CITY} , {LAST} allowed two runs and six hits .
It was {LAST} who asked {LAST} to come .
Supporters of {LAST} marched in {CITY} .
{LAST} 's lawyers said the trial was unfair .
The {LAST} campaign released a letter on {DAY} .
He and {LAST} fled to {COUNTRY} .
{LAST} also met {NAT} officials .
According to {LAST} , nothing was wrong .
{LAST} is survived by his wife .
{LAST} had been held since {MONTH} .
{PER} c {LAST} b {LAST} 23
{PER} lbw b {LAST} 0
{LAST} b {LAST} 4
{LAST} not out 12
3. {LAST} 1:07
{PER} , {LAST} and {LAST} also scored .
{LAST} , {LAST} , {LAST} , {LAST} .
{BRAND} said it had cut 300 jobs .
{BRAND} shares rose 4 percent .
{BRAND} 's profit fell to $ 12 million .
{BRAND} and {BRAND} are in talks .
{BRAND} , based in {CITY} , makes tyres .
{CITY}-based {BRAND} said so .
The deal with {BRAND} is worth $ 20 million .
This is good news for {BRAND} , analysts said .
{BRAND} - 6mth net profit .
{BRAND} Q2 loss widens .
{BRAND} sees higher 1997 results .
bought from {BRAND} in 1999
a subsidiary of {BRAND}
{BRAND} news agency reported on {DAY} that talks had failed .
{NAT} news agency {BRAND} said two people had died .
{BRAND} newspaper said prices would rise .
{BRAND} television showed pictures of {CITY} .
evidence from {BRAND} supported the claim
a market in the western coastal town of {TOWN} , 65 km from {CITY} .
in {TOWN} , near {CITY}
the village of {TOWN}
{TOWN} is a small town in {COUNTRY} .
At {TOWN} : {TEAM} beat {TEAM} by nine wickets .
the streets of {TOWN} and {TOWN}
the {TOWN} region
Fighting went on around {TOWN} on {DAY} .
soldiers entered {TOWN} from {COUNTRY}
a {COUNTRY}-born man from {CITY}
refugees from {COUNTRY} and {COUNTRY} fear the {NATS} .
{NATS} and {NATS} fought for years .
The {NATS} lost .
{NAT} troops , {NAT} tanks and {NAT} planes
{NAT} first division on {DAY} :
{NAT} President {LAST}
Top {COUNTRY} politician blasts president .
{COUNTRY} at {COUNTRY}
Next match : {COUNTRY} v {COUNTRY} , {MONTH} 1 .
{COUNTRY} and {COUNTRY} signed the {MISC} .
{COUNTRY} 's central bank cut rates .
Many people in {CITY} said this .
Company 's goal is to grow .
Business : The company makes steel .
Issuer : {ORG}
None
{TEAM} need another 148 to beat {TEAM} .
{TEAM} forward {PER} and {TEAM} striker {PER} were hurt .
{TEAM} won 3-2 away to {TEAM} .
{TEAM} drew with {TEAM} .
a draw at {TEAM}
{TEAM} lead the table after beating {TEAM} .
He left {TEAM} for {TEAM} .
the {TEAM} captain {LAST}
{TEAM} 1 {TEAM} 1
{TEAM} ( L ) 4 2 1 1 8 5 7
{TEAM} 4 0 1 3 3 6 1
{TEAM} 17 {TEAM} 23
At {CITY} {CITY} 3 {CITY} 1
The {BODYHEAD} met on {DAY} .
He asked the {BODYHEAD} to act .
the {NAT} {BODYHEAD} said
The Government will act and the Minister will speak .
The President and the Prime Minister met .
the West Bank and the Middle East
The {MISC} is over .
`;
