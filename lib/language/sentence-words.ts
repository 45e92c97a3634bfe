/**
 * What ends no sentence, in all languages at once: a text's own language is not always known, and
 * quotations switch it. Written without the last dot, in lower case.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/** Stand before a name or a number, so that a capital or digit after them opens nothing. */
export const BEFORE_A_NAME = words(`
  mr mrs ms mx messrs dr prof gen lt col maj capt cpt cmdr cdr adm sgt cpl pvt brig gov sen rep reps
  sens hon rev fr msgr st ste mt ft pres supt insp det amb atty asst assoc dep sec treas min pm
  h.e hon mme mlle mm me mgr ing vs cf fig figs no nos nr art arts vol vols ch pp p para sec arts
  approx ca circa tel ext al e.g i.e eg ie viz
  lt.gen maj.gen brig.gen lt.col
`);

/** Of these, what is a word as well where it is written small: only a digit goes on behind it ("art. 5"). */
export const WORDS_TOO = words('me art arts para fig figs');

/** May end a sentence or not: the next word decides. */
export const OFTEN_INSIDE = words(`
  inc ltd co corp llc plc bros gov't govt dept univ assn bldg ave blvd rd jr sr esq ph.d phd m.d b.a m.a
  u.s u.k u.n e.u u.s.a d.c l.a n.y p.m a.m pm am b.c a.d
  jan feb mar apr jun jul aug sept sep oct nov dec janv févr avr juil
  mon tue tues wed thu thur thurs fri sat sun etc ok est
`);

/** Words that open sentences and hardly ever follow an abbreviation inside one. */
export const OPENERS = words(`
  the a an this that these those it its he she they we i you his her their our there here
  but and so yet or nor if when while as at in on for from by with after before since although though
  however meanwhile moreover still then also now what who why how where which some many most all no not
  under between during despite according asked because one two
  le la les un une des il elle ils elles on ce cette ces mais et ou donc or ni car si dans en sur pour
  par avec après avant depuis selon cependant toutefois
`);
