import { Names, variableName } from './identifiers';
import { CallExpression, ConstStatement, Expression, name, NameExpression, Statement } from '../code';
import { withParts } from '../code/parts';

const CLASSES = new Set(['ExternalHost', 'HttpsApi', 'NatsServer', 'OtlpCollector', 'Redis', 'ServiceEndpoint']);

/** Code whose endpoints have names where they occur more than once. */
export interface SharedEndpoints {
  readonly constants: readonly ConstStatement[];
  readonly statements: readonly Statement[];
}

/** The code with each endpoint that occurs more than once as a constant. */
export function withSharedEndpoints(statements: readonly Statement[], variables: Names): SharedEndpoints {
  const counts = new Map<string, { readonly call: EndpointCall; count: number }>();
  const count = (call: EndpointCall) => {
    const key = JSON.stringify(call);
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { call, count: 1 });
    return call;
  };
  statements.forEach(statement => inStatement(statement, count));
  const names = new Map([...counts].filter(([, { count: times }]) => times > 1).map(([key, { call }]) => [key, variables.take(...namesFor(call))]));
  const named = (call: EndpointCall) => {
    const constant = names.get(JSON.stringify(call));
    return constant === undefined ? call : name(constant);
  };
  return {
    constants: [...names].map(([key, constant]) => ({ kind: 'const', name: constant, value: counts.get(key)!.call })),
    statements: statements.map(statement => inStatement(statement, named)),
  };
}

function namesFor({ target, args: [props] }: EndpointCall): string[] {
  const named = props.kind === 'object' ? props.entries.find(({ key }) => key === 'service')?.value : props;
  const text = named?.kind === 'literal' ? variableName(`${named.value}`) : undefined;
  const names = text ? [text, `${text}Endpoint`] : [variableName(target.text)];
  return target.text === 'NatsServer' ? ['nats', ...names] : names;
}

/** A call of a class of the library. */
type EndpointCall = CallExpression & { readonly target: NameExpression };

type Visit = (call: EndpointCall) => Expression;

function inStatement(statement: Statement, visit: Visit): Statement {
  if (statement.kind !== 'const' && statement.kind !== 'expression') return statement;
  return { ...statement, value: inExpression(statement.value, visit) };
}

function inExpression(expression: Expression, visit: Visit): Expression {
  return isEndpoint(expression) ? visit(expression) : withParts(expression, part => inExpression(part, visit));
}

function isEndpoint(expression: Expression): expression is EndpointCall {
  if (expression.kind !== 'call') return false;
  const { target } = expression;
  return target?.kind === 'name' && target.from === 'cdk8s-petrosa' && CLASSES.has(target.text);
}
