const data = JSON.parse(document.getElementById('data').textContent);
const hidden = new Set();
const switches = {};
let charts = [];

// Colours and numbers.

const css = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
let theme = {};
const readTheme = () => {
  for (const name of ['ink', 'soft', 'faint', 'line', 'surface', 'page', 'accent']) theme[name] = css(name);
  theme.series = Array.from({ length: 12 }, (_, i) => css('s' + i));
  theme.parts = data.budgetParts.map((_, i) => css('b' + i));
  theme.font = getComputedStyle(document.body).fontFamily;
};
const colour = deployment => theme.series[data.deployments[deployment].colour];
const number = value => {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 100) return Math.round(value).toLocaleString('en-US');
  return value.toFixed(size < 0.1 ? 3 : size < 10 ? 2 : 1);
};
const axisNumber = value => Number(value.toPrecision(6)).toLocaleString('en-US', { maximumFractionDigits: 3 });
const interval = e => e.low === e.high ? '' : ' [' + number(e.low) + '..' + number(e.high) + ']';
const estimate = (e, unit) => number(e.value) + interval(e) + (unit ? ' ' + unit : '');

const CROSS = 'path://M0 1L1 0L5 4L9 0L10 1L6 5L10 9L9 10L5 6L1 10L0 9L4 5Z';

// Pieces of options.

const tip = (title, lines) => {
  const box = document.createElement('div');
  box.className = 'tip';
  box.append(Object.assign(document.createElement('b'), { textContent: title }));
  lines.forEach(line => box.append(Object.assign(document.createElement('span'), { textContent: line })));
  return box;
};
const tooltip = () => ({
  trigger: 'item', confine: true, backgroundColor: theme.surface, borderColor: theme.line, padding: [8, 12],
  textStyle: { color: theme.ink, fontFamily: theme.font },
  formatter: p => p.data && p.data.tip ? tip(p.data.tip[0], p.data.tip[1]) : null,
});
const base = () => ({
  animation: false, backgroundColor: 'transparent', textStyle: { fontFamily: theme.font, color: theme.soft }, tooltip: tooltip(),
});
const axis = (name, more) => ({
  type: 'value', min: 0, name, nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: theme.soft, fontSize: 12 },
  axisLabel: { color: theme.soft, fontSize: 12, formatter: axisNumber, hideOverlap: true }, axisLine: { show: true, lineStyle: { color: theme.line } },
  axisTick: { show: false }, splitLine: { lineStyle: { color: theme.line } }, ...more,
});
const line = (style, width, dash) => ({ stroke: style, lineWidth: width, lineDash: dash || null, fill: null });
const segment = (x1, y1, x2, y2, style) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style });
const whiskers = (api, x, low, high, stroke) => {
  const from = api.coord([x, low]);
  const to = api.coord([x, high]);
  const style = line(stroke, 1.5);
  return {
    type: 'group', silent: true,
    children: [
      segment(from[0], from[1], to[0], to[1], style),
      segment(from[0] - 4, from[1], from[0] + 4, from[1], style),
      segment(to[0] - 4, to[1], to[0] + 4, to[1], style),
    ],
  };
};
const symbol = (point, size) => {
  const style = data.deployments[point.deployment];
  if (point.verdict === 'invalid') return { symbol: CROSS, symbolSize: size, itemStyle: { color: theme.faint } };
  const hollow = point.verdict === 'lower bound';
  return {
    symbol: style.marker, symbolSize: size,
    itemStyle: { color: hollow ? theme.surface : colour(point.deployment), borderColor: colour(point.deployment), borderWidth: hollow ? 2 : 0 },
  };
};
const shown = point => !hidden.has(point.deployment);
