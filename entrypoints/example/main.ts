import { startReader } from '@/lib/messages/start-reader';
import { watchPage } from '@/lib/page/life';
import { Session } from '@/lib/page/session';
import { showExample } from '@/lib/page/show-example';

/** The bundled example article, read and marked like any other: content scripts do not run here. */
await showExample(document, new URL('/example/article.html', location.origin));
startReader(
  (desk, settings, signal) => new Session(desk, settings, signal),
  (wake, signal) => watchPage(document, () => wake(), signal),
);
