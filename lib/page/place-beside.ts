type Size = { readonly width: number; readonly height: number };

const GAP = 8;
const SHEET_BELOW = 480;
/** Less than this shows too little; the card then covers words rather than shrink further. */
const LOWEST = 180;

/** CSS that puts a card beside words of the window; a sheet at the bottom of small windows. */
export function placeBeside(boxes: readonly DOMRect[], wish: Size): string {
  const { innerWidth, innerHeight } = window;
  if (innerWidth < SHEET_BELOW) {
    return `left:0;right:0;bottom:0;width:100vw;height:${Math.min(wish.height, innerHeight * 0.7)}px;`;
  }
  const seen = boxes.filter(({ bottom, top }) => bottom > 0 && top < innerHeight);
  // The first and last line of the words that stand in the window; all of them where none does.
  const lines = seen.length > 0 ? seen : boxes;
  const first = lines[0] ?? new DOMRect(GAP, GAP, 0, 0);
  const last = lines.at(-1) ?? first;
  const width = Math.min(wish.width, innerWidth - 2 * GAP);
  // Pages say it on their root, their body, or in their styles alone.
  const isRtl = getComputedStyle(document.body).direction === 'rtl';
  const start = isRtl ? first.right - width : first.left;
  const left = Math.max(GAP, Math.min(start, innerWidth - width - GAP));
  const { top, height } = roomBeside(first.top - GAP, last.bottom + GAP, wish.height);
  return `left:${left}px;top:${top}px;width:${width}px;height:${height}px;`;
}

/** Below the words, else above, else in the larger room, shrunk to it, so that the words stay seen. */
function roomBeside(
  above: number,
  below: number,
  wish: number,
): { readonly top: number; readonly height: number } {
  const end = window.innerHeight - GAP;
  const isBelow = end - below >= Math.min(wish, above - GAP);
  const room = isBelow ? end - below : above - GAP;
  const height = Math.min(wish, Math.max(room, LOWEST), end - GAP);
  return { height, top: Math.max(GAP, isBelow ? Math.min(below, end - height) : above - height) };
}
