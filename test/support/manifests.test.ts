import { parseManifests } from './manifests';

const configMap = (value: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { KEY: ${value} }\n`;

function keyOf(value: string): unknown {
  return parseManifests(configMap(value), 'a.yaml')[0].data.KEY;
}

describe('parseManifests', () => {
  test('a quoted value stays a string', () => {
    expect(keyOf('"true"')).toBe('true');
  });

  test('a bare yes is true, as kubectl reads it', () => {
    expect(keyOf('yes')).toBe(true);
  });

  test('a bare date stays a string', () => {
    expect(keyOf('2026-01-02')).toBe('2026-01-02');
  });

  test('a bare 1:30 stays a string', () => {
    expect(keyOf('1:30')).toBe('1:30');
  });

  test('all documents of a file are read, empty ones left out', () => {
    expect(parseManifests(`---\n# nothing\n---\n${configMap('a')}---\n${configMap('b')}---\n`, 'a.yaml')).toHaveLength(2);
  });

  test('a document without a kind is an error that names the file', () => {
    expect(() => parseManifests('apiVersion: v1\nmetadata: { name: a }', 'a.yaml')).toThrow('a.yaml: a document without');
  });

  test('broken YAML is an error that names the file', () => {
    expect(() => parseManifests('a: [', 'a.yaml')).toThrow('a.yaml: ');
  });
});
