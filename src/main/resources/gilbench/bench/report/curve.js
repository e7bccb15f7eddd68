// Curves over offered load.

const METRICS = {
  throughput: ['completed, requests/s', '/s'], p50: ['p50, ms', 'ms'], p95: ['p95, ms', 'ms'], p99: ['p99, ms', 'ms'],
  aboveIdeal: ['p50 − ideal, ms', 'ms'], cpu: ['processor time, ms', 'ms'],
};
const values = (load, metric) => load.points.filter(p => p.metrics[metric]).map(p => p.metrics[metric].value);
const wide = numbers => numbers.length > 0 && Math.min(...numbers) > 0 && Math.max(...numbers) / Math.min(...numbers) > 8;
const logarithmic = index => switches['log' + index] ?? wide(values(data.loads[index], 'p50'));
const below = numbers => 10 ** Math.floor(Math.log10(Math.min(...numbers)));

const curveSeries = (load, metric, unit) => data.deployments.flatMap((style, deployment) => {
  const points = load.points.filter(p => p.deployment === deployment && shown(p) && p.metrics[metric]);
  const usable = points.filter(p => p.verdict !== 'invalid');
  const item = p => ({
    value: [p.x, p.metrics[metric].value], ...symbol(p, 9),
    tip: [style.name + ', ' + p.label, [(p.verdict === 'lower bound' && unit === 'ms' && metric !== 'cpu' ? '≥ ' : '') + estimate(p.metrics[metric], unit), p.verdict]],
  });
  const intervals = usable.filter(p => p.metrics[metric].low !== p.metrics[metric].high);
  return [
    { type: 'line', data: usable.map(item), z: 3, lineStyle: { color: colour(deployment), width: 2, type: style.line }, showSymbol: true, showAllSymbol: true },
    { type: 'scatter', z: 2, data: points.filter(p => p.verdict === 'invalid').map(item) },
    { type: 'custom', silent: true, z: 2, data: intervals.map(p => [p.x, p.metrics[metric].low, p.metrics[metric].high]), encode: { x: 0, y: [1, 2] },
      renderItem: (_, api) => whiskers(api, api.value(0), api.value(1), api.value(2), colour(deployment)) },
  ];
});
const predictedSeries = (load, metric, unit) => data.deployments.flatMap((style, deployment) => {
  const usable = load.predicted.filter(p => p.deployment === deployment && shown(p) && foreseen(p, metric, unit));
  return usable.length === 0 ? [] : [{
    type: 'line', z: 1, symbol: 'circle', symbolSize: 4, showSymbol: true, showAllSymbol: true, itemStyle: { color: colour(deployment), opacity: .8 },
    lineStyle: { color: colour(deployment), width: 1, type: [7, 4], opacity: .8 },
    data: usable.map(p => ({ value: [p.x, p.metrics[metric].value], tip: [style.name + ', ' + p.label, ['predicted: ' + estimate(p.metrics[metric], unit)]] })),
  }];
});
// What is predicted of times beyond the capacity says how long was simulated.
const foreseen = (p, metric, unit) => p.metrics[metric] && !(p.verdict === 'lower bound' && unit === 'ms' && metric !== 'cpu');
const reference = data => ({
  type: 'line', silent: true, symbol: 'none', z: 1, data, lineStyle: { color: theme.faint, width: 1, type: 'dotted' },
});
const curve = figure => {
  const load = data.loads[figure.index];
  const metric = figure.metric;
  const [name, unit] = METRICS[metric];
  const found = [...values(load, metric), ...load.predicted.filter(p => foreseen(p, metric, unit)).map(p => p.metrics[metric].value)];
  const log = /^p\d/.test(metric) && found.length > 0 && Math.min(...found) > 0 && logarithmic(figure.index);
  const series = curveSeries(load, metric, unit);
  series.push(...predictedSeries(load, metric, unit));
  const far = Math.max(...load.points.map(p => p.x), 0);
  if (metric === 'throughput' && load.diagonal) series.push(reference([[0, 0], [far, far]]));
  if (metric === 'p' + Number((data.objectiveQuantile * 100).toPrecision(6))) {
    series[0].markLine = { silent: true, symbol: 'none', lineStyle: { color: theme.soft, type: 'dashed' },
      label: { formatter: 'objective', position: 'insideStartTop', color: theme.soft, fontSize: 11 }, data: [{ yAxis: data.objectiveMillis }] };
  }
  return {
    height: 270,
    option: {
      ...base(), grid: { left: 6, right: 16, top: 14, bottom: 6, outerBoundsMode: 'same', outerBoundsContain: 'all' },
      xAxis: axis(load.axis),
      yAxis: axis(name + (log ? ' (log)' : ''), { nameGap: 44, ...(metric === 'aboveIdeal' ? { min: v => Math.min(0, v.min) } : {}), ...(log ? { type: 'log', min: below(found) } : {}) }),
      series,
      ...(found.length ? {} : { graphic: { type: 'text', left: 'center', top: 'middle', silent: true, style: { text: 'n/a: too few requests in every cell', fill: theme.soft, font: '13px ' + theme.font } } }),
    },
  };
};
