import { readFileSync } from 'fs';
import { UsageError } from './errors';
import { SourceDocument } from '../manifest';
import { decodeText } from '../manifest/decode-text';

const BYTE_ORDER_MARK = '\ufeff';

/** A file as it lies on the disk. */
export interface OriginalText {
  readonly bytes: Buffer;

  /** The mark that the text begins with, which documents lack. */
  readonly mark: string;

  /** Whether its text can be written without a change of other bytes. */
  readonly isFaithful: boolean;
}

/** The bytes of the files that documents were read from. Refuses a file that has changed since. */
export function originalTexts(documents: readonly SourceDocument[]): ReadonlyMap<string, OriginalText> {
  const texts = new Map(documents.map(({ file, text }) => [file, text]));
  return new Map([...texts].map(([file, text]) => [file, originalText(file, text)]));
}

function originalText(file: string, text: string): OriginalText {
  const bytes = readFileSync(file);
  const decoded = decodeText(bytes) ?? '';
  const mark = decoded.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  if (decoded !== mark + text) throw new UsageError(`${file} was changed while this command ran; run it again`);
  return { bytes, mark, isFaithful: Buffer.from(decoded).equals(bytes) };
}
