import type { WordClass } from '@/lib/language/speech';
import { wordsOf } from '@/lib/language/word-list';

const CLASSES: readonly (readonly [WordClass, string])[] = [
  [
    'determiner',
    `the a an this these those each every some any no all both either neither another such
    several many few much more most fewer less enough various half certain`,
  ],
  ['possessive', 'my your his its our their whose'],
  [
    'pronoun',
    `i he she we they you it someone everyone anyone somebody everybody anybody nobody nothing
    something anything everything none ones there`,
  ],
  ['object', 'me him us them her'],
  ['reflexive', 'himself herself itself themselves myself yourself ourselves yourselves'],
  ['wh', 'who whom which what how why where whether whatever whoever'],
  ['that', 'that'],
  ['to', 'to'],
  [
    'subordinator',
    `if because although though while when since unless until after before as once whereas
    than whenever wherever lest`,
  ],
  [
    'preposition',
    `of in on at by for from with about against between among amongst into through during
    without within along across behind beyond under over toward towards upon via per near despite
    regarding concerning amid amidst inside outside above below beneath beside besides throughout onto
    except versus vs like unlike around alongside ahead aboard atop till`,
  ],
  ['particle', 'up out down off away back forward together apart forth aside'],
  ['conjunction', 'and or but nor yet &'],
  [
    'modal',
    `will would can could may might must shall should 'll 'd cannot can't won't wouldn't couldn't
    shouldn't mustn't mightn't ought wo`,
  ],
  ['be', `is are was were be been being am 's 're 'm isn't aren't wasn't weren't ain't`],
  ['have', "has have had having 've hasn't haven't hadn't"],
  ['do', "do does did don't doesn't didn't doing"],
  [
    'adverb',
    `also now then later never not ever still repeatedly recently often just already even only
    again too very quite so soon always perhaps maybe however instead once-again almost nearly ago well
    here rather further far meanwhile moreover therefore thus indeed sometimes first originally
    otherwise nevertheless nonetheless else long specifically simply earlier afterward afterwards
    seldom twice anyway somewhat altogether pretty n't nowhere somewhere everywhere largely at-least`,
  ],
  [
    'time',
    `monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight`,
  ],
  [
    'number',
    `one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million
    billion trillion twenty thirty forty fifty sixty seventy eighty ninety hundreds thousands millions
    dozens second third`,
  ],
  [
    'adjective',
    `new old good bad big small great little high low long short young former current last next
    own other same different public private white black red blue right left main major key top early
    late recent clear sure able likely unlikely possible ready open close free full real true false
    wrong hard easy strong weak poor rich best worst better worse only whole entire chief senior junior
    deputy vice prime foreign domestic local common aware afraid proud confident optimistic skeptical
    friendly deadly costly lovely daily weekly monthly yearly elderly ugly lonely lively holy
    concerned worried glad happy angry sorry critical supportive`,
  ],
];

/** The words of English whose class is known without looking around, save for what the context turns. */
export const WORD_CLASSES: ReadonlyMap<string, WordClass> = new Map(
  CLASSES.flatMap(([name, words]) =>
    [...wordsOf(words)].map((word): [string, WordClass] => [word, name]),
  ),
);
