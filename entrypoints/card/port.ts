import { ask } from '@/lib/messages/ask';

const token = location.hash.slice(1);
const given = Promise.withResolvers<MessagePort>();

/** The frame does nothing until the background has matched its one-time token to this tab. */
window.addEventListener('message', ({ data, ports }: MessageEvent<unknown>) => {
  const named =
    typeof data === 'object' && data !== null && Reflect.get(data, 'onRecord') === token;
  if (named && ports[0]) given.resolve(ports[0]);
});

/** Whether this frame was made by our own script in this tab. */
export async function isWelcome(): Promise<boolean> {
  return (await ask('cardHello', { token })).welcome;
}

/** The port to the page's script, once that has given it. */
export const port = given.promise;
