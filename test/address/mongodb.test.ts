import { KnownSecret } from '../../src/address/known-secret';
import { MongoDb } from '../../src/address/mongodb';
import { ValueSource } from '../../src/address/value-source';

const uri = KnownSecret.of({ name: 'credentials', keys: ['mongodb-url'] }).key('mongodb-url');

test('a cluster found by SRV is described as such, and needs DNS', () => {
  expect(MongoDb.of({ uri, srv: true, host: '*.mongodb.net' })).toMatchObject({ description: 'mongodb+srv://*.mongodb.net:27017', needsDns: true });
});
test('a server is described by its host', () => {
  expect(MongoDb.of({ uri, host: 'db.example.com', port: 27018 }).description).toBe('mongodb://db.example.com:27018');
});
test('outside the cluster it is port 27017 of public addresses', () => {
  const { egress } = MongoDb.of({ uri, host: 'db.example.com' });
  expect([egress[0].peers[0].cidr, egress[0].ports]).toEqual(['0.0.0.0/0', [{ port: 27017 }]]);
});
test('in the cluster it is the pods of the Service', () => {
  expect(MongoDb.of({ uri, service: 'mongodb', namespace: 'data' }).egress).toEqual([{ peers: [{ namespace: 'data' }], ports: [{ port: 27017 }] }]);
});
test('the URL is known to the Secret alone', () => expect(MongoDb.of({ uri, host: 'db.example.com' }).url).toBeUndefined());
test('MONGODB_URI comes from the Secret', () => {
  expect(MongoDb.of({ uri, host: 'db.example.com' }).variables).toEqual([{ name: 'MONGODB_URI', source: ValueSource.secretKey(uri) }]);
});
test('the variable can have another name', () => {
  expect(MongoDb.of({ uri, host: 'db.example.com', env: 'MONGO' }).variables[0].name).toBe('MONGO');
});
test('SRV for a Service is refused', () => {
  expect(() => MongoDb.of({ uri, srv: true, service: 'mongodb', namespace: 'data' })).toThrow('srv needs a host outside the cluster');
});
