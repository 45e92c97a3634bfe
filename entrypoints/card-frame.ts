import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerOpener } from '@/lib/page/card-opener';
import { openFramed } from '@/lib/page/framed';

/** The host of the card and its frame, for pages over whose marks a pointer or a key goes. */
export default defineUnlistedScript(() => offerOpener(openFramed));
