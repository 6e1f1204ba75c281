import { Expression, NameExpression } from './expression';

/** A statement of generated code. A `blank` line parts paragraphs; several in a row, and those at an end, are one or none. */
export type Statement = ConstStatement | ExpressionStatement | CommentStatement | ForStatement | BlankStatement;

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

/** Lines that stand for themselves, without `//`. */
export interface CommentStatement {
  readonly kind: 'comment';
  readonly comments: readonly string[];
}

/** `for (const { name, schedule } of JOBS) { … }`, or `for (const name of NAMES) { … }` */
export interface ForStatement {
  readonly kind: 'for';

  /** The fields of a row that the body names, or the name of a row. */
  readonly each: string | readonly string[];
  readonly of: Expression;
  readonly body: readonly Statement[];

  /** Lines above, without `//`. */
  readonly comments?: readonly string[];
}

/** An empty line. */
export interface BlankStatement {
  readonly kind: 'blank';
}

/** A private method of a chart without parameters; the constructor calls the methods in their order, after its own statements. */
export interface Method {
  /** Such as `makeBot`. */
  readonly name: string;
  readonly statements: readonly Statement[];
}

/** A parameter of a chart's constructor behind `scope`. */
export interface Parameter {
  readonly name: string;
  readonly type: NameExpression;

  /** Whether methods use it, as `this.name`. */
  readonly field?: boolean;
}

/** A file with the class of a chart. */
export interface ChartFile {
  /** Of the class, which is named in the style of `TaBot`; the file is `ta-bot.ts`. */
  readonly className: string;

  /** The construct id of the chart. */
  readonly id: string;
  readonly namespace?: string;

  /** Lines of the docstring of the class, without `/**`. */
  readonly comments: readonly string[];

  /** Above the class. */
  readonly constants: readonly ConstStatement[];
  readonly parameters: readonly Parameter[];

  /** What `main.ts` gives for the parameters: names of `main.ts`, such as `platform`, or expressions. */
  readonly args: readonly Expression[];

  /** The body of the constructor behind `super`; `this` is the scope of constructs. */
  readonly statements: readonly Statement[];
  readonly methods: readonly Method[];
}

/** A file of values that several charts share: `export const NATS = …`. */
export interface ValuesFile {
  /** Without `.ts`: `platform`. */
  readonly name: string;
  readonly comments: readonly string[];
  readonly constants: readonly ConstStatement[];
}
