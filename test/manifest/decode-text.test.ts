import { decodeText } from '../../src/manifest/decode-text';

test('UTF-8 is read as it is', () => {
  expect(decodeText(Buffer.from('a: é😀'))).toBe('a: é😀');
});

test('UTF-16 with a byte order mark is read, as kubectl does', () => {
  const text = '\ufeffa: é';
  const little = Buffer.from(text, 'utf16le');
  expect([decodeText(little), decodeText(Buffer.from(little).swap16())]).toEqual([text, text]);
});

test('half a character at the end of UTF-16 is left out', () => {
  expect(decodeText(Buffer.concat([Buffer.from('\ufeffab', 'utf16le').swap16(), Buffer.from([0])]))).toBe('\ufeffab');
});

test('a zero byte makes a file binary', () => {
  expect(decodeText(Buffer.from([0x61, 0, 0x62]))).toBeUndefined();
});

test('a byte that is no UTF-8 is replaced', () => {
  expect(decodeText(Buffer.from([0x61, 0x0a, 0xff, 0x62]))).toBe('a\n\ufffdb');
});
