import { expect, test } from 'vitest';
import { sitePattern } from './site-pattern';

test.for([
  ['https://dav.example/files/a', 'https://dav.example/*'],
  ['http://127.0.0.1:8080/x?y', 'http://127.0.0.1/*'],
  ['https://[::1]:8443/', 'https://[::1]/*'],
])('asks of %s for %s', ([url = '', pattern]) => {
  expect(sitePattern(url)).toBe(pattern);
});
