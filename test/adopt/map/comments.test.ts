import { body } from '../support/adopted';

/** The code of an object of a kind that no construct covers, with some fields in its spec. */
const widget = (spec: string): string => body(`apiVersion: example.com/v1
kind: Widget
metadata: { name: w, namespace: shop }
spec:
${spec.replace(/^/gm, '  ')}
`).replace(/^[^]*? {2}spec: /, '').replace(/,\n\}\);$/, '').replace(/\n\s*/g, '\n');

const lines = (...texts: readonly string[]): string => texts.join('\n');

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
    ['in a later document', 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n---\n'],
  ])('of an object stands above the object, wherever that is: %s', (_, before) => {
    const code = body(`${before}# What we sell\nkind: Widget # of wood\napiVersion: example.com/v1\nmetadata: { name: w, namespace: shop }\n`);
    expect(code).toContain("// What we sell\n// of wood\nnew ApiObject(this, 'widget', { kind: 'Widget',");
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
