const PULSE_MS = 2000;
const GRACE_MS = 8000;

/**
 * Firefox ends the scripts of an extension that is removed before they can tidy up: an open card
 * would cover the words for good. So the browser itself hides it, by an animation that changes
 * nothing in the page, unless this script lives to put it off.
 */
export function deadMansHandle(frame: Element, signal: AbortSignal): (isHeld: boolean) => void {
  let animation: Animation | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  const putOff = (): void => {
    if (animation) animation.currentTime = 0;
  };
  const hold = (isHeld: boolean): void => {
    clearInterval(timer);
    animation?.cancel();
    animation = isHeld
      ? frame.animate({ visibility: 'hidden' }, { delay: GRACE_MS, fill: 'forwards' })
      : undefined;
    if (isHeld) timer = setInterval(putOff, PULSE_MS);
  };
  // Timers of a page that is not seen come late.
  document.addEventListener('visibilitychange', putOff, { signal });
  signal.addEventListener('abort', () => hold(false));
  return hold;
}
