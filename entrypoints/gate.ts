import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startReading } from '@/lib/messages/start-reading';
import { judge } from '@/lib/page/gate';

/**
 * Every page: is this an article? Where it is not, this ends, having read little and changed nothing.
 * The background registers it by hand: as a content script of WXT's it would carry a kilobyte of life
 * cycle into every page that it has no use for, and the manifest would ask for all sites at once.
 */
export default defineUnlistedScript(() => startReading(() => judge(document, document.URL)));
