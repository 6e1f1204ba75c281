import { ExternalHost, ExternalHostProps } from '../../src/address/external-host';
import { KnownSecret } from '../../src/address/known-secret';
import { ValueSource } from '../../src/address/value-source';

const hostWith = (props: Partial<ExternalHostProps> = {}) => ExternalHost.of({ host: 'db.example.com', port: 5432, ...props });
const secret = KnownSecret.of({ name: 'credentials', keys: ['DB_URL'] }).key('DB_URL');
const PUBLIC_IPV4 = { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16'] };

test('the egress is every public IPv4 address on the port', () => {
  expect(hostWith().egress).toEqual([{ peers: [PUBLIC_IPV4], ports: [{ port: 5432 }] }]);
});
test('ipv6 adds every public IPv6 address', () => {
  expect(hostWith({ ipv6: true }).egress[0].peers).toEqual([PUBLIC_IPV4, { cidr: '::/0', except: ['fc00::/7', 'fe80::/10'] }]);
});
test('cidrs replace the default', () => {
  expect(hostWith({ cidrs: ['10.1.0.0/16', 'fd00::/8'] }).egress).toEqual([
    { peers: [{ cidr: '10.1.0.0/16' }, { cidr: 'fd00::/8' }], ports: [{ port: 5432 }] },
  ]);
});
test('cidrs that name nothing are refused', () => expect(() => hostWith({ cidrs: [] })).toThrow('cidrs is empty, which reaches nothing'));
test('cidrs together with ipv6 are refused', () => {
  expect(() => hostWith({ cidrs: ['10.1.0.0/16'], ipv6: true })).toThrow('leave ipv6 out and add the IPv6 ranges to cidrs');
});
test('an invalid range is refused', () => expect(() => hostWith({ cidrs: ['999.1.1.1/99'] })).toThrow("'999.1.1.1/99' is no address range"));

test('without a scheme there is no URL', () => expect(hostWith()).toMatchObject({ url: undefined, description: 'db.example.com:5432' }));
test('with a scheme there is a URL', () => expect(hostWith({ scheme: 'postgres' }).url).toBe('postgres://db.example.com:5432'));
test.each([['https', 443], ['http', 80]])('the URL leaves out the own port of %s', (scheme, port) => {
  expect(hostWith({ scheme, port }).url).toBe(`${scheme}://db.example.com`);
});
test('the URL keeps a port that only ends like the own one', () => {
  expect(hostWith({ scheme: 'https', port: 8443 }).url).toBe('https://db.example.com:8443');
});
test('a suffix has no URL', () => {
  expect(hostWith({ host: '*.example.com', scheme: 'https' })).toMatchObject({ url: undefined, description: 'https://*.example.com:5432' });
});
test('a URL in a Secret is not known', () => expect(hostWith({ scheme: 'postgres', env: 'DB_URL', secret }).url).toBeUndefined());
test.each(['HTTPS', 'https://', '1https', ''])('scheme %j is refused', scheme => expect(() => hostWith({ scheme })).toThrow("without '://', such as https"));

test('no variable is given unless it is named', () => expect(hostWith({ scheme: 'https' }).variables).toEqual([]));
test('the variable holds the URL', () => {
  expect(hostWith({ scheme: 'https', env: 'DB_URL' }).variables).toEqual([{ name: 'DB_URL', source: ValueSource.endpointUrl() }]);
});
test('the variable holds the URL of the Secret', () => {
  expect(hostWith({ env: 'DB_URL', secret }).variables).toEqual([{ name: 'DB_URL', source: ValueSource.secretKey(secret) }]);
});
test('a Secret without a variable is refused', () => {
  expect(() => hostWith({ secret })).toThrow('key DB_URL of Secret credentials has no variable; name it by env');
});
test.each([{}, { host: '*.example.com', scheme: 'https' }])('a variable without a value is refused (%#)', props => {
  expect(() => hostWith({ env: 'DB_URL', ...props })).toThrow('the variable DB_URL has no value');
});

test('a scheme may be named as what every object has', () => {
  expect(hostWith({ scheme: 'constructor' }).url).toBe('constructor://db.example.com:5432');
});

test('clients reach it outside the cluster by a name', () => expect(hostWith()).toMatchObject({ inCluster: false, needsDns: true }));
test.each(['10.0.0.5', 'binance', 'nats.nats.svc.cluster.local'])('host %s is refused', host => {
  expect(() => hostWith({ host })).toThrow(`host '${host}' is`);
});
test('a port out of range is refused', () => expect(() => hostWith({ port: 65536 })).toThrow('port 65536 is no port'));
test.each(['nats', 'tls'])('a NATS server outside is refused by its scheme %s', scheme => {
  expect(() => hostWith({ scheme })).toThrow('declare it by NatsServer.of');
});
