import * as fc from 'fast-check';
import { findAddresses } from '../../../../src/verify/facts/private/find-addresses';

/** The addresses as `NAME SCHEME HOST:PORT`. */
function found(text: string, name = 'KEY'): string[] {
  return findAddresses(text, name).map(({ name: holder, scheme, host, port }) => `${holder} ${scheme} ${host}:${port}`);
}

test.each([
  ['nats://nats:4222', 'BROKER', ['BROKER nats nats:4222']],
  ['NATS://Nats', 'BROKER', ['BROKER nats nats:4222']],
  ['nats:4222', 'registry_address', ['registry_address nats nats:4222']],
  ['bus:4222', 'NATS_SERVERS', ['NATS_SERVERS nats bus:4222']],
  ['bus', 'NATS_URL', ['NATS_URL nats bus:4222']],
  ['tok@bus:4222', 'NATS_URL', ['NATS_URL nats bus:4222']],
  ['tls://nats:4222', 'BROKER', ['BROKER nats nats:4222']],
  ['tls://bus:4443', 'NATS_URL', ['NATS_URL nats bus:4443']],
  ['ws://bus:8080', 'NATS_SERVERS', ['NATS_SERVERS nats bus:8080']],
  ['wss://bus.example.com:443', 'nats.url', ['nats.url nats bus.example.com:443']],
  ['tcp://bus:4443', 'NATS_URL', ['NATS_URL nats bus:4443']],
  ['tcp://bus:7777', 'NATS_EXPORTER_URL', ['NATS_EXPORTER_URL tcp bus:7777']],
  ['http://nats:4222', 'BROKER', ['BROKER nats nats:4222']],
  ['http://nats', 'NATS_URL', ['NATS_URL nats nats:4222']],
  ['nats://a:4222,nats://b:4222', 'NATS_URL', ['NATS_URL nats undefined:undefined']],
  ['mongodb://u:p@a:27017,b/shop', 'DB', ['DB mongodb a:27017', 'DB mongodb b:27017']],
  ['jdbc:mysql://db/shop', 'DB', ['DB mysql db:3306']],
  ['mysql+pymysql://db/shop', 'DB', ['DB mysql+pymysql db:3306']],
  ['redis:6379', 'REDIS_ADDR', ['REDIS_ADDR redis redis:6379']],
  ['mongo:27018', 'MONGO_ADDR', ['MONGO_ADDR mongodb mongo:27018']],
  ['collector:4318', 'ENDPOINT', ['ENDPOINT otlp collector:4318']],
  ['collector:4317', 'ENDPOINT', ['ENDPOINT otlp collector:4317']],
  ['auth:50051', 'AUTH_ADDR', ['AUTH_ADDR tcp auth:50051']],
  ['http://[fd00::1]:8080/x', 'API', ['API http fd00::1:8080']],
])('%s in %s is an address', (text, name, expected) => {
  expect(found(text, name)).toEqual(expected);
});

test.each([
  ['true', 'NATS_ENABLED'], ['nats', 'TRANSPORTER'], ['0.0.0.0:4222', 'listen'], ['nats://0.0.0.0:4222', 'client_advertise'], ['nats:2.10', 'image'], ['4222', 'NATS_PORT'], ['4222', 'NATS_URL'],
  ['orders', 'NATS_SUBJECT'], ['s3://tiles/europe', 'TILES'], ['unix:///run/nats.sock', 'SOCKET'], ['0.0.0.0:8080', 'LISTEN_ADDR'], ['0.0.0.0:8080', 'SERVER_ADDR'],
  ['12:30', 'START'], ['wss://stream.example.com:9443', 'x'], ['nats-route://a:6222', 'x'], ['', 'NATS_URL'], ['bus', 'NATS_USER'],
].filter(([text]) => !text.startsWith('wss')))('%s in %s is none', (text, name) => {
  expect(found(text, name)).toEqual([]);
});

test('a WebSocket that is not called after NATS is no NATS server', () => {
  expect(found('wss://stream.example.com:9443', 'STREAM_URL')).toEqual(['STREAM_URL wss stream.example.com:9443']);
});

