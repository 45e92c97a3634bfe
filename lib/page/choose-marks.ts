import { spansOf } from '@/lib/annotate/annotation';
import type { Article } from '@/lib/article/article';
import type { Finding } from '@/lib/reading/finding';
import type { Settings } from '@/lib/settings';
import type { Mark } from './marks';

/** The findings that the reader wants drawn, by kind and density. */
export function chooseMarks(
  findings: readonly Finding[],
  article: Article,
  settings: Settings,
): Mark[] {
  const seen = new Set<string>();
  const isFirst = (finding: Finding): boolean => {
    const once = `${finding.mark} ${finding.label} ${sectionOf(finding, article)}`;
    const first = !seen.has(once);
    seen.add(once);
    return first;
  };
  return findings
    .filter(
      (finding) => settings.kinds[finding.mark] && isWanted(finding, settings.density, isFirst),
    )
    .map(({ id, mark, annotation, inTitle }) => ({
      id,
      kind: mark,
      spans: spansOf(annotation),
      inTitle,
    }));
}

function isWanted(
  finding: Finding,
  density: Settings['density'],
  isFirst: (finding: Finding) => boolean,
): boolean {
  switch (density) {
    case 'all':
      return true;
    case 'normal':
      return finding.weight !== 'none';
    case 'quiet':
      return finding.weight === 'direct' && isFirst(finding);
  }
}

/** The number of headings before a finding: quiet marks come once a section. */
function sectionOf(finding: Finding, article: Article): number {
  const at = spansOf(finding.annotation)[0]?.start ?? 0;
  return finding.inTitle
    ? -1
    : article.blocks.filter(({ kind, start }) => kind === 'heading' && start <= at).length;
}
