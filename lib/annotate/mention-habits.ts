import type { Habits } from './mention-features';
import type { Word } from './mention-words';

/** How an article writes its words, counted where a capital is a choice: not where a sentence begins. */
export function habitsOf(sentences: readonly (readonly Word[])[]): Habits {
  const habits = new Map<string, { capital: number; small: number }>();
  for (const words of sentences) {
    for (const [at, { low, shape }] of words.entries()) {
      if (shape === 'mark' || shape === 'number') continue;
      const habit = habits.get(low) ?? { capital: 0, small: 0 };
      if (shape === 'small') habit.small += 1;
      else if (at > 0 && !opens(words[at - 1])) habit.capital += 1;
      habits.set(low, habit);
    }
  }
  return habits;
}

function opens(before: Word | undefined): boolean {
  return before !== undefined && /^["“”‘’'«(:–—-]$/u.test(before.text);
}
