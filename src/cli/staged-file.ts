import { chmodSync, chownSync, renameSync, rmSync, Stats, statSync, writeFileSync } from 'fs';

/** A new content of a file that lies beside it until it takes its place, so that the file is there whole or not at all. */
export class StagedFile {
  private readonly temporary: string;

  /**
   * Writes the content beside the file.
   * @param present  what is known of the file, whose mode the new content gets, and whose owner and group where the system permits it; undefined where there is none
   */
  constructor(private readonly file: string, text: string, present: Stats | undefined) {
    this.temporary = `${file}.${process.pid}.tmp`;
    try {
      writeFileSync(this.temporary, text);
      if (!present) return;
      this.own(present);
      // Last, since a change of the owner takes bits of the mode away.
      chmodSync(this.temporary, present.mode);
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

  /** Only root gives files away; their group can be one of those of the user. */
  private own({ uid, gid }: Stats): void {
    const made = statSync(this.temporary);
    for (const owner of [uid, made.uid]) {
      if (owner === made.uid && gid === made.gid) return;
      try {
        return chownSync(this.temporary, owner, gid);
      } catch {
        continue;
      }
    }
  }
}
