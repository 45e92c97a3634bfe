/**
 * Shows a page of the extension's own in this document: its head's styles and facts, and its body.
 * It is loaded as a document, never as text turned into markup, so that no policy needs loosening.
 */
export async function showExample(page: Document, address: URL): Promise<void> {
  const loaded = await load(address);
  page.title = loaded.title;
  page.documentElement.lang = loaded.documentElement.lang;
  for (const part of loaded.head.querySelectorAll('style, meta[property], meta[name]')) {
    page.head.append(page.importNode(part, true));
  }
  page.body.replaceChildren(
    ...[...loaded.body.childNodes].map((each) => page.importNode(each, true)),
  );
}

async function load(address: URL): Promise<Document> {
  return await new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('GET', address.href);
    request.responseType = 'document';
    request.addEventListener('load', () => {
      if (request.responseXML) done(request.responseXML);
      else fail(new Error('The example article could not be read.'));
    });
    request.addEventListener('error', () => fail(new Error('The example article is missing.')));
    request.send();
  });
}
