import { NatsAwareStatefulSet } from '../../../src/workload';
import { appsChart, BOT, bot, CONTAINER, find, names, render } from '../support';

test('the budget selects the pods of the identity', () => {
  expect(find(render(chart => bot(chart, { disruptionBudget: { minAvailable: 1 } })), 'PodDisruptionBudget')).toEqual({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'bot', namespace: 'petrosa-apps', labels: { app: 'bot' } },
    spec: { minAvailable: 1, selector: { matchLabels: { app: 'bot' } } },
  });
});

test('no pod may be missing where the budget says 0', () => {
  expect(find(render(chart => bot(chart, { disruptionBudget: { maxUnavailable: 0 } })), 'PodDisruptionBudget').spec).toMatchObject({ maxUnavailable: 0 });
});

test('a StatefulSet takes a budget', () => {
  const objects = render(chart => new NatsAwareStatefulSet(chart, 'bot', {
    ...BOT, containers: [{ ...CONTAINER, portNumber: 80 }], disruptionBudget: { maxUnavailable: 1 },
  }));
  expect(find(objects, 'PodDisruptionBudget').spec.maxUnavailable).toBe(1);
});

test('there is no budget by default', () => {
  expect(names(render(chart => bot(chart)))).toEqual(['Deployment/bot']);
});

test.each([{}, { minAvailable: 1, maxUnavailable: 1 }])('the budget %j is refused', disruptionBudget => {
  expect(() => bot(appsChart(), { disruptionBudget })).toThrow('apps/bot: a disruption budget needs one of minAvailable and maxUnavailable; give exactly one');
});
