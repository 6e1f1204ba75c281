import {
  ArrayExpression,
  CallExpression,
  Expression,
  LiteralExpression,
  Module,
  NameExpression,
  NewExpression,
  ObjectEntry,
  ObjectExpression,
  TemplateExpression,
} from './expression';
import { Json } from '../../manifest';

/** The expression that evaluates to a value. */
export function literal(value: null | boolean | number | string): LiteralExpression;
export function literal(value: Json): Expression;
export function literal(value: Json): Expression {
  if (Array.isArray(value)) return array(value.map(item => literal(item)));
  if (typeof value !== 'object' || value === null) return { kind: 'literal', value: value as null | boolean | number | string };
  const entries = Object.entries(value).flatMap(([key, field]) => field === undefined ? [] : [{ key, value: literal(field as Json) }]);
  return { kind: 'object', entries };
}

/** A text with values in it. */
export function template(...parts: readonly (string | Expression)[]): TemplateExpression {
  return { kind: 'template', parts };
}

/** An object of fields in their order; those that are undefined are left out. */
export function object(fields: Readonly<Record<string, Expression | undefined>>): ObjectExpression {
  const entries = Object.entries(fields).flatMap(([key, value]): ObjectEntry[] => value === undefined ? [] : [{ key, value }]);
  return { kind: 'object', entries };
}

/** A list of values. */
export function array(values: readonly Expression[]): ArrayExpression {
  return { kind: 'array', items: values.map(value => ({ value })) };
}

/** A name of the same file. */
export function name(text: string): NameExpression {
  return { kind: 'name', text };
}

/** A name of a module: `imported('cdk8s-petrosa', 'NatsServer')`, `imported('cdk8s-plus-28', 'EnvValue')`. */
export function imported(from: Module, text: string): NameExpression {
  return { kind: 'name', text, from };
}

/** A call of a method, or of a function where the target is undefined. */
export function call(target: Expression | undefined, method: string, ...args: readonly Expression[]): CallExpression {
  return { kind: 'call', target, method, args };
}

/** An instance of a class. */
export function instance(of: NameExpression, ...args: readonly Expression[]): NewExpression {
  return { kind: 'new', class: of, args };
}
