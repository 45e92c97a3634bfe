import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { selectedIn } from '@/lib/page/selection';

/** Put into any page when the reader saves by menu or key: says what is selected, and ends. */
export default defineUnlistedScript(() => selectedIn(document, location.href));
