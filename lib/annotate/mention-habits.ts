import type { Habits } from './mention-features';
import type { Word } from './mention-words';

/** How an article writes its words, counted where a capital is a choice: not where a sentence begins. */
export function habitsOf(sentences: readonly (readonly Word[])[]): Habits {
  const habits = new Map<string, Habit>();
  for (const words of sentences) {
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at];
      if (!word || word.shape === 'mark' || word.shape === 'number') continue;
      const habit = habits.get(word.low) ?? begun(habits, word.low);
      if (word.shape === 'small') habit.small += 1;
      else if (at > 0 && !OPENS.has(words[at - 1]?.text ?? '')) habit.capital += 1;
    }
  }
  return habits;
}

type Habit = { capital: number; small: number };

function begun(habits: Map<string, Habit>, low: string): Habit {
  const habit = { capital: 0, small: 0 };
  habits.set(low, habit);
  return habit;
}

/** What may stand before a sentence. */
const OPENS = new Set('"“”‘’\'«(:–—-');
