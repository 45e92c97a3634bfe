import type { CountingWords } from '@/lib/language/counting';
import { NOUN, GERUND, PARTICIPLE } from '@/lib/language/speech';
import { wordsOf } from '@/lib/language/word-list';
import { VERB_FORMS } from './verb-forms';
import { WORD_CLASSES } from './word-classes';

/** Classes of words that a counted phrase never holds. */
const ENDING_CLASSES = new Set([
  'adverb',
  'be',
  'clitic',
  'conjunction',
  'determiner',
  'do',
  'have',
  'modal',
  'object',
  'possessive',
  'preposition',
  'pronoun',
  'reflexive',
  'subordinator',
  'that',
  'time',
  'to',
  'wh',
]);

/** Stand among the endings by class or verb, yet belong to counted phrases, or the other way about. */
const INSIDE =
  wordsOf(`more such certain open close free clear own left right means lives saves leaves
  cuts hits sets sales losses offers attempts fans works builds`);
const ENDING =
  wordsOf(`ago later earlier out years-long per via minus plus versus vs etc following including
  starting according due prior worth amid given based held come go live work say says said get make take
  ever away back aged apart total overall altogether respectively wide long tall deep high old across
  combined left remaining abroad nationwide worldwide annually daily monthly weekly yearly each else
  inside outside since because off at around towards like unlike thanks because thats whats theres
  didnt doesnt dont isnt wasnt werent arent hasnt havent hadnt cant couldnt wont wouldnt shouldnt
  ive youve weve theyve youre theyre were im youll theyll hell shell well`);

const IRREGULAR = new Map(
  `people people|children child|men man|women woman|feet foot|teeth tooth|mice mouse|geese goose|oxen ox|
   lives life|wives wife|knives knife|wolves wolf|leaves leaf|thieves thief|shelves shelf|halves half|loaves loaf|
   calves calf|selves self|scarves scarf|hooves hoof|criteria criterion|phenomena phenomenon|media medium|data data|
   bacteria bacterium|crises crisis|analyses analysis|theses thesis|bases base|diagnoses diagnosis|police police|
   staff staff|personnel personnel|aircraft aircraft|sheep sheep|fish fish|series series|species species|
   offspring offspring|cattle cattle|troops troop|crew crew|salmon salmon|deer deer|headquarters headquarters|
   buses bus|viruses virus|campuses campus|bonuses bonus|censuses census|statuses status|gases gas|lenses lens|
   lotuses lotus|choruses chorus|consensuses consensus|pluses plus|syllabuses syllabus|walruses walrus|
   cookies cookie|movies movie|ties tie|pies pie|lies lie|rookies rookie|zombies zombie|calories calorie|
   selfies selfie|shoes shoe|canoes canoe|heroes hero|potatoes potato|tomatoes tomato|echoes echo|vetoes veto|
   mosquitoes mosquito|volcanoes volcano|torpedoes torpedo|cargoes cargo|axes axe|caches cache|headaches headache|
   aches ache|niches niche|avalanches avalanche|quizzes quiz|biases bias|atlases atlas|canvases canvas|
   alumni alumnus|fungi fungus|stimuli stimulus|nuclei nucleus|cacti cactus|spacecraft spacecraft|
   youths youth|clothes clothes|works work|means means|dice die|passersby passer-by|swine swine|shrimp shrimp|
   horsepower horsepower|folk folk|folks folk|livestock livestock|infantry infantry|cavalry cavalry`
    .split('|')
    .map((pair): [string, string] => {
      const [plural = '', singular = ''] = pair.trim().split(' ');
      return [plural, singular];
    }),
);

const RULES: readonly (readonly [RegExp, string])[] = [
  [/men$/u, 'man'],
  [/(children)$/u, 'child'],
  [/([^aeiou])ies$/u, '$1y'],
  [/quies$/u, 'quy'],
  [/(ss|x|sh|zz)es$/u, '$1'],
  [/(tch|[^aeiou]rch|arch|ench|unch|inch|anch|each|oach|atch|itch)es$/u, '$1'],
  [/(ch)es$/u, '$1'],
  [/s$/u, ''],
];

