import { KnownSecret } from '../../src/address/known-secret';
import { MySql } from '../../src/address/mysql';
import { ValueSource } from '../../src/address/value-source';

const uri = KnownSecret.of({ name: 'credentials', keys: ['MYSQL_URI'] }).key('MYSQL_URI');

test('outside the cluster it is port 3306 of public addresses', () => {
  const mysql = MySql.of({ uri, host: '*.mysql.dbaas.com.br' });
  expect([mysql.description, mysql.inCluster, mysql.egress[0].ports]).toEqual(['mysql://*.mysql.dbaas.com.br:3306', false, [{ port: 3306 }]]);
});
test('in the cluster it is the pods of the Service', () => {
  const mysql = MySql.of({ uri, service: 'mysql', namespace: 'data', port: 3307 });
  expect([mysql.description, mysql.egress]).toEqual([
    'mysql://mysql.data.svc.cluster.local:3307', [{ peers: [{ namespace: 'data' }], ports: [{ port: 3307 }] }],
  ]);
});
test('the URL is known to the Secret alone', () => expect(MySql.of({ uri, host: 'db.example.com' }).url).toBeUndefined());
test('MYSQL_URI comes from the Secret', () => {
  expect(MySql.of({ uri, host: 'db.example.com' }).variables).toEqual([{ name: 'MYSQL_URI', source: ValueSource.secretKey(uri) }]);
});
test('the variable can have another name', () => expect(MySql.of({ uri, host: 'db.example.com', env: 'DB_URI' }).variables[0].name).toBe('DB_URI'));
