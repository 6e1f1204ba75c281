import { chmodSync, renameSync, rmSync, writeFileSync } from 'fs';

/** A new content of a file that lies beside it until it takes its place, so that the file is there whole or not at all. */
export class StagedFile {
  private readonly temporary: string;

  /** Writes the content beside the file. */
  constructor(private readonly file: string, text: string, mode: number | undefined) {
    this.temporary = `${file}.${process.pid}.tmp`;
    try {
      writeFileSync(this.temporary, text);
      if (mode !== undefined) chmodSync(this.temporary, mode);
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  /** Puts the content in the place of the file. */
  commit(): void {
    try {
      renameSync(this.temporary, this.file);
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  /** Takes the content away, where it has not taken its place. */
  discard(): void {
    rmSync(this.temporary, { force: true });
  }
}
