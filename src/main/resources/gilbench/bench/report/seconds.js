// Throughput by second.

const seconds = figure => {
  const load = data.loads[figure.index];
  const names = data.deployments.map((_, i) => i).filter(i => !hidden.has(i) && load.points.some(p => p.deployment === i));
  const columns = Math.max(1, Math.min(4, Math.floor(figure.width / 250), names.length));
  const rows = Math.ceil(names.length / columns);
  const most = Math.max(1, ...load.points.flatMap(p => p.seconds.flat()));
  const longest = Math.max(1, ...load.points.flatMap(p => p.seconds.map(s => s.length)));
  const cell = i => ({ left: i % columns * figure.width / columns + 50, top: Math.floor(i / columns) * 190 + 34, width: figure.width / columns - 70, height: 104 });
  return {
    height: rows * 190 + 4,
    option: {
      ...base(),
      title: names.map((d, i) => ({ text: data.deployments[d].name, left: cell(i).left - 6, top: cell(i).top - 30, textStyle: { fontSize: 12, fontWeight: 500, color: theme.ink, fontFamily: theme.font } })),
      grid: names.map((_, i) => cell(i)),
      xAxis: names.map((_, i) => axis('second of the window', { gridIndex: i, max: Math.max(2, longest), minInterval: 1, nameGap: 24 })),
      yAxis: names.map((_, i) => axis('', { gridIndex: i, max: Math.ceil(most * 1.05), splitNumber: 3, axisLabel: { color: theme.soft, fontSize: 11, formatter: axisNumber, showMaxLabel: false } })),
      series: names.flatMap((d, i) => load.points.filter(p => p.deployment === d).flatMap(p => p.seconds.map((counts, k) => ({
        type: 'line', xAxisIndex: i, yAxisIndex: i, symbol: 'circle', symbolSize: 4, lineStyle: { width: 1.5, color: p.verdict === 'invalid' ? theme.faint : colour(d), opacity: .75, type: p.verdict === 'invalid' ? 'dotted' : 'solid' },
        itemStyle: { color: p.verdict === 'invalid' ? theme.faint : colour(d) },
        data: counts.map((n, s) => ({ value: [s + 1, n], tip: [data.deployments[d].name + ', ' + p.label, ['trial ' + (k + 1) + ', second ' + (s + 1) + ': ' + n + ' completed'] ] })),
      })))),
    },
  };
};
