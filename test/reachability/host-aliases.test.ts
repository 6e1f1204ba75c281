import { answer, deciding, denyAll, deployment, networkOf } from './support/network';
import { aliasOf } from '../../src/reachability';

describe('hostAliases of a pod', () => {
  const aliases = [{ ip: '10.0.0.5', hostnames: ['db', 'Db.example.com'] }, { ip: '127.0.0.1', hostnames: ['me'] }, 'x', { hostnames: ['empty'] }];

  test.each([
    ['db', '10.0.0.5'], ['DB.example.com', '10.0.0.5'], ['me', '127.0.0.1'], ['other', undefined], ['empty', undefined],
  ])('give %s the address %s', (host, address) => expect(aliasOf(aliases, host)).toBe(address));

  const podSpec = '{ hostAliases: [{ ip: 8.8.8.8, hostnames: [db.example.com] }, { ip: 127.0.0.1, hostnames: [me.example.com] }, { ip: x, hostnames: [bad.example.com] }], containers: [] }';
  const closed = networkOf(deployment('web', 'shop', { podSpec }) + denyAll('shop'));

  test('need no DNS', () => {
    const { links } = answer(closed, 'web', 'db.example.com:443');
    expect(links.map(({ kind, text }) => `${kind}: ${text}`)[0]).toBe('name: db.example.com is an address by hostAliases of the pod, which needs no DNS');
    expect(links.map(({ kind }) => kind)).toEqual(['name', 'egress']);
  });

  test('may name the pod itself', () => expect(deciding(closed, 'web', 'me.example.com:80')).toBe('unknown at name: not-known'));

  test('are not read where they hold no address', () => {
    expect(answer(closed, 'web', 'bad.example.com:443').links.map(({ kind }) => kind)).toEqual(['name', 'dns', 'egress']);
  });
});
