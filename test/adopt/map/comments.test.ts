import { literal } from '../../../src/adopt/code';
import { withSettledComments } from '../../../src/adopt/map/settled-comments';
import { commentsOf } from '../../../src/adopt/map/source-comments';
import { ManifestSet, readText } from '../../../src/manifest';
import { body } from '../support/adopted';

/** The code of an object of a kind that no construct covers, with some fields in its spec. */
const widget = (spec: string): string => body(`apiVersion: example.com/v1
kind: Widget
metadata: { name: w, namespace: shop }
spec:
${spec.replace(/^/gm, '  ')}
`).replace(/^[^]*? {2}spec: /, '').replace(/,\n\}\);$/, '').replace(/\n\s*/g, '\n');

const lines = (...texts: readonly string[]): string => texts.join('\n');

const NAMESPACE = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n';

describe('a comment', () => {
  it.each([
    ['behind a value', 'size: 1 # litres', ['{', '// litres', 'size: 1,', '}']],
    ['behind the key of a map', 'box: # of wood\n  size: 1', ['{', '// of wood', 'box: { size: 1 },', '}']],
    ['behind the key of a list', 'boxes: # of wood\n  - 1', ['{', '// of wood', 'boxes: [1],', '}']],
    ['behind a map on one line', 'box: { size: 1 } # of wood', ['{', '// of wood', 'box: { size: 1 },', '}']],
    ['behind the sign of a block of text', 'note: | # for all\n  hello', ['{', '// for all', "note: 'hello\\n',", '}']],
    ['behind a text on two lines', 'note: "hello\n  you" # for all', ['{', '// for all', "note: 'hello you',", '}']],
    ['behind a text without quotes on two lines', 'note: hello\n  you # for all', ['{', '// for all', "note: 'hello you',", '}']],
    ['behind the first field of an item', 'boxes:\n  - size: 1 # litre\n    depth: 2', ['{', 'boxes: [', '// litre', '{ size: 1, depth: 2 },', '],', '}']],
    ['behind a further field of an item', 'boxes:\n  - size: 1\n    depth: 2 # deep', ['{', 'boxes: [{', 'size: 1,', '// deep', 'depth: 2,', '}],', '}']],
    ['behind an item on one line', 'boxes:\n  - { size: 1 } # litre', ['{', 'boxes: [', '// litre', '{ size: 1 },', '],', '}']],
    ['behind an item that is a text', 'words:\n  - a # first\n  - b', ['{', 'words: [', '// first', "'a',", "'b',", '],', '}']],
    ['above an item that is a text', 'words:\n  - a\n  # second\n  - b', ['{', 'words: [', "'a',", '// second', "'b',", '],', '}']],
    ['above and behind a field', '# all\nsize: 1 # litres', ['{', '// all', '// litres', 'size: 1,', '}']],
    ['behind the sign of a block of text below its key', 'note:\n  | # for all\n  hello', ['{', '// for all', "note: 'hello\\n',", '}']],
    ['behind the end of a map in brackets', 'box: {\n  size: 1\n} # of wood\ncup: 1', ['{', '// of wood', 'box: { size: 1 },', 'cup: 1,', '}']],
    ['behind the dash of an item', 'boxes:\n  - # of wood\n    size: 1', ['{', 'boxes: [', '// of wood', '{ size: 1 },', '],', '}']],
    ['behind a dash below a block of text', 'boxes:\n  - |\n    hello\n  - # of wood\n    size: 1',
      ['{', 'boxes: [', "'hello\\n',", '// of wood', '{ size: 1 },', '],', '}']],
    ['behind several fields of a line', 'box: {\n  size: 1, depth: 2, # small\n  width: 3 }', ['{', 'box: {', '// small', 'size: 1,', 'depth: 2,', 'width: 3,', '},', '}']],
    ['above an empty line', '# litres\n\nsize: 1', ['{', '// litres', 'size: 1,', '}']],
    ['at the end of a map', 'box:\n  size: 1\n  # depth: 2\ncup: 1', ['{', '// depth: 2', 'box: { size: 1 },', 'cup: 1,', '}']],
    ['below an item', 'boxes:\n  - size: 1\n    # depth: 2\n  - size: 2', ['{', 'boxes: [', '// depth: 2', '{ size: 1 },', '{ size: 2 },', '],', '}']],
    ['below a list', 'boxes:\n  - 1\n  # - 2\ncup: 1', ['{', '// - 2', 'boxes: [1],', 'cup: 1,', '}']],
    ['in a map that others are made of', 'box: &box\n  # litres\n  size: 1\ncup: *box', ['{', 'box: {', '// litres', 'size: 1,', '},', 'cup: { size: 1 },', '}']],
    ['behind what a map is made of', 'box: &box { size: 1 }\ncup:\n  <<: *box # as wide', ['{', 'box: { size: 1 },', '// ["<<"]: as wide', 'cup: { size: 1 },', '}']],
    ['in a list in a list', 'grid:\n  - - 1 # one\n    - 2', ['{', 'grid: [', '// one', '[1, 2],', '],', '}']],
  ])('%s stands above what it is about', (_, yaml, code) => {
    expect(widget(yaml)).toBe(lines(...code));
  });

  it('that is a line of a block of text is none', () => {
    expect(widget('note: |\n  hello\n  # you\nsize: 1')).toBe("{ note: 'hello\\n# you\\n', size: 1 }");
  });

  it('that is a part of a text is none', () => {
    expect(widget('note: "hello # you"')).toBe("{ note: 'hello # you' }");
  });

  it('behind the end of a block of text is that of the next field', () => {
    expect(widget('note: |\n  hello\nsize: 1 # litres')).toBe(lines('{', "note: 'hello\\n',", '// litres', 'size: 1,', '}'));
  });

  it.each([
    ['in the first document', ''],
    ['in a later document', `${NAMESPACE}---\n`],
  ])('of an object stands above the object, wherever that is: %s', (_, before) => {
    const code = body(`${before}# What we sell\nkind: Widget # of wood\napiVersion: example.com/v1\nmetadata: { name: w, namespace: shop }\n`);
    expect(code).toContain("// What we sell\n// of wood\nnew ApiObject(this, 'widget', { kind: 'Widget',");
  });

  it.each([
    ['with a directive', '# What we sell\n%YAML 1.1\n---\n'],
    ['with a byte order mark', '\ufeff# What we sell\n'],
    ['behind another, with a byte order mark', `${NAMESPACE}---\n\ufeff# What we sell\n`],
    ['behind another, with a byte order mark before its border', `${NAMESPACE}\ufeff---\n# What we sell\n`],
  ])('of a file %s stands above its object', (_, head) => {
    expect(body(`${head}# of wood\napiVersion: example.com/v1\nkind: Widget\nmetadata: { name: w, namespace: shop }\n`))
      .toContain("// What we sell\n// of wood\nnew ApiObject(this, 'widget',");
  });

  it('of an object of a List stands above the object', () => {
    expect(body('apiVersion: v1\nkind: List\nitems:\n  # What we sell\n  - apiVersion: example.com/v1\n    kind: Widget\n    metadata: { name: w, namespace: shop }\n'))
      .toMatch(/^\/\/ What we sell\nnew ApiObject/);
  });
});

