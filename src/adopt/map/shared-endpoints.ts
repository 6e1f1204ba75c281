import { Names, variableName } from './identifiers';
import { CallExpression, ConstStatement, Expression, name, Statement } from '../code';

const CLASSES = new Set(['ExternalHost', 'HttpsApi', 'MongoDb', 'MySql', 'NatsServer', 'OtlpCollector', 'Redis', 'ServiceEndpoint']);

/** Code whose endpoints have names where they occur more than once. */
export interface SharedEndpoints {
  readonly constants: readonly ConstStatement[];
  readonly statements: readonly Statement[];
}

/** The code with each endpoint that occurs more than once as a constant. */
export function withSharedEndpoints(statements: readonly Statement[], variables: Names): SharedEndpoints {
  const counts = new Map<string, { readonly call: CallExpression; count: number }>();
  const count = (call: CallExpression) => {
    const key = JSON.stringify(call);
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { call, count: 1 });
    return call;
  };
  statements.forEach(statement => inStatement(statement, count));
  const names = new Map([...counts].filter(([, { count: times }]) => times > 1).map(([key, { call }]) => [key, variables.take(...namesFor(call))]));
  const named = (call: CallExpression) => {
    const constant = names.get(JSON.stringify(call));
    return constant === undefined ? call : name(constant);
  };
  return {
    constants: [...names].map(([key, constant]) => ({ kind: 'const', name: constant, value: counts.get(key)!.call })),
    statements: statements.map(statement => inStatement(statement, named)),
  };
}

function namesFor({ target, args }: CallExpression): string[] {
  const [props] = args;
  const named = props?.kind === 'literal' ? props : props?.kind === 'object' ? fieldOf(props, 'service') : undefined;
  const ofClass = target?.kind === 'name' ? target.text : 'endpoint';
  const text = named?.kind === 'literal' && typeof named.value === 'string' ? variableName(named.value) : undefined;
  if (ofClass === 'NatsServer') return ['nats', ...text ? [text] : []];
  return text ? [text, `${text}Endpoint`] : [variableName(ofClass)];
}

function fieldOf(props: Expression, key: string): Expression | undefined {
  if (props.kind !== 'object') return undefined;
  const entry = props.entries.find(one => 'key' in one && one.key === key);
  return entry && 'value' in entry ? entry.value : undefined;
}

type Visit = (call: CallExpression) => Expression;

function inStatement(statement: Statement, visit: Visit): Statement {
  if (statement.kind !== 'const' && statement.kind !== 'expression') return statement;
  return { ...statement, value: inExpression(statement.value, visit) };
}

function inExpression(expression: Expression, visit: Visit): Expression {
  switch (expression.kind) {
    case 'object':
      return { ...expression, entries: expression.entries.map(entry => 'key' in entry ? { ...entry, value: inExpression(entry.value, visit) } : entry) };
    case 'array':
      return { ...expression, items: expression.items.map(item => ({ ...item, value: inExpression(item.value, visit) })) };
    case 'new':
      return { ...expression, args: expression.args.map(arg => inExpression(arg, visit)) };
    case 'call':
      return isEndpoint(expression) ? visit(expression) : {
        ...expression,
        target: expression.target && inExpression(expression.target, visit),
        args: expression.args.map(arg => inExpression(arg, visit)),
      };
    default:
      return expression;
  }
}

function isEndpoint({ target }: CallExpression): boolean {
  return target?.kind === 'name' && target.from === 'cdk8s-petrosa' && CLASSES.has(target.text);
}
