/** A field of the form: its name in the file, what a person reads beside it, and how it is filled in. */
type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly choices?: readonly string[];
  /** Offers existing records of these kinds. */
  readonly of?: readonly string[];
  readonly long?: boolean;
  /** Several, separated by blanks. */
  readonly several?: boolean;
};

const SOURCE: readonly Field[] = [
  { name: 'key', label: 'Key', hint: 'source/paper/2024-some-article', required: true },
  { name: 'url', label: 'Address', hint: 'https://…', required: true },
  { name: 'publisher', label: 'Publisher', of: ['publisher', 'organisation'], required: true },
  { name: 'title', label: 'Title, as printed', required: true },
  { name: 'lang', label: 'Language', hint: 'en', required: true },
  {
    name: 'published',
    label: 'Published',
    hint: '2024-03-08, 2024-03, 2024 or XXXX',
    required: true,
  },
  { name: 'dateNote', label: 'How the date is known' },
  { name: 'accessed', label: 'Read on', hint: '2026-11-25' },
  {
    name: 'licence',
    label: 'Licence',
    choices: ['quotation', 'CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0'],
  },
  { name: 'archive', label: 'Archived copy', hint: 'https://web.archive.org/… or nothing' },
  { name: 'by', label: 'Reviewed by', hint: '@your-name @second-editor', several: true },
  { name: 'at', label: 'Reviewed on', hint: '2026-11-25' },
  { name: 'status', label: 'Status', choices: ['draft', 'reviewed', 'contested'] },
];

const STATEMENT: readonly Field[] = [
  { name: 'local', label: 'Short name', hint: 'no-boat-turned-away', required: true },
  {
    name: 'kind',
    label: 'Kind',
    choices: ['quote', 'paraphrase', 'claim', 'denial', 'promise', 'finding'],
  },
  {
    name: 'speaker',
    label: 'Speaker',
    of: ['person', 'organisation', 'group', 'office'],
    required: true,
  },
  { name: 'capacity', label: 'As what', hint: 'Harbour minister' },
  { name: 'text', label: 'Words, as printed', long: true, required: true },
  { name: 'lang', label: 'Language', hint: 'en', required: true },
  { name: 'said', label: 'Said on', hint: '2024-03-05' },
  { name: 'saidNote', label: 'How that date is known' },
  { name: 'occasion', label: 'Occasion' },
  {
    name: 'about',
    label: 'About',
    of: ['topic', 'organisation', 'person', 'law', 'event', 'place'],
    several: true,
  },
  {
    name: 'rel',
    label: 'Stands to another statement',
    choices: [
      '',
      'disputes',
      'denies',
      'supports',
      'repeats',
      'revises',
      'contradictsOwnEarlier',
      'respondsTo',
      'context',
    ],
  },
  { name: 'to', label: 'That statement', of: ['statement'] },
  { name: 'strength', label: 'How surely', choices: ['direct', 'explicit', 'partial', 'apparent'] },
  { name: 'drawnBy', label: 'Drawn by', choices: ['speaker', 'publisher', 'editor'] },
  { name: 'note', label: 'Why, where it is not plain' },
];

const STYLE = `body{font:16px/1.4 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
label{display:grid;grid-template-columns:13rem 1fr;gap:.5rem;margin:.4rem 0;align-items:start}
input,select,textarea{font:inherit;padding:.3rem;border:1px solid #767676;border-radius:4px}
fieldset{margin:1rem 0;border:1px solid #767676;border-radius:6px}button{font:inherit;padding:.4rem .8rem}
#answer{white-space:pre-wrap;background:#f4f4f4;padding:1rem}`;

/** Runs in the page: builds the fields from the tables, gathers them, shows what the checks say. */
const SCRIPT = `
const make=(tag,props={},...inside)=>{const node=Object.assign(document.createElement(tag),props);node.append(...inside);return node};
const lists=new Map();
const listFor=(kinds)=>{const id='list-'+kinds.join('-');if(!lists.has(id)){lists.set(id,kinds);document.body.append(make('datalist',{id}))}return id};
const input=(field)=>{
  if(field.choices){const node=make('select',{name:field.name});for(const choice of field.choices)node.append(make('option',{value:choice},choice));return node}
  const node=make(field.long?'textarea':'input',{name:field.name,required:!!field.required,placeholder:field.hint||''});
  if(field.of)node.setAttribute('list',listFor(field.of));
  return node};
const fields=(table)=>table.map((field)=>make('label',{},field.label+(field.required?' *':''),input(field)));
const source=document.querySelector('#source');source.append(...fields(SOURCE));
const statements=document.querySelector('#statements');
const add=()=>statements.append(make('fieldset',{},make('legend',{},'Statement'),...fields(STATEMENT)));
document.querySelector('#more').addEventListener('click',add);add();
const read=(node,table)=>Object.fromEntries(table.flatMap(({name,several})=>{
  const value=node.querySelector('[name='+name+']').value.trim();
  return value===''?[]:[[name,several?value.split(/[\\s,]+/):value]]}));
const gather=()=>{
  const {archive,by,at,status,...facts}=read(source,SOURCE);
  const all={};
  for(const node of statements.children){
    const {local,rel,to,strength,drawnBy,note,...statement}=read(node,STATEMENT);
    if(!local)continue;
    all[local]=rel?{...statement,links:[{rel,to,strength,by:drawnBy,...(note&&{note})}]}:statement}
  const archives=[archive?{service:'wayback',url:archive}:{service:'none'}];
  return {...facts,archives,review:{status,...(by&&{by}),...(at&&{at})},statements:all}};
const answer=document.querySelector('#answer');
document.querySelector('form').addEventListener('submit',async(event)=>{
  event.preventDefault();
  const reply=await fetch('source',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(gather())});
  const {file,faults,text=''}=await reply.json();
  answer.textContent=file?file+' is written:\\n\\n'+text:faults.join('\\n')+'\\n\\n'+text;answer.focus()});
const keys=await (await fetch('keys')).json();
for(const [id,kinds] of lists)for(const {key,kind,label} of keys)if(kinds.includes(kind))document.getElementById(id).append(make('option',{value:key},label));
`;

/** The whole page; it loads nothing. */
export function formPage(): string {
  const tables = `const SOURCE=${JSON.stringify(SOURCE)};const STATEMENT=${JSON.stringify(STATEMENT)};`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A source for the record</title>
<meta name="viewport" content="width=device-width"><style>${STYLE}</style>
<h1>A source for the record</h1>
<p>One article, report or speech, and what was said in it. Words exactly as printed. What is not known stays empty.</p>
<form><div id="source"></div><div id="statements"></div>
<p><button type="button" id="more">Another statement</button> <button>Check and write</button></p></form>
<output id="answer" tabindex="-1" aria-live="polite"></output>
<script type="module">${tables}${SCRIPT}</script></html>`;
}