describe('comments of a workload', () => {
  const code = body(`apiVersion: apps/v1
kind: Deployment
metadata:
  name: rates # of currencies
  namespace: shop
spec:
  replicas: 3 # one a zone
  selector: { matchLabels: { app: rates } }
  template:
    metadata: { labels: { app: rates } }
    spec:
      priorityClassName: high # since others wait
      affinity: # of the zones
        podAntiAffinity: {}
      volumes: [{ name: cache, emptyDir: {} }]
      containers:
        - name: main # the program
          image: shop/rates:1.0.0
          ports:
            - containerPort: 8080 # for people
              name: http # the name of the Service
          env:
            - name: MODE # how fast
              value: slow # for now
            - name: PASSWORD # of the database
              value: hunter2hunter2
          resources:
            requests: { cpu: 100m }
            limits:
              cpu: 500m # seen at most
          livenessProbe:
            httpGet: { path: /live, port: 8080 }
            periodSeconds: 5 # often
          volumeMounts:
            - name: cache # of quotes
              mountPath: /cache
---
apiVersion: v1
kind: Service
metadata: { name: rates, namespace: shop }
spec:
  selector: { app: rates }
  ports:
    - port: 80 # for all
      targetPort: 8080
`);

  it.each([
    ['its name', "// of currencies\n    name: 'rates',"],
    ['a field', '// one a zone\n  replicas: 3,'],
    ['a field of its pods', "// since others wait\n  priorityClassName: 'high',"],
    ['a container', "// the program\n    {\n      name: 'main',"],
    ['a port, with those in it', "// for people\n        // the name of the Service\n        { name: 'http', number: 8080 },"],
    ['a variable, with those in it', "// how fast\n        // for now\n        MODE: kplus.EnvValue.fromValue('slow'),"],
    ['a variable that a patch adds', "/env/-', {\n    // of the database\n    name: 'PASSWORD',"],
    ['a field that a patch adds', "/affinity', {\n    // of the zones\n    podAntiAffinity: {},"],
    ['an amount', '// seen at most\n        cpu: {'],
    ['a field of a probe', '// often\n        periodSeconds: Duration.seconds(5),'],
    ['a mount', "// of quotes\n        { path: '/cache',"],
    ['a port of its Service', '// for all\n    { port: 80, targetPort: 8080 },'],
  ])('stand at %s', (_, text) => {
    expect(code).toContain(text);
  });
});

describe('a comment of a list of objects', () => {
  const code = body(`# All we sell
apiVersion: v1
kind: List # in order
items:
  # the box
  - apiVersion: example.com/v1
    kind: Box # of wood
    metadata: { name: b, namespace: shop }
  - apiVersion: example.com/v1
    kind: Cup
    metadata:
      name: c
      namespace: shop # of ours
    # for tea
  # no more
`);

  it('stands above its first object', () => {
    expect(code).toMatch(/^\/\/ All we sell\n\/\/ in order\n\/\/ no more\n\/\/ the box\nnew ApiObject\(this, 'box',/);
  });

  it('names its field from its object, where it is in one', () => {
    expect(code).toContain('// namespace: of ours\n  metadata: {');
  });

  it('stands with the object that it belongs to, where it is in one', () => {
    expect(code).toContain("\n// for tea\nnew ApiObject(this, 'cup',");
  });
});

describe('a comment with what ends a line of code', () => {
  it.each(['\r', '\u2028', '\u2029'])('is several lines: %j', (end) => {
    expect(widget(`size: 1 # litres${end}process.exit()`)).toBe(lines('{', '// litres', '//   process.exit()', 'size: 1,', '}'));
  });
});

describe('comments of an object that has no statement', () => {
  const { documents } = readText('k8s.yaml', `apiVersion: v1
kind: Service
metadata: { name: a } # first
---
# of b
apiVersion: v1
kind: Service
metadata: { name: b }
spec: {} # second
`);
  const { objects } = new ManifestSet({ files: documents });

  it('stand where any other object has its own', () => {
    const statement = { kind: 'expression', value: literal(1), comments: commentsOf(objects[0], []) } as const;
    expect(withSettledComments([statement], objects)).toEqual([{ ...statement, comments: ['of b', 'metadata: first', 'spec: second'] }]);
  });
});
