/** A column of cards, which all get its width. */
export interface Column {
  readonly left: number;
  readonly width: number;
}

/** The columns of a layout, by the middle that all in a column share. */
export class Columns {
  private readonly widths = new Map<number, number>();

  constructor(boxes: readonly { readonly x: number; readonly width: number }[]) {
    for (const { x, width } of boxes) this.widths.set(x, Math.max(width, this.widths.get(x) ?? 0));
  }

  /** The column with this middle; one without width where no card stands. */
  at(x: number): Column {
    const width = this.widths.get(x) ?? 0;
    return { left: x - width / 2, width };
  }
}
