/** The languages that have a folder of tables here. */
const LANGUAGES = ['en', 'fr', 'km'] as const;
export type LanguageTag = (typeof LANGUAGES)[number];

/** The tables to read an article by: its own language's where they exist, else the English ones. */
export function languageOf(lang: string): LanguageTag {
  const primary = lang.toLowerCase().split('-')[0];
  return LANGUAGES.find((tag) => tag === primary) ?? 'en';
}
