/* oxlint-disable require-unicode-regexp -- the flag makes patterns slower to compile, and this runs in pages */

/**
 * A page's JSON-LD as JavaScript has it; undefined where it is broken, which is common and says
 * nothing. Comments around it, which some publishers leave there, are taken off.
 */
export function jsonLd(json: string): unknown {
  const bare = json.trim();
  const wrapped = bare.startsWith('<') || bare.startsWith('/') || bare.endsWith('>');
  try {
    return JSON.parse(wrapped ? bare.replaceAll(COMMENTS, '') : bare);
  } catch {
    return undefined;
  }
}

const COMMENTS = /^(?:<!--|\/\*.*?\*\/)|-->$/g;
