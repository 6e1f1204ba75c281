import { ManifestObject, ManifestSet, readText } from '../../../../src/manifest';
import { leakedArguments } from '../../../../src/verify/rules/private/leaked-arguments';

const [object]: readonly ManifestObject[] = new ManifestSet({ files: readText('a.yaml', 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\n').documents }).objects;
const leaked = (words: readonly string[]) => leakedArguments(words.map(text => ({ text, place: object.at() }))).map(({ word, leaked: { what } }) => `${word.text}: ${what}`);

test.each([
  [['--password', 'Winter2024'], 'Winter2024: is a credential by its name'],
  [['-pass', 'Winter2024'], 'Winter2024: is a credential by its name'],
  [['--token=q8Zt4xLm'], '--token=q8Zt4xLm: is a token by its name'],
  [['--token', 'q8Zt4xLm'], 'q8Zt4xLm: is a token by its name'],
  [['/usr/bin/mysqldump', '-pWinter'], '-pWinter: is a password for MySQL'],
  [['sh', '-c', 'mysql -uroot -pWinter db'], 'mysql -uroot -pWinter db: holds a password for MySQL'],
  [['sh', '-c', 'app --password Winter2024'], 'app --password Winter2024: holds a credential by the name of a flag'],
  [['sh', '-c', 'export NATS_TOKEN=q8Zt4x; app'], 'export NATS_TOKEN=q8Zt4x; app: assigns a password or secret'],
])('%j hold one', (words, found) => {
  expect(leaked(words)).toEqual([found]);
});

test.each([
  [['--password', '$(PASSWORD)']],
  [['--password', '--verbose']],
  [['--password=$(PASSWORD)', 'orders']],
  [['--password-file', '/run/secrets/password']],
  [['--no-password', 'backup']],
  [['psql', '--password', 'orders']],
  [['sh', '-c', 'psql --password orders']],
  [['mysql', '-p']],
  [['mysql', '-p$(PASSWORD)']],
  [['sh', '-c', 'mysql -p"$PASSWORD" db']],
  [['ssh', '-p2222']],
  [['sh', '-c', '# mysql://user:password@host/db\necho done']],
  [['curl', '-H', 'Authorization: Bearer $(TOKEN)']],
])('%j hold none', words => {
  expect(leaked(words)).toEqual([]);
});

// bench/patterns.ts measures how the time grows.
test.each(['a', '--a ', '--a=b ', 'mysql ', ' -p', 'psql '])('100 kB of %j hold none', (unit) => {
  expect(leaked([unit.repeat(100_000 / unit.length)])).toEqual([]);
});
