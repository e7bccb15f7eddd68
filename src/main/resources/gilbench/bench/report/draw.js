// Drawing.

const BUILDERS = {
  speedups: f => strip(data.speedups[f.index], 'speed-up: one after the other / together'),
  elapsed: f => strip(data.elapsed[f.index], 'elapsed, s'),
  curve, budget, seconds, order, heat,
};
const draw = element => {
  const canvas = element.querySelector('.canvas');
  const style = getComputedStyle(element);
  const width = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const { height, option } = BUILDERS[element.dataset.chart]({ index: Number(element.dataset.index), metric: element.dataset.metric, width });
  const chart = echarts.init(canvas, null, { width, height, devicePixelRatio: Math.max(2, window.devicePixelRatio || 1) });
  chart.setOption(option);
  return chart;
};
const drawAll = () => {
  charts.forEach(chart => chart.dispose());
  readTheme();
  charts = Array.from(document.querySelectorAll('figure[data-chart]'), draw);
};

const listen = () => {
  document.querySelectorAll('.controls').forEach(each => { each.hidden = false; });
  document.querySelectorAll('[data-switch]').forEach(box => {
    const index = box.dataset.index;
    const load = data.loads[index];
    box.checked = box.dataset.switch === 'log' ? logarithmic(index) : wide(load.points.filter(p => p.budget.length).map(p => sum(p.budget)));
    box.addEventListener('change', () => { switches[box.dataset.switch + index] = box.checked; drawAll(); });
  });
  document.querySelectorAll('[data-deployment]').forEach(button => button.addEventListener('click', () => {
    const deployment = Number(button.dataset.deployment);
    if (!hidden.delete(deployment)) hidden.add(deployment);
    document.querySelectorAll('[data-deployment="' + deployment + '"]').forEach(each => each.setAttribute('aria-pressed', String(!hidden.has(deployment))));
    drawAll();
  }));
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  window.addEventListener('beforeprint', drawAll);
  window.addEventListener('afterprint', drawAll);
  let width = window.innerWidth;
  let pending = 0;
  window.addEventListener('resize', () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    clearTimeout(pending);
    pending = setTimeout(drawAll, 120);
  });
};

listen();
drawAll();
