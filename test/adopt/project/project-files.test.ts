import { adoptSet } from '../../../src/adopt/map';
import { sourceFiles } from '../../../src/adopt/project';
import { synthesize } from '../../../src/adopt/proof/synthesize';
import { ManifestSet, readText } from '../../../src/manifest';
import { verify } from '../../../src/verify';
import { TOOLCHAIN } from '../support/toolchain';

/** The files for folders that hold a ConfigMap each, which has a text of several lines under the key of the same name. */
function filesFor(folders: readonly string[]): ReadonlyMap<string, string> {
  const files = folders.flatMap((folder, i) => readText(`${folder}/a.yaml`, `apiVersion: v1
kind: ConfigMap
metadata: { name: settings-${i}, namespace: shop }
data: { MODE: fast, "${folder}": "a\\nb\\nc\\n" }
`).documents);
  return sourceFiles(adoptSet(verify(new ManifestSet({ files }))));
}

test.each([
  ['the file of the app', ['main', 'shop']],
  ['words parted otherwise', ['a-b', 'ab']],
  ['words parted otherwise, thrice', ['a-b-c', 'ab-c', 'a-bc', 'abc']],
  ['a number', ['x-1', 'x1']],
  ['a global of JavaScript', ['object', 'map']],
  ['a class of the library', ['chart', 'app-config', 'construct', 'app']],
  ['a constant', ['x', 'y-z']],
  ['one that is given to another', ['chart-system', 'chart']],
])('each folder gets a class that renders its objects, where its name is that of %s', (_, folders) => {
  const { yaml } = synthesize(filesFor(folders), TOOLCHAIN);
  expect([...yaml.matchAll(/name: (settings-\d)/g)].map(([, name]) => name).sort()).toEqual(folders.map((__, i) => `settings-${i}`));
});

test.each([
  [['main'], ['main.ts', 'main-system.ts']],
  [['x-1-2', 'x12', 'x-12'], ['main.ts', 'x12.ts', 'x12-system.ts', 'x12-system2.ts']],
  [['quotes', 'prices'], ['main.ts', 'quotes.ts', 'prices.ts']],
])('the files for %j are %j', (folders, expected) => {
  expect([...filesFor(folders).keys()]).toEqual(expected);
});

test('two charts of one class are an error, and no file that is lost', () => {
  const chart = { className: 'Shop', id: 'shop', constants: [], statements: [] };
  const app = { charts: [chart, { ...chart, id: 'other' }], covered: [], kept: [], departures: [], added: [], decisions: [] };
  expect(() => sourceFiles(app)).toThrow('two files of the app would be named shop.ts');
});
