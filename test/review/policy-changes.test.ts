import { CLOSED, deployment, policy, REDIS, reviewed } from './support/reviewed';

describe('policies', () => {
  const OTHERS = deployment('web') + deployment('worker');
  const policies = (before: string, after: string) =>
    reviewed(before, after).policies.map(({ kind, from, to, ports }) => `${kind} ${from.join(',')} => ${to.join(',')} : ${ports}`.replace(/shop\/(\w+)\[Deployment\]/g, '$1'));
  const admit = (ports: string) => policy('closed', `podSelector: { matchLabels: { app: redis } }, policyTypes: [Ingress], ingress: [{ from: [{ podSelector: {} }], ports: [${ports}] }]`);

  test('that close a workload cut it from all others, in one line, and from addresses', () => {
    expect(policies(REDIS + OTHERS, REDIS + OTHERS + CLOSED)).toEqual([
      'lost 0.0.0.0-255.255.255.255[External],web,worker => redis : All Connections',
    ]);
  });

  test('that admit another port gain that port alone', () => {
    expect(policies(REDIS + OTHERS + admit('{ port: 6379 }'), REDIS + OTHERS + admit('{ port: 6379 }, { port: 9121 }'))).toEqual(['gained web,worker => redis : TCP 9121']);
  });

  test('in which ports are written as a range lose what the range lacks', () => {
    expect(policies(REDIS + OTHERS + admit('{ port: 1000, endPort: 2000 }'), REDIS + OTHERS + admit('{ port: 1200, endPort: 1300 }, { port: 1500 }')))
      .toEqual(['lost web,worker => redis : TCP 1000-1199,1301-1499,1501-2000']);
  });

  test('that admit fewer addresses lose those, wherever the ranges are cut', () => {
    const egress = (blocks: string) => policy('out', `podSelector: { matchLabels: { app: web } }, policyTypes: [Egress], egress: [{ to: [${blocks}], ports: [{ port: 443 }] }]`);
    expect(policies(OTHERS + egress('{ ipBlock: { cidr: 10.0.0.0/8 } }'), OTHERS + egress('{ ipBlock: { cidr: 10.0.0.0/9 } }, { ipBlock: { cidr: 11.0.0.0/8 } }'))).toEqual([
      'lost web => 10.128.0.0-10.255.255.255[External] : TCP 443', 'gained web => 11.0.0.0-11.255.255.255[External] : TCP 443',
    ]);
  });

  test('that change the ports of half a range lose the whole of it as one', () => {
    const egress = (cidr: string, port: number) =>
      policy('out', `podSelector: { matchLabels: { app: web } }, policyTypes: [Egress], egress: [{ to: [{ ipBlock: { cidr: ${cidr} } }], ports: [{ port: ${port} }] }]`);
    expect(policies(OTHERS + egress('10.0.0.0/8', 443), OTHERS + egress('10.0.0.0/9', 8443))).toEqual([
      'lost web => 10.0.0.0-10.255.255.255[External] : TCP 443', 'gained web => 10.0.0.0-10.127.255.255[External] : TCP 8443',
    ]);
  });

  test('say nothing of a workload that is new', () => {
    expect(policies(REDIS, REDIS + OTHERS)).toEqual([]);
  });
});
