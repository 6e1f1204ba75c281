import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { originalTexts } from '../../src/cli/original-texts';
import { readText } from '../../src/manifest';

let file: string;

beforeEach(() => { file = join(mkdtempSync(join(tmpdir(), 'original-')), 'a.yaml'); });
afterEach(() => rmSync(join(file, '..'), { recursive: true }));

/** What is known of a file with this content, of which this text was read. */
function original(content: string | Buffer, read: string) {
  writeFileSync(file, content);
  return originalTexts(readText(file, read).documents).get(file);
}

test('a text without a mark is faithful', () => {
  expect(original('a: b\n', 'a: b\n')).toEqual({ bytes: Buffer.from('a: b\n'), mark: '', isFaithful: true });
});

test('a byte order mark is kept apart', () => {
  expect(original('\ufeffa: b\n', '\ufeffa: b\n')).toMatchObject({ mark: '\ufeff', isFaithful: true });
});

test('bytes that are no UTF-8 make a text unfaithful', () => {
  expect(original(Buffer.from([0x61, 0x3a, 0x20, 0xff]), 'a: \ufffd')).toMatchObject({ isFaithful: false });
});

test('UTF-16 makes a text unfaithful', () => {
  expect(original(Buffer.from('\ufeffa: b\n', 'utf16le'), '\ufeffa: b\n')).toMatchObject({ isFaithful: false });
});

test.each(['a: c\n', Buffer.from([0, 1])])('a file that was changed after it was read is refused', (content) => {
  expect(() => original(content, 'a: b\n')).toThrow(`${file} was changed while this command ran; run it again`);
});
