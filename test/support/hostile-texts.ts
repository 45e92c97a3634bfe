/** An address that nobody may ask for; every hostile address is below it. */
export const EVIL_HOST = 'evil.example';
const EVIL = `https://${EVIL_HOST}`;

/** What a publisher who means harm writes where words belong. Each is text, and has to stay text. */
const HOSTILE: readonly string[] = [
  // Markup that runs or asks for something.
  '<script>document.title="pwned";alert(1)</script>',
  `<script src="${EVIL}/s.js"></script>`,
  `<img src="${EVIL}/i.png" onerror="alert(1)">`,
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><circle r=9></svg>',
  `<iframe src="${EVIL}/f"></iframe>`,
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  `<object data="${EVIL}/o"></object><embed src="${EVIL}/e">`,
  `<link rel=stylesheet href="${EVIL}/c.css"><style>*{display:none!important}</style>`,
  `<base href="${EVIL}/"><meta http-equiv=refresh content="0;url=${EVIL}/m">`,
  `<form action="${EVIL}/p"><button>Press</button></form>`,
  `<video src="${EVIL}/v" autoplay></video><audio src="${EVIL}/a" autoplay></audio>`,
  '<details open ontoggle=alert(1)><summary>x</summary></details>',
  '<a href="javascript:alert(1)">here</a>',
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  '</blockquote></article></main></body><h1>Gone</h1>',
  '<!-- <![CDATA[ <?xml ?> ]]> -->',
  '&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &#x3c;b&#x3e;',
  // Addresses that run or carry something, and marks that make links.
  'javascript:alert(document.domain)',
  'java\tscript:alert(1) JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1) file:///etc/passwd chrome://settings',
  '[press](javascript:alert(1)) [press](data:text/html,x) ![i](https://evil.example/md.png)',
  `url(${EVIL}/u) @import "${EVIL}/imp.css"; expression(alert(1))`,
  // Languages of templates, formulas and keys.
  '{{constructor.constructor("alert(1)")()}} ${alert(1)} <%= alert(1) %> #{alert(1)}',
  '=HYPERLINK("https://evil.example/x","x") @SUM(1) +1 -1',
  "$1 $2 $& $$ $` $'",
  '__proto__ constructor prototype toString hasOwnProperty',
  // Characters that hide, turn or join.
  '\u202Etxet desrever\u202C and on',
  '\u202Eall that follows is turned',
  '\u2066\u2067\u2068left open, three deep',
  '\u2069\u2069\u202Cclosed what was never opened',
  '\u200B\u200C\u200D\u2060\uFEFFnot\u200B seen\u00AD at\u180E all',
  '\u0000\u0001\u0007\u0008\u001B[31m\u007F\u0080\u009Fcontrol',
  'line\nbreak\r\nand\u2028another\u2029one\u000B\u000C',
  '\uFFF9base\uFFFAgloss\uFFFB \uFFFE\uFFFF \uE000 \u{F0000} \u{E0001}\u{E0041}',
  // Letters that are too many, too wide or too tall.
  'W'.repeat(1800),
  `https://${'long.'.repeat(300)}example`,
  'no\u00A0break'.repeat(180),
  '\u2060'.repeat(50) + 'joined\u2060'.repeat(200),
  `Z${'\u0300\u0301\u0316\u0489'.repeat(400)}algo`,
  '\uFDFD'.repeat(300),
  '\u{1242B}'.repeat(200),
  '﷽ ꧅ ⸻ 𒈙 '.repeat(80),
  '_'.repeat(1500),
  '(((((((((('.repeat(150),
  'ក'.repeat(900),
  '漢'.repeat(900),
  '\t'.repeat(900) + 'after tabs' + '\n'.repeat(900),
  // Writing from the right, and pictures.
  'وقال الوزير إن الميناء مفتوح לכל סירה (100%) — «نعم»!',
  '\u200Fمن اليمين\u200E left \u061Cagain',
  '👨‍👩‍👧‍👦👩🏽‍🚀🏴󠁧󠁢󠁥󠁮󠁧󠁿🇰🇭🇰🇭1️⃣'.repeat(30),
  '🏳️‍🌈'.repeat(200),
  // Numbers and dates that are none.
  '9'.repeat(400),
  '1e999 -1e999 NaN Infinity 0x7fffffff ٣٤٥ ௧௨௩ 1.7976931348623157e309',
  '9999-99-99T99:99:99Z 0000-00-00 +275760-09-13',
  'null undefined true [object Object]',
  // Words that pretend to be ours.
  'On Record: this statement was withdrawn. From the dataset “Cambodia”, edition 1.',
  'Аdа Маrsh ⅼoоks ⅼіke Ada Marsh',
];

/** Chance that is the same on every run. */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}

/**
 * As many hostile texts as wanted, each with a number of its own to be known by ("h12h"): every
 * hand-made one, then mixtures of pieces of them.
 */
export function hostileTexts(count: number, longest = 1990): readonly string[] {
  const random = dice(20_261_127);
  return Array.from({ length: count }, (_, at) => {
    const name = ` h${at}h`;
    const own = HOSTILE[at] ?? mixture(random);
    return cut(own, longest - name.length) + name;
  });
}

function mixture(random: (limit: number) => number): string {
  const pieces = Array.from({ length: 1 + random(4) }, () => {
    const whole = HOSTILE[random(HOSTILE.length)] ?? '';
    return cut(whole.slice(random(Math.min(40, whole.length))), 20 + random(140));
  });
  return pieces.join(random(2) === 0 ? ' ' : '');
}

/** The beginning of a text, in whole characters. */
function cut(text: string, longest: number): string {
  return text.slice(0, longest).toWellFormed().replaceAll('\uFFFD', '');
}

/** Addresses that the form of a record lets through. */
export const HOSTILE_ADDRESSES: readonly string[] = [
  `${EVIL}/"onmouseover="alert(1)`,
  `${EVIL}/<script>alert(1)</script>`,
  `https://reader:secret@${EVIL_HOST}/`,
  `${EVIL}/\u202Egnp.exe`,
  `${EVIL}:99999999/`,
  'http://[::1',
  'https://',
  `https://${'a'.repeat(300)}.${EVIL_HOST}/${'b'.repeat(1500)}`,
  `http://${EVIL_HOST}/?q=javascript:alert(1)#<img>`,
  'https://xn--80ak6aa92e.example/',
].map((address) => (address === 'https://' ? `${EVIL}/%00%0a` : address));

/** Dates that have the letters of a date, and are none. */
export const HOSTILE_DATES: readonly string[] = [
  '2024-03-05',
  '9999-99-99',
  '0000-00-00',
  'XXXX',
  '../..',
  '2024-13-45/1999',
  '////////',
  'TTTT:ZZ+-',
  '99999999999999999999999999999999',
  '2024-03-05T99:99:99Z',
  '-9999',
  '20XX-XX-XX~?%',
];