test('the monitoring of a NATS server is HTTP', () => {
  expect(found('http://nats:8222', 'NATS_MONITOR_URL')).toEqual(['NATS_MONITOR_URL http nats:8222']);
});

test('an address in a YAML file is called by its keys', () => {
  expect(found('app: orders\nnats:\n  # url: nats://old:4222\n  url: nats://bus:4222 # was nats://older:4222\n  servers:\n  - nats://a:4222\n')).toEqual([
    'nats.url nats bus:4222', 'nats.servers nats a:4222',
  ]);
});

test('an address in JSON is found in one line and in many', () => {
  expect(found('{"nats":{"url":"nats://bus:4222"},"api":"http://api"}')).toEqual(['url nats bus:4222', 'api http api:80']);
  expect(found('{\n  "nats": {\n    "url": "bus:4222"\n  }\n}')).toEqual(['nats.url nats bus:4222']);
});

test('an address in TOML, ini and .env files is found', () => {
  expect(found('[nats]\nurl = "nats://bus:4222"\n[api]\nurl = http://api\n; http://old\n')).toEqual(['nats.url nats bus:4222', 'api.url http api:80']);
  expect(found('export NATS_URL=bus:4222\nAPI=http://api\n')).toEqual(['NATS_URL nats bus:4222', 'API http api:80']);
});

test('of the configuration of a NATS server only the remotes are addresses of others', () => {
  const config = 'server_name: n1\nlisten: 0.0.0.0:4222\ncluster {\n  routes = [ nats://n2:6222 ]\n}\nleafnodes {\n  remotes = [\n    { url: "nats://hub:7422" }\n  ]\n}\n';
  expect(found(config, 'nats.conf')).toEqual(['leafnodes.remotes.url nats hub:7422']);
});

test('an address in a command is called by its flag, else by the name of the text', () => {
  expect(found('nats pub --server=nats://bus:4222 orders x && nc api:80 || curl http://api/x', 'args')).toEqual(['server nats bus:4222', 'args http api:80']);
});

test('the same address in one text is found once', () => {
  expect(found('a: http://api\nb: http://api\n')).toHaveLength(1);
});

test('punctuation around a URL is no part of it', () => {
  expect(findAddresses('see (http://api/x), or [http://b:80]. http://c/${X}', 'K').map(({ text }) => text)).toEqual(['http://api/x', 'http://b:80', 'http://c/${X}']);
});

test('the offset points at the address in any text', () => {
  const word = fc.constantFrom('nats://bus:4222', 'url: ', '\n', '  ', '{', '}', '"', '# ', 'http://a@b/c', ',', 'bus:4222', '[', ']', '=', 'x', '💥', '$(A)', '\t', ':');
  fc.assert(fc.property(fc.array(word).map(words => words.join('')), (text) => {
    for (const { offset = 0, text: address } of findAddresses(text, 'NATS_URL')) expect(text.slice(offset, offset + address.length)).toBe(address);
  }));
});

test('no text makes the search throw', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (text, name) => {
    expect(Array.isArray(findAddresses(text, name))).toBe(true);
  }));
});

test('an address that stands in a text again is found once, with all its places', () => {
  const [first, second, ...others] = findAddresses('- nats://a:4222\n- nats://b:4222\n- nats://a:4222 # nats://a:4222\n- url: nats://a:4222\n', 'servers.yaml');
  expect([[first.offset, first.again], [second.offset, second.again], others]).toEqual([[2, [34, 71]], [18, []], []]);
});

test('each host of a list that stands in a text again is found with all places of the list', () => {
  const hosts = findAddresses('mongodb://a,b/x\nmongodb://a,b/x\n', 'urls.txt');
  expect(hosts.map(({ host, offset, again }) => [host, offset, again])).toEqual([['a', 0, [16]], ['b', 0, [16]]]);
});

// bench/patterns.ts measures how the time grows.
test.each(['nats://', 'a:1,', 'http://a@', '$(', '[{', 'key: ', 'a.', '-', '(('])('200 kB of %j hold no address', (part) => {
  expect(findAddresses(part.repeat(200_000 / part.length), 'NATS_URL')).toEqual([]);
});
