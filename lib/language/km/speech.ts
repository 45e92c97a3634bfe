import type { SpeakerTables } from '@/lib/language/speech';
import { wordsOf } from '@/lib/language/word-list';

/** Verbs that bring in what is said, longest first; "ថា" ("that") follows, often at once. */
const VERBS = [
  ...wordsOf(`
    និយាយ លើកឡើង ថ្លែង ប្រាប់ អះអាង បញ្ជាក់ បន្ថែម បន្ត ពន្យល់ សរសេរ ឆ្លើយ សួរ ចោទប្រកាន់ បដិសេធ ព្រមាន អំពាវនាវ
    ស្នើ សន្យា ទទួលស្គាល់ រាយការណ៍ ប្រកាស យល់ឃើញ ជឿជាក់ សង្ឃឹម កត់សម្គាល់ រំលឹក គូសបញ្ជាក់ មានប្រសាសន៍ ឱ្យដឹង
  `),
].toSorted((a, b) => b.length - a.length);

/** How speech is told in Khmer, which writes no blanks between words. */
export const KHMER_SPEECH = {
  /** A verb of speech, words between, and "ថា"; or the verb alone before an opening mark or at the end. */
  cue: new RegExp(
    String.raw`(?:បាន|កំពុង|ក៏បាន|នៅតែ)?(?:${VERBS.join('|')})(?:[^\s។៕«“]{0,40}?ថា|\s*(?=[៖:]?\s*[«“])|(?=[។៕\s]*$))|(?<=[\s»”])ថា(?=\s*[៖:]?\s*[«“])`,
    'gu',
  ),
  /** "According to", who, and the blank behind which what is said begins. */
  according: /^\s*((?:បើ)?យោង(?:ទៅ)?តាម|បើតាម)\s*(\S{2,60}(?:\s\S{1,30})??)\s+(?=\S)/u,
} as const;

/** How Khmer points to somebody named before. */
export const KHMER_SPEAKERS: SpeakerTables = {
  singular: wordsOf('លោក លោកស្រី អ្នកស្រី គាត់ នាង រូបលោក'),
  plural: wordsOf('ពួកគេ ពួកគាត់ គេ'),
  neuter: wordsOf('វា'),
  relative: new Set(),
  men: wordsOf('លោក'),
  women: wordsOf('លោកស្រី អ្នកស្រី នាង លោកជំទាវ កញ្ញា'),
  titles: wordsOf('ឯកឧត្តម លោកជំទាវ លោកស្រី អ្នកស្រី លោក កញ្ញា សម្តេច'),
  bodies: wordsOf('ក្រសួង គណបក្ស សមាគម អង្គការ រដ្ឋាភិបាល'),
  papers: wordsOf('របាយការណ៍'),
};
