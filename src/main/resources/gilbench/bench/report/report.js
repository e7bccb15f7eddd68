'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const hidden = new Set();
  const switches = {};
  let charts = [];

  // ---- colours and numbers -------------------------------------------------------------------------------------------

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

  // ---- pieces of options ---------------------------------------------------------------------------------------------

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

  // ---- strip plots of programs ---------------------------------------------------------------------------------------

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

  // ---- curves over offered load --------------------------------------------------------------------------------------

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
  const reference = data => ({
    type: 'line', silent: true, symbol: 'none', z: 1, data, lineStyle: { color: theme.faint, width: 1, type: 'dotted' },
  });
  const curve = figure => {
    const load = data.loads[figure.index];
    const metric = figure.metric;
    const [name, unit] = METRICS[metric];
    const found = values(load, metric);
    const log = /^p\d/.test(metric) && found.length > 0 && Math.min(...found) > 0 && logarithmic(figure.index);
    const series = curveSeries(load, metric, unit);
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

  // ---- time budgets --------------------------------------------------------------------------------------------------

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

  // ---- throughput by second ------------------------------------------------------------------------------------------

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

  // ---- run order -----------------------------------------------------------------------------------------------------

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

  // ---- drawing -------------------------------------------------------------------------------------------------------

  const BUILDERS = {
    speedups: f => strip(data.speedups[f.index], 'speed-up: one after the other / together'),
    elapsed: f => strip(data.elapsed[f.index], 'elapsed, s'),
    curve, budget, seconds, order,
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
})();
