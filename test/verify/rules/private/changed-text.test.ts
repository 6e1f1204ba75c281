import { ManifestSet, readText } from '../../../../src/manifest';
import { changedText } from '../../../../src/verify/rules/private/changed-text';

function changed(written: string, expected = 'a text'): unknown {
  const { objects: [object] } = new ManifestSet({ files: readText('a.yaml', `apiVersion: v1\nkind: ConfigMap\ndata: {a: ${written}}\n`).documents });
  return changedText(object, { fault: 'type', path: ['data', 'a'], expected, found: '' });
}

test('what is written as a text and read as something else', () => {
  expect([changed('yes'), changed('010')]).toEqual([{ path: ['data', 'a'], written: 'yes', read: true }, { path: ['data', 'a'], written: '010', read: 8 }]);
});

test.each(['true', '8', '[yes]', '{b: yes}'])('%s is no such', (written) => {
  expect(changed(written)).toBeUndefined();
});

test('where no text has to stand, nothing is changed', () => {
  expect(changed('010', 'true or false')).toBeUndefined();
});
