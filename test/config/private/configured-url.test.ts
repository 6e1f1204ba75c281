import { ServiceEndpoint } from '../../../src/address/service-endpoint';
import { configuredUrl } from '../../../src/config/private/configured-url';

const engine = ServiceEndpoint.http({ service: 'engine', namespace: 'apps', port: 80 });

test('without a path the value is the URL of the endpoint', () => {
  expect(configuredUrl({ ...engine, url: 'http://engine/' }, 'ENGINE')).toBe('http://engine/');
});

test('a path is joined with one slash', () => {
  expect(configuredUrl({ ...engine, url: 'http://engine/' }, 'ENGINE', '/trade')).toBe('http://engine/trade');
});

test('a path without a slash is refused', () => {
  expect(() => configuredUrl(engine, 'ENGINE', 'trade')).toThrow("path 'trade' is none");
});

test('an endpoint without a URL is refused with the way out', () => {
  expect(() => configuredUrl({ ...engine, description: 'mysql', url: undefined }, 'DB'))
    .toThrow('key DB cannot hold the URL of mysql, which has none to show; connect to it by a key of a Secret');
});
