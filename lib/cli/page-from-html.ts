import { parseHTML } from 'linkedom';

/** A document from HTML text, without running or loading anything of it. */
export function documentFromHtml(html: string, url?: string): Document {
  const { document } = parseHTML(html);
  if (url !== undefined)
    Object.defineProperty(document, 'baseURI', { value: url, configurable: true });
  return document;
}
