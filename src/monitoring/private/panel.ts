/** What Grafana asks for the lines of a panel. */
export interface PanelQuery {
  readonly expr: string;

  /** Name of the lines; labels in double braces. */
  readonly legend: string;
}

/** A graph of a dashboard. */
export interface Panel {
  readonly title: string;
  readonly source: 'metrics' | 'logs';

  /** A unit of Grafana, such as `s`. */
  readonly unit: string;
  readonly queries: readonly PanelQuery[];
}

/** Panels under a heading. */
export interface PanelRow {
  readonly title: string;
  readonly panels: readonly Panel[];
}

const COLUMNS = 24;
const HEIGHT = 8;
const SOURCES = { metrics: 'prometheus', logs: 'loki' };

/** The panels of a dashboard as Grafana reads them: row under row, side by side in each. A row without panels is left out. */
export function panelModels(rows: readonly PanelRow[]): object[] {
  const models: object[] = [];
  for (const [i, { title, panels }] of rows.filter(row => row.panels.length > 0).entries()) {
    const y = i * (HEIGHT + 1);
    const w = Math.floor(COLUMNS / panels.length);
    models.push({ id: models.length + 1, type: 'row', title, collapsed: false, gridPos: { h: 1, w: COLUMNS, x: 0, y }, panels: [] });
    for (const [j, panel] of panels.entries()) {
      models.push({ id: models.length + 1, gridPos: { h: HEIGHT, w, x: j * w, y: y + 1 }, ...graph(panel) });
    }
  }
  return models;
}

/** The choices of where the figures come from, for those that panels ask. */
export function sourceVariables(rows: readonly PanelRow[]): object[] {
  const asked = new Set(rows.flatMap(({ panels }) => panels.map(({ source }) => source)));
  return (['metrics', 'logs'] as const).filter(source => asked.has(source))
    .map(name => ({ name, label: name === 'metrics' ? 'Prometheus' : 'Loki', type: 'datasource', query: SOURCES[name], refresh: 1 }));
}

function graph({ title, source, unit, queries }: Panel): object {
  const datasource = { type: SOURCES[source], uid: `\${${source}}` };
  return {
    type: 'timeseries',
    title,
    datasource,
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    options: { legend: { displayMode: 'list', placement: 'bottom', showLegend: true }, tooltip: { mode: 'multi', sort: 'none' } },
    targets: queries.map(({ expr, legend }, i) => ({ refId: `Q${i + 1}`, datasource, expr, legendFormat: legend })),
  };
}
