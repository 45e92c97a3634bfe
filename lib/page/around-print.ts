/** Tells before a page is put on paper, and after. Paper holds the page as it would be without us. */
export function aroundPrint(tell: (isPrinting: boolean) => void, signal: AbortSignal): void {
  window.addEventListener('beforeprint', () => tell(true), { signal });
  window.addEventListener('afterprint', () => tell(false), { signal });
}
