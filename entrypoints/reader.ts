import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startReader } from '@/lib/messages/start-reader';
import { Session } from '@/lib/page/session';
import { watchPage } from '@/lib/page/life';

/** An article: read it, ask what is on record, mark it, open the card. */
export default defineUnlistedScript(() => {
  startReader(
    (desk, settings, signal) => new Session(desk, settings, signal),
    (wake, signal) => watchPage(document, wake, signal),
  );
});
