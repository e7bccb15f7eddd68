// Time budgets.

const sum = numbers => numbers.reduce((a, b) => a + b, 0);
const budget = figure => {
  const load = data.loads[figure.index];
  const points = load.points.filter(p => shown(p) && p.budget.length);
  const share = switches['share' + figure.index] ?? wide(load.points.filter(p => p.budget.length).map(p => sum(p.budget)));
  const length = (p, i) => share ? 100 * p.budget[i] / sum(p.budget) : p.budget[i];
  const mark = p => p.verdict === 'invalid' ? '✕ ' : p.verdict === 'lower bound' ? '≥ ' : '';
  return {
    height: 92 + points.length * 24,
    option: {
      ...base(), grid: { left: 8, right: 24, top: 40, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'all' },
      legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, itemGap: 18, icon: 'roundRect', textStyle: { color: theme.ink }, inactiveColor: theme.faint },
      xAxis: axis(share ? 'share of the total, %' : 'mean, ms', share ? { max: 100, min: v => Math.min(0, v.min) } : { min: v => Math.min(0, v.min) }),
      yAxis: {
        type: 'category', inverse: true, data: points.map((_, i) => i), axisTick: { show: false }, axisLine: { lineStyle: { color: theme.line } },
        axisLabel: { interval: 0, fontSize: 12, color: i => points[i].verdict === 'invalid' ? theme.faint : theme.ink,
          formatter: i => mark(points[i]) + data.deployments[points[i].deployment].name + '  ' + points[i].label },
      },
      series: data.budgetParts.map((part, i) => ({
        type: 'bar', name: part, stack: 'budget', barWidth: 15, color: theme.parts[i],
        data: points.map(p => ({ value: length(p, i), itemStyle: { opacity: p.verdict === 'invalid' ? .35 : 1 },
          tip: [data.deployments[p.deployment].name + ', ' + p.label,
            [...data.budgetParts.map((each, k) => each + ': ' + number(p.budget[k]) + ' ms'), 'total: ' + number(sum(p.budget)) + ' ms', p.verdict]] })),
      })),
    },
  };
};
