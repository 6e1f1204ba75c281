/** A module that generated code imports from: a package, or another file of the app such as `./platform`. */
export type Module = 'cdk8s' | 'cdk8s-petrosa' | 'cdk8s-plus-28' | 'constructs' | `./${string}`;

/** An expression of generated code. What a tree holds is printed as written. */
export type Expression =
  | LiteralExpression
  | TemplateExpression
  | ObjectExpression
  | ArrayExpression
  | NameExpression
  | CallExpression
  | NewExpression;

/** A scalar. Objects and lists of the YAML become expressions of their own, by `literal`. */
export interface LiteralExpression {
  readonly kind: 'literal';
  readonly value: null | boolean | number | string;
}

/** A text with values in it: `${name}-hpa`. */
export interface TemplateExpression {
  readonly kind: 'template';
  readonly parts: readonly (string | Expression)[];
}

/** An object, in the order of its entries. */
export interface ObjectExpression {
  readonly kind: 'object';

  /** Another object, whose members stand before the entries: `{ ...nats, variables: [] }`. */
  readonly spread?: Expression;
  readonly entries: readonly ObjectEntry[];
}

/** A key and its value. */
export interface ObjectEntry {
  readonly key: string;
  readonly value: Expression;

  /** Lines above the entry, without `//`. */
  readonly comments?: readonly string[];
}

/** A list. */
export interface ArrayExpression {
  readonly kind: 'array';
  readonly items: readonly ArrayItem[];
}

/** A member of a list. */
export interface ArrayItem {
  readonly value: Expression;

  /** Lines above the member, without `//`. */
  readonly comments?: readonly string[];
}

/** A name, or members of one: `this`, `config`, `this.commonConfig`. */
export interface NameExpression {
  readonly kind: 'name';
  readonly text: string;

  /** Where the first part of the name is imported from. Names of `cdk8s-plus-28` are printed behind `kplus.`. */
  readonly from?: Module;
}

/** A call of a method, or of a function where there is no target. */
export interface CallExpression {
  readonly kind: 'call';
  readonly target?: Expression;
  readonly method: string;
  readonly args: readonly Expression[];
}

/** An instance of a class. */
export interface NewExpression {
  readonly kind: 'new';
  readonly class: NameExpression;
  readonly args: readonly Expression[];
}
