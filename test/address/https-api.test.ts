import { HttpsApi } from '../../src/address/https-api';
import { ValueSource } from '../../src/address/value-source';

test('the URL leaves out port 443', () => expect(HttpsApi.of('fapi.binance.com').url).toBe('https://fapi.binance.com'));
test('the URL has another port and the path', () => {
  expect(HttpsApi.of('fapi.binance.com', { port: 8443, path: '/v1' }).url).toBe('https://fapi.binance.com:8443/v1');
});
test('the egress is port 443 of every public address', () => {
  expect(HttpsApi.of('fapi.binance.com').egress).toEqual([{
    peers: [{ cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16'] }],
    ports: [{ port: 443 }],
  }]);
});
test('cidrs replace the default', () => {
  expect(HttpsApi.of('fapi.binance.com', { cidrs: ['203.0.113.0/24'] }).egress[0].peers).toEqual([{ cidr: '203.0.113.0/24' }]);
});
test('ipv6 adds public IPv6 addresses', () => expect(HttpsApi.of('fapi.binance.com', { ipv6: true }).egress[0].peers[1].cidr).toBe('::/0'));
test('a suffix has no URL', () => {
  expect(HttpsApi.of('*.binance.com')).toMatchObject({ url: undefined, description: 'https://*.binance.com', variables: [] });
});
test('the variable holds the URL', () => {
  expect(HttpsApi.of('fapi.binance.com', { env: 'API_URL' }).variables).toEqual([{ name: 'API_URL', source: ValueSource.endpointUrl() }]);
});
test('a variable for a suffix is refused', () => {
  expect(() => HttpsApi.of('*.binance.com', { env: 'API_URL' })).toThrow('the variable API_URL has no value');
});
test('a path with a query is refused', () => expect(() => HttpsApi.of('fapi.binance.com', { path: '/?a=b' })).toThrow('without query'));
test('an address is refused', () => expect(() => HttpsApi.of('10.0.0.5')).toThrow("host '10.0.0.5' is an address"));
