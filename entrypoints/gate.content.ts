import { defineContentScript } from 'wxt/utils/define-content-script';
import { startReading } from '@/lib/messages/start-reading';
import { judge } from '@/lib/page/gate';

/** Every page: is this an article? Where it is not, this ends, having read little and changed nothing. */
export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  registration: 'manifest',
  main: () => startReading(() => judge(document, location.href)),
});
