import { appsChart, botWith } from './support';
import { ServiceEndpoint } from '../../src/address';

test('a workload that is exposed is the endpoint of its Service', () => {
  const { service, ...endpoint } = botWith(appsChart(), { portNumber: 8080 }).exposeHttp({ port: 81, targetPort: 8080, env: 'BOT_URL' });
  expect(service.name).toBe('bot');
  expect(endpoint).toEqual({
    ...ServiceEndpoint.http({ service: 'bot', namespace: 'petrosa-apps', port: 81, podPort: 8080, podLabels: { app: 'bot' }, env: 'BOT_URL' }),
  });
});
