import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerSecondOpinion } from '@/lib/messages/second-opinion';
import { secondOpinion } from '@/lib/page/second-opinion';

/** Readability, for the few articles whose place our own reader is not sure of. */
export default defineUnlistedScript(() => offerSecondOpinion(secondOpinion));
