// Run order.

const order = () => {
  const seen = data.order.observations.filter(o => o.source === 'BURNERS' || !hidden.has(o.deployment));
  const last = Math.max(0, ...data.order.observations.map(o => Math.ceil(o.x))) + 1;
  const starts = data.order.starts;
  const bands = starts.map((s, i) => [{ xAxis: s.order, name: starts.length <= 12 ? 'launch ' + s.launch : '', itemStyle: { opacity: i % 2 ? 0 : .9 } }, { xAxis: i + 1 < starts.length ? starts[i + 1].order : last }]);
  const reach = Math.max(4, 4 * Math.ceil(1.15 * Math.max(0, ...seen.map(o => Math.abs(o.percent))) / 4));
  const item = o => ({
    value: [o.x, o.percent], tip: [o.what, [(o.source === 'BURNERS' ? 'plain burners: ' : '') + (o.percent >= 0 ? '+' : '−') + Math.abs(o.percent).toFixed(1) + ' %']],
    ...(o.source === 'BURNERS' ? { symbol: CROSS, symbolSize: 8, itemStyle: { color: theme.faint } } : symbol({ ...o, verdict: 'valid' }, 8)),
  });
  return {
    height: 300,
    option: {
      ...base(), grid: { left: 6, right: 16, top: 14, bottom: 6, outerBoundsMode: 'same', outerBoundsContain: 'all' },
      xAxis: axis('trial in the order of the run', { max: last, minInterval: 1, splitLine: { show: false } }),
      yAxis: axis('faster than the median, %', { min: -reach, max: reach, interval: reach / 2, nameGap: 40 }),
      series: [{ type: 'scatter', data: seen.map(item), itemStyle: { opacity: .8 },
        markArea: { silent: true, label: { color: theme.faint, fontSize: 11, position: 'insideTop' }, itemStyle: { color: theme.page }, data: bands },
        markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: theme.soft, type: 'solid', width: 1 }, data: [{ yAxis: 0 }] } }],
    },
  };
};
