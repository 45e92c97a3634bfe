import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findWhatWasLeft } from '@/lib/messages/find-again';
import { showAgain } from '@/lib/page/show-again';

/** Put into the page of a saved item that the reader opens: finds its words, says what became of them. */
export default defineUnlistedScript({ main: async () => await findWhatWasLeft(showAgain) });
