/** A file by the address under which the browser holds it. */
export type HeldFile = { readonly name: string; readonly url: string };

/** What only a page can do, which the background of some browsers is not. */
export type PageWork = {
  /** Asks the browser to keep our data when space runs out. @returns whether it will. */
  persist(): Promise<boolean>;
  /** The whole library in files of our own form, each named after this day (ISO); none where it is empty. */
  libraryFiles(day: string): Promise<readonly HeldFile[]>;
  /** Lets go of the files. */
  release(urls: readonly string[]): Promise<void>;
};
