/**
 * Reads bytes as kubectl does: UTF-8, in which U+FFFD replaces what is none, or UTF-16 behind its byte order mark. Undefined for bytes
 * that are no text.
 */
export function decodeText(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(0, bytes.length - bytes.length % 2)).swap16().toString('utf16le');
  return bytes.includes(0) ? undefined : bytes.toString('utf8');
}
