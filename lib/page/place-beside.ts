type Size = { readonly width: number; readonly height: number };

const GAP = 8;
const SHEET_BELOW = 480;

/** CSS that puts a card beside words of the window; a sheet at the bottom of small windows. */
export function placeBeside(boxes: readonly DOMRect[], wish: Size): string {
  const { innerWidth, innerHeight } = window;
  const height = Math.min(wish.height, innerHeight - 2 * GAP);
  if (innerWidth < SHEET_BELOW) {
    return `left:0;right:0;bottom:0;width:100vw;height:${Math.min(height, innerHeight * 0.7)}px;`;
  }
  const { first, last } = endsOf(boxes, innerHeight);
  const width = Math.min(wish.width, innerWidth - 2 * GAP);
  const start = isRightToLeft() ? first.right - width : first.left;
  const left = Math.max(GAP, Math.min(start, innerWidth - width - GAP));
  const top = topBeside({ top: first.top, bottom: last.bottom }, height);
  return `left:${left}px;top:${top}px;width:${width}px;height:${height}px;`;
}

/** The first and last line of the words that stand in the window; all of them where none does. */
function endsOf(
  boxes: readonly DOMRect[],
  windowHeight: number,
): { first: DOMRect; last: DOMRect } {
  const seen = boxes.filter(({ bottom, top }) => bottom > 0 && top < windowHeight);
  const lines = seen.length > 0 ? seen : boxes;
  const first = lines[0] ?? new DOMRect(GAP, GAP, 0, 0);
  return { first, last: lines.at(-1) ?? first };
}

/** Below the words, else above, else where there is room. */
function topBeside(
  words: { readonly top: number; readonly bottom: number },
  height: number,
): number {
  const below = words.bottom + GAP;
  if (below + height <= window.innerHeight - GAP) return Math.max(GAP, below);
  const above = words.top - GAP - height;
  return above >= GAP ? above : Math.max(GAP, window.innerHeight - height - GAP);
}

function isRightToLeft(): boolean {
  return document.documentElement.dir === 'rtl';
}
