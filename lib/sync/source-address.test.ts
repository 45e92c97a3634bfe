import { expect, test } from 'vitest';
import { addressIn } from './source-address';

test.for([
  ['https://records.example/harbour/', 'https://records.example/harbour/'],
  ['records.example/harbour', 'https://records.example/harbour/'],
  [' https://records.example/harbour/timestamp.json ', 'https://records.example/harbour/'],
  ['https://records.example/1.root.json?x=1#top', 'https://records.example/'],
  ['http://localhost:8080/tree', 'http://localhost:8080/tree/'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
] as const)('%s is read as %s', ([typed, url]) => {
  expect(addressIn(typed)).toEqual({ ok: true, value: { url } });
});

test.for([
  'http://records.example/',
  'ftp://records.example/',
  'javascript:alert(1)',
  'data:text/html,x',
  'https://user:secret@records.example/',
  'harbour',
  '',
])('%s is no address of a dataset', (typed) => {
  expect(addressIn(typed)).toEqual({ ok: false, problem: 'no-address' });
});
