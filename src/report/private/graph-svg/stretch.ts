/** Makes room across a whole drawing: what lies at or below a cut moves down. Nothing comes nearer to what is above it. */
export class Stretch {
  private readonly cuts: readonly number[];

  constructor(cuts: readonly number[], private readonly room: number) {
    this.cuts = [...cuts].sort((a, b) => a - b);
  }

  /** The new height of what was at this one. */
  of(y: number): number {
    return y + this.room * this.cuts.filter(cut => cut <= y).length;
  }
}
