import { ENGLISH_SPEAKERS } from './en/speakers';
import { ENGLISH_SPEECH } from './en/speech';
import { FRENCH_SPEAKERS, FRENCH_SPEECH } from './fr/speech';
import { KHMER_SPEAKERS } from './km/speech';
import { languageOf } from './language';
import type { SpeakerTables, SpeechTables } from './speech';

/** The tables by which speech is read in a language; English where there are none of its own. */
export function speechTablesOf(lang: string): SpeechTables {
  return languageOf(lang) === 'fr' ? FRENCH_SPEECH : ENGLISH_SPEECH;
}

/** The tables by which speakers are told in a language; English where there are none of its own. */
export function speakerTablesOf(lang: string): SpeakerTables {
  const tag = languageOf(lang);
  if (tag === 'km') return KHMER_SPEAKERS;
  return tag === 'fr' ? FRENCH_SPEAKERS : ENGLISH_SPEAKERS;
}
