import { quotes } from './support';
import { Warnings } from '../../src/app';
import { NatsMonitoring, NatsMonitoringProps } from '../../src/monitoring';
import { appsChart, CONTAINER } from '../workload/support';

describe('a workload without a port for metrics', () => {
  const warnings = (options: Partial<NatsMonitoringProps> = {}): string[] => {
    const chart = appsChart();
    const silent = quotes(chart, { containers: [CONTAINER] });
    new NatsMonitoring(chart, 'monitoring', { workloads: [silent], ...options });
    return Warnings.all(chart).filter(line => line.includes('ever fires'));
  };

  test('is warned of, since its alerts never fire', () => {
    expect(warnings()).toEqual(['apps/monitoring: no container of Deployment quotes of namespace petrosa-apps has a port named metrics, so that no alert on its metrics ever fires; '
      + 'give it such a port, give clientMetrics.workloadLabel where metrics are pushed, or set metricAlerts to false']);
  });

  test.each<Partial<NatsMonitoringProps>>([
    { clientMetrics: { workloadLabel: 'service_name' } }, { scrapeWorkloads: false }, { metricAlerts: false }, { alerts: false },
  ])('is none to warn of with %j', (options) => {
    expect(warnings(options)).toEqual([]);
  });
});

test('a workload with a port for metrics is none to warn of', () => {
  const chart = appsChart();
  new NatsMonitoring(chart, 'monitoring', { workloads: [quotes(chart)] });
  expect(Warnings.all(chart)).toEqual([]);
});
