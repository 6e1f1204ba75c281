import { constantName, unusedName } from './constant-names';
import { withLiteralsOf } from './walk';
import { ChartFile, ConstStatement, LiteralExpression, literal, name as nameOf } from '../code';
import { namesOfStatements } from '../code/imports';

/** An image that occurs more than once becomes a constant above the class, so that its version is said once. */
export function withImageConstants(chart: ChartFile): ChartFile {
  const counts = new Map<string, number>();
  for (const statement of chart.statements) {
    withLiteralsOf(statement, (value, { key }) => {
      if (isImage(value, key)) counts.set(value.value, (counts.get(value.value) ?? 0) + 1);
      return value;
    });
  }
  const repeated = [...counts].filter(([, count]) => count > 1).map(([image]) => image);
  const used = namesOfStatements(chart.statements).map(({ text }) => text);
  const taken = new Set([chart.className, ...chart.constants.map(({ name }) => name), ...used]);
  const names = new Map(repeated.map((image) => {
    const name = unusedName(repeated.length === 1 ? 'IMAGE' : constantName(`${repositoryOf(image)} image`), taken);
    taken.add(name);
    return [image, name];
  }));
  const constants = [...names].map(([image, name]): ConstStatement => ({ kind: 'const', name, value: literal(image) }));
  const statements = chart.statements.map(statement => withLiteralsOf(statement, (value, { key }) =>
    isImage(value, key) && names.has(value.value) ? nameOf(names.get(value.value)!) : value));
  return { ...chart, constants: [...constants, ...chart.constants], statements };
}

function isImage(literalOf: LiteralExpression, key: string): literalOf is LiteralExpression & { readonly value: string } {
  return key === 'image' && typeof literalOf.value === 'string';
}

/** `rollup` of `registry.example.com:5000/shop/rollup:1.4.2@sha256:…`. */
function repositoryOf(image: string): string {
  return image.split('/').at(-1)!.split(/[:@]/)[0];
}
