import { type ComponentChild, render } from 'preact';
import { languageTag } from './words';

/** Draws a page of ours into its place, in the reader's language. */
export function mount(page: ComponentChild): void {
  document.documentElement.lang = languageTag();
  const place = document.querySelector('#page');
  if (place) render(page, place);
}
