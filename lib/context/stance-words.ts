import { termsOf } from '@/lib/retrieval/terms';

/** Verbs and adjectives that put an end to what they are said of. */
export const ENDING: ReadonlySet<string> = stemsOf(
  'ban abolish abolition prohibit prohibition restrict restriction forbid outlaw reject oppose ' +
    'opposition repeal withdraw eliminate remove criminalize criminalise boycott censor censorship ' +
    'suspend dismantle disband scrap halt block prevent end stop close abandon cancel curb limit ' +
    'cut reduce deny refuse',
);

/** Words of harm and fault. */
export const BAD: ReadonlySet<string> = stemsOf(
  'harm harmful damage danger dangerous threat threaten threatening abuse abusive violence violent ' +
    'crime criminal kill killing death die suffer suffering pain cruel cruelty unfair unjust injustice ' +
    'wrong immoral unethical illegal corrupt corruption fail failure failed problem burden cost costly ' +
    'expensive waste risk risky worse worst worsen bad poor poverty weak weaken undermine undermining ' +
    'exploit exploitation oppress oppression repression intimidation intimidate discriminate discrimination ' +
    'racist racism hate hatred fear lie false mislead misleading ineffective useless unnecessary ' +
    'impractical impossible difficult hard loss lose lost decline destroy destruction conflict war ' +
    'terror terrorism attack victim disease sick addiction addictive obesity pollution inequality ' +
    'undemocratic authoritarian tyranny irresponsible unreliable inaccurate inefficient disrupt ' +
    'deter discourage distort violate violation conceal exaggerate exaggerating complaint surveillance',
);

/** Words of use and gain. */
export const GOOD: ReadonlySet<string> = stemsOf(
  'benefit beneficial improve improvement improving help helpful protect protection safe safer safety ' +
    'secure security good better best great fair fairer just justice moral ethical right freedom free ' +
    'liberty equal equality peace peaceful health healthy healthier save effective efficient succeed ' +
    'success successful strong stronger strengthen growth grow prosper prosperity wealth opportunity ' +
    'promote encourage support empower empowerment educate education enable advantage useful valuable ' +
    'important essential necessary need vital accurate true truth reliable transparent transparency ' +
    'democracy democratic cooperation cooperate partnership progress develop development create ' +
    'win gain solve solution enjoy happy dignity respect trust',
);

/** Pairs of words that cannot both hold of one thing. */
export const OPPOSITES: ReadonlyMap<string, ReadonlySet<string>> = bothWays([
  'allow|permit|free : ban|forbid|prohibit|restrict|prevent|block|bar',
  'rise|increase|grow|growth|up|more|higher : fall|decrease|decline|drop|shrink|down|less|fewer|lower|cut',
  'improve|improving|better : worsen|worsening|worse|deteriorate',
  'safe : dangerous|unsafe',
  'open|reopen : close|shut|closure',
  'win|won : lose|lost|defeat',
  'true|accurate|correct : false|untrue|inaccurate|wrong|exaggerate|exaggerating|inflated',
  'support|back|favour|favor : oppose|reject|against',
  'accept|agree : refuse|reject|disagree',
  'legal|lawful : illegal|unlawful',
  'guilty : innocent',
  'success|succeed : failure|fail',
  'share|disclose|publish : hide|conceal|withhold',
  'confirm|admit : deny',
  'independent|independence : controlled|foreign-controlled|dependent',
]);

function stemsOf(words: string): Set<string> {
  return new Set(termsOf(words).map(({ stem }) => stem));
}

function bothWays(lines: readonly string[]): Map<string, Set<string>> {
  const pairs = new Map<string, Set<string>>();
  for (const line of lines) {
    const [left = '', right = ''] = line.split(' : ').map((side) => side.replaceAll('|', ' '));
    for (const [side, other] of [
      [left, right],
      [right, left],
    ] as const) {
      for (const stem of stemsOf(side)) {
        pairs.set(stem, new Set([...(pairs.get(stem) ?? []), ...stemsOf(other)]));
      }
    }
  }
  return pairs;
}
