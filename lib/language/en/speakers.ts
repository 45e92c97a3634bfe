import type { SpeakerTables } from '@/lib/language/speech';
import { wordsOf } from '@/lib/language/word-list';

/** How English points to somebody named before, and what is no part of a name. */
export const ENGLISH_SPEAKERS: SpeakerTables = {
  singular: wordsOf('he she him her his hers himself herself'),
  plural: wordsOf('they them their'),
  neuter: wordsOf('it its'),
  relative: wordsOf('who which that whose'),
  men: wordsOf(`
    he him his himself mr sir lord king prince duke spokesman chairman congressman businessman policeman
    fisherman batsman father son brother husband nephew uncle monk imam priest bishop archbishop cardinal
    pope baron count sultan emir sheikh actor
  `),
  women: wordsOf(`
    she her hers herself mrs ms miss lady dame queen princess duchess spokeswoman chairwoman congresswoman
    businesswoman policewoman mother daughter sister wife niece aunt actress baroness countess chumteav daw
  `),
  titles: wordsOf(`
    mr mrs ms dr sir dame lord lady prof professor president vice deputy prime minister secretary senator sen
    rep representative congressman congresswoman gov governor mayor general gen colonel col major maj captain
    lieutenant lt sergeant admiral judge justice king queen prince princess pope father rev reverend chairman
    chairwoman chair chief director spokesman spokeswoman spokesperson ambassador former the a an samdech
    oknha excellency his her majesty democratic republican attorney interior foreign defense defence finance
  `),
  bodies: wordsOf(`
    ministry department office committee commission council court party group association alliance union
    university institute centre center bank agency bureau company corp inc ltd foundation organisation
    organization times post news journal reuters press house senate parliament assembly government police
    army campaign club federation league network authority poll survey report ngo ngos
  `),
  papers: wordsOf(`
    report figures data statement letter survey poll website email memo study records documents complaint
    findings announcement press release tweet
  `),
};
