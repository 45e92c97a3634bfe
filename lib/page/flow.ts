/** What an element does to the text in it; the headless documents have no styles to ask. */
type Flow = 'block' | 'silent' | 'picture' | 'break' | 'frame';

const FLOWS: readonly (readonly [flow: Flow, names: string])[] = [
  [
    // Stand on lines of their own.
    'block',
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul',
  ],
  [
    // Hold no words of the page: code, fields, what is drawn, and what leads elsewhere.
    'silent',
    'script style noscript template textarea select button object svg math audio input nav footer map datalist',
  ],
  ['picture', 'img picture video canvas amp-img'],
  ['frame', 'iframe frame'],
  ['break', 'br'],
];

const FLOW_OF = new Map(
  FLOWS.flatMap(([flow, names]) => names.split(' ').map((name) => [name, flow] as const)),
);

/** How an element of a name flows; undefined for those in the line. */
export function flowOf(localName: string): Flow | undefined {
  return FLOW_OF.get(localName);
}
