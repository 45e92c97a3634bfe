/* oxlint-disable import/no-default-export -- the package's files are made so; its index holds both */
declare module '@mozilla/readability/Readability.js' {
  import { Readability } from '@mozilla/readability';

  export default Readability;
}

declare module '@mozilla/readability/Readability-readerable.js' {
  import { isProbablyReaderable } from '@mozilla/readability';

  export default isProbablyReaderable;
}