const PLURAL_FORM =
  /..(?:[^siu'’]s|(?:cr|cl|top|mechan|com|fabr|graph|rel|ethn|clin)ics|taxis|menus|skis|men|people|children)$/u;
const NOT_PLURAL_FORM =
  /(?:(?<!cr|cl|top|mechan|com|fabr|graph|rel|ethn|clin)ics|specimen|regimen|abdomen)$/u;
const NOT_PLURAL =
  wordsOf(`us this his its as is was has does yes thus plus minus versus perhaps always besides
  various previous serious religious famous dangerous obvious numerous continuous infectious ambitious
  conscious suspicious nervous enormous tremendous precious religious gas bus status virus focus campus
  census bonus surplus consensus chaos crisis analysis basis thesis emphasis diagnosis news mathematics
  economics politics physics athletics sports business process access success progress congress address
  press loss class mass glass grass less unless across whereas texas kansas paris christmas united
  fitness wireless homeless`);

/** English grammar of counted things. */
export const EN_COUNTING: CountingWords = {
  ends: (word) => {
    if (INSIDE.has(word)) return false;
    if (ENDING.has(word)) return true;
    const kind = WORD_CLASSES.get(word);
    return kind === undefined ? isPlainVerb(word) : ENDING_CLASSES.has(kind);
  },
  isPlural: (word) =>
    IRREGULAR.has(word) ||
    (PLURAL_FORM.test(word) && !NOT_PLURAL_FORM.test(word) && !NOT_PLURAL.has(word)),
  singular: (word) => {
    const known = IRREGULAR.get(word);
    if (known !== undefined) return known;
    const rule = RULES.find(([ending]) => ending.test(word));
    return rule ? word.replace(rule[0], rule[1]) : word;
  },
  modifiers: wordsOf(`sports news sales goods arms systems operations communications rights services
    relations affairs drugs weapons securities civil earnings savings human-rights`),
  adjectivesBefore: new Set(),
  plainForms: new Map(
    `larger large|largest large|smaller small|smallest small|bigger big|biggest big|best good|better good|
     higher high|highest high|lower low|lowest low|older old|oldest old|newer new|newest new|younger young|
     youngest young|longer long|longest long|hottest hot|hotter hot|richest rich|poorest poor|fastest fast|
     faster fast|strongest strong|stronger strong|greatest great|greater great|deadliest deadly|latest late|
     busiest busy|busier busy|wealthiest wealthy|tallest tall|taller tall|worst bad|worse bad|oldest old|
     safest safe|closest close|cheapest cheap|toughest tough|hardest hard|nearest near|finest fine|
     heaviest heavy|deepest deep|widest wide|brightest bright|coldest cold|easiest easy|earliest early|
     weakest weak|smartest smart|shortest short|slowest slow|simplest simple`
      .split('|')
      .map((pair): [string, string] => {
        const [form = '', plain = ''] = pair.trim().split(' ');
        return [form, plain];
      }),
  ),
  fillers: wordsOf('most very so-called of the my his our their your its'),
  before: wordsOf('top previous other main key remaining bottom'),
  definite: wordsOf('the these those both his her its their our my your all'),
  unremarkable:
    wordsOf(`side time way thing point goal game match try half set reason day-old part side kind
    sort type option lap minute second metre place stage step example end hand moment boss question
    direction bit lot word look mind other door front star way storey seater wheel wheeler digit tier
    fold term leg`),
  rises:
    wordsOf(`rose rise rises rising risen grew grow grows growing grown gained gain gains gaining jumped jump
    jumps jumping climbed climb climbs climbing increased increase increases increasing soared soar soars
    soaring surged surge surges surging rallied rally rallies added adds adding up advanced advance advances
    advancing leapt leaped spiked spikes strengthened strengthen improved higher expanded expand boosted
    boost doubled raised raise raises raising rebounded rebound swelled ticked edged + accelerated`),
  falls:
    wordsOf(`fell fall falls falling fallen dropped drop drops dropping declined decline declines declining
    decreased decrease decreases decreasing slid slide slides sliding slipped slip slips slipping lost lose
    loses losing plunged plunge plunges plunging plummeted plummet plummeting tumbled tumble tumbles
    tumbling sank sink sinks sinking shed sheds shedding down lower shrank shrink shrinks shrunk
    contracted contract slumped slump slumps cut cuts reduced reduce reduces reducing eased ease weakened
    dipped dip dips dived dove narrowed crashed retreated slowed slow slows slowing`),
  between:
    wordsOf(`by a an the about around some nearly almost more than over at least another further
    as much roughly approximately up down just only sharply slightly steadily to in its their of higher lower`),
  than: wordsOf('than'),
  totals: wordsOf('number numbers population toll tally total totals count membership attendance'),
  ageBefore: wordsOf('aged age ages'),
  ageBehind: wordsOf('old age'),
  ofWhat: wordsOf('of in for from'),
  says: wordsOf(`said says told announced reported estimated estimates claimed claims added stated noted
    according`),
  accordingTo: ['according', 'to'],
  timeBefore: wordsOf(
    'in during since by until over last this next past every each per between from of as the first second third fourth final same previous early late mid',
  ),
  timeWords:
    wordsOf(`year years month months week weeks day days quarter quarters half decade decades century
    today yesterday tomorrow january february march april may june july august september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday
    saturday sunday fiscal annum spring summer autumn winter annually daily monthly weekly`),
  timeFrames:
    wordsOf(`every last past next previous first over within for in coming recent nearly about
    than least around under`),
  money:
    wordsOf(`cost costs costing price prices priced pay pays paid paying spend spends spent spending worth
    fine fined fee fees tax taxes budget profit profits revenue revenues salary salaries wage wages earn earns
    earned debt debts bank loan loans fund funding grant invest invested investment bill bills £ sterling
    buy sell sold bought raise raised savings save saved deal contract taxpayers economy economic
    compensation`),
};

/** Finite forms, and past participles behind a noun ("estimates compiled by"); gerunds stay inside. */
function isPlainVerb(word: string): boolean {
  const form = VERB_FORMS.get(word);
  if (form === undefined) return false;
  return (form.forms & (NOUN | GERUND | PARTICIPLE)) === 0;
}
