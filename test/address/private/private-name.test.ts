import { isPrivateName } from '../../../src/address/private/private-name';

test.each([
  'host.docker.internal', 'db.corp', 'printer.local', 'nas.home.arpa', 'localhost', 'nas.home', 'wiki.intranet', 'printer.lan', 'host.localdomain', 'db.private',
])('%s is the name of a private network', (host) => {
  expect(isPrivateName(host)).toBe(true);
});

test.each(['api.example.com', 'internal.example.com', 'mylocal', 'arpa'])('%s is not', (host) => {
  expect(isPrivateName(host)).toBe(false);
});
