// Strip plots of programs.

const range = e => [e.low, e.high, e.value];
const bar = (rows, dy, paint) => ({
  type: 'custom', silent: true, z: 4, data: rows.map(({ e, row, ink }) => [...range(e), row, ink ? 1 : 0]),
  renderItem: (_, api) => {
    const at = value => api.coord([value, api.value(3)]);
    const [low, y0] = at(api.value(0));
    const [high] = at(api.value(1));
    const [mid] = at(api.value(2));
    const y = y0 + dy;
    return { type: 'group', children: paint(low, high, mid, y, api.value(4) ? theme.ink : theme.faint) };
  },
});
const ownMark = (low, high, mid, y) => [
  segment(low, y, high, y, line(theme.faint, 2)),
  { type: 'path', shape: { pathData: 'M0 -6L6 0L0 6L-6 0Z' }, x: mid, y, style: { fill: theme.surface, stroke: theme.faint, lineWidth: 2 } },
];
const medianMark = (low, high, mid, y, stroke) => [
  segment(low, y, high, y, line(stroke, 2)),
  segment(low, y - 4, low, y + 4, line(stroke, 2)),
  segment(high, y - 4, high, y + 4, line(stroke, 2)),
  segment(mid, y - 9, mid, y + 9, line(stroke, 3)),
];
const dots = strip => strip.rows.flatMap((row, i) => row.observations.map((value, k) => ({
  value: [value, i], symbolOffset: [0, row.observations.length < 2 ? 0 : (k * 7) % 5 * 4 - 8], ...symbol({ ...row, verdict: row.verdict === 'invalid' ? 'invalid' : 'valid' }, 9),
  tip: [row.label, ['block ' + (k + 1) + ': ' + number(value) + ' ' + strip.unit, 'all: ' + estimate(row.estimate, strip.unit),
    ...(row.own ? ['the machine’s own: ' + estimate(row.own, strip.unit)] : []), row.verdict]],
})));
const strip = (content, name) => {
  const rows = content.rows;
  const most = Math.max(content.reference, ...rows.flatMap(r => [r.estimate.high, r.own ? r.own.high : 0, ...r.observations]));
  const own = rows.flatMap((r, row) => r.own ? [{ e: r.own, row }] : []);
  return {
    height: 76 + rows.length * 52,
    option: {
      ...base(), grid: { left: 8, right: 28, top: 26, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'all' },
      xAxis: axis(name, { max: Math.ceil(most * 1.08 * 5) / 5 }),
      yAxis: {
        type: 'category', inverse: true, data: rows.map((_, i) => i), axisTick: { show: false }, axisLine: { lineStyle: { color: theme.line } },
        splitLine: { show: false },
        axisLabel: {
          interval: 0, margin: 14, align: 'right', lineHeight: 18, fontSize: 13,
          formatter: i => '{n|' + rows[i].label + '}\n{v|' + estimate(rows[i].estimate, content.unit) + '}',
          rich: { n: { color: theme.ink, fontSize: 13, fontWeight: 500, align: 'right' }, v: { color: theme.soft, fontSize: 12, align: 'right' } },
        },
      },
      series: [
        { type: 'scatter', data: dots(content), z: 3, itemStyle: { opacity: .7 },
          markLine: { silent: true, symbol: 'none', lineStyle: { color: theme.soft, type: 'dashed', width: 1.5 },
            label: { color: theme.soft, formatter: content.referenceName, position: 'start', distance: 6 }, data: [{ xAxis: content.reference }] } },
        bar(rows.map((r, row) => ({ e: r.estimate, row, ink: r.verdict !== 'invalid' })).filter(({ e }) => e.n > 1), 0, medianMark),
        bar(own, 20, ownMark),
      ],
    },
  };
};
