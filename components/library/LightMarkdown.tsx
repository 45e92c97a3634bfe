import type { ComponentChildren } from 'preact';
import { httpLink } from '@/components/shared/http-link';

/**
 * A note with light Markdown: paragraphs, lists, **bold**, _italics_, `code` and links to web pages.
 * It becomes elements, never HTML; whatever else was written stays as it was written.
 */
export function LightMarkdown({ text }: { readonly text: string }) {
  return (
    <div class="light-markdown">
      {text.split(/\n{2,}/u).map((block, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- paragraphs have no identity but their place
        <Block key={index} lines={block.split('\n')} />
      ))}
    </div>
  );
}

function Block({ lines }: { readonly lines: readonly string[] }) {
  const isList = lines.every((line) => /^[-*] /u.test(line));
  if (isList) {
    return (
      <ul>
        {lines.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines have no identity but their place
          <li key={index}>{inline(line.slice(2))}</li>
        ))}
      </ul>
    );
  }
  return (
    <p>
      {lines.flatMap((line, index) =>
        index === 0 ? inline(line) : [<br key={line} />, ...inline(line)],
      )}
    </p>
  );
}

const MARKS =
  /\*\*([^*]+)\*\*|_([^_]+)_|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)|(https?:\/\/[^\s<>"]+)/gu;

function inline(line: string): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const match of line.matchAll(MARKS)) {
    parts.push(line.slice(at, match.index), marked(match));
    at = match.index + match[0].length;
  }
  return [...parts, line.slice(at)];
}

function marked([
  whole,
  bold,
  italic,
  code,
  label,
  address,
  bare,
]: RegExpMatchArray): ComponentChildren {
  if (bold !== undefined) return <b>{bold}</b>;
  if (italic !== undefined) return <i>{italic}</i>;
  if (code !== undefined) return <code>{code}</code>;
  const link = httpLink(address ?? bare);
  if (!link) return whole;
  return (
    <a href={link.href} target="_blank" rel="noopener noreferrer" title={link.host}>
      {label ?? bare}
    </a>
  );
}
