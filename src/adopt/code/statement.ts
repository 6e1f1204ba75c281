import { Expression, NameExpression } from './expression';

/** A statement of generated code. A `blank` line parts paragraphs; several in a row, and those at an end, are one or none. */
export type Statement = ConstStatement | ExpressionStatement | ForStatement | BlankStatement;

/** `const name = value;` */
export interface ConstStatement {
  readonly kind: 'const';
  readonly name: string;
  readonly value: Expression;

  /** Lines above, without `//`. */
  readonly comments?: readonly string[];
}

/** `value;` */
export interface ExpressionStatement {
  readonly kind: 'expression';
  readonly value: Expression;

  /** Lines above, without `//`. */
  readonly comments?: readonly string[];
}

/** `for (const { name, schedule } of JOBS) { … }` */
export interface ForStatement {
  readonly kind: 'for';

  /** The fields of a row that the body names. */
  readonly each: readonly string[];
  readonly of: NameExpression;
  readonly body: readonly Statement[];

  /** Lines above, without `//`. */
  readonly comments?: readonly string[];
}

/** An empty line. */
export interface BlankStatement {
  readonly kind: 'blank';
}

/** A file with the class of a chart. */
export interface ChartFile {
  /** Of the class, which is named in the style of `TaBot`; the file is `ta-bot.ts`. */
  readonly className: string;

  /** The construct id of the chart. */
  readonly id: string;
  readonly namespace?: string;

  /** Above the class. */
  readonly constants: readonly ConstStatement[];

  /** The body of the constructor behind `super`; `this` is the scope of constructs. */
  readonly statements: readonly Statement[];
}
