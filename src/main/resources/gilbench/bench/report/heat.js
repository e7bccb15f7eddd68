// Workers x threads.

// Within the bound, but not surely so, or too many failures.
const heatUnsure = (cell, bound) => cell.answer === 'misses' && cell.millis != null && cell.millis <= bound;
const heatFill = (cell, bound) => {
  if (cell.answer === 'saturated') return { fill: theme.line, opacity: .55 };
  const distance = heatUnsure(cell, bound) ? 0 : cell.millis == null ? 1 : Math.min(1, Math.abs(Math.log2(cell.millis / bound)) / 3);
  return { fill: cell.answer === 'meets' ? theme.series[0] : theme.series[1], opacity: .22 + .6 * distance };
};
const heatEdges = map => {
  const at = new Map(map.cells.map(c => [c.column + ' ' + c.row, c.answer]));
  const sides = [[1, 0], [-1, 0], [0, 1], [0, -1]];
  return map.cells.filter(c => c.answer === 'meets').flatMap(c => sides
    .filter(([x, y]) => (at.get((c.column + x) + ' ' + (c.row + y)) ?? 'meets') !== 'meets')
    .map(([x, y]) => [c.column, c.row, x, y]));
};
const heatSquare = (map, roomy) => (params, api) => {
  const cell = map.cells[params.dataIndex];
  const [x, y] = api.coord([cell.column, cell.row]);
  const [w, h] = api.size([1, 1]);
  const text = cell.answer === 'saturated' ? '×' : cell.millis == null ? '' : number(cell.millis);
  return {
    type: 'rect', shape: { x: x - w / 2 + .5, y: y - h / 2 + .5, width: w - 1, height: h - 1 }, style: heatFill(cell, map.bound),
    ...(roomy ? { textConfig: { position: 'inside' }, textContent: { style: { text, fill: theme.ink, fontSize: 11, fontFamily: theme.font } } } : {}),
  };
};
const heatEdge = (params, api) => {
  const [x, y] = api.coord([api.value(0), api.value(1)]);
  const [w, h] = api.size([1, 1]);
  const right = api.value(2);
  const up = api.value(3);
  const style = line(theme.ink, 2.5);
  return right !== 0
    ? segment(x + right * w / 2, y - h / 2, x + right * w / 2, y + h / 2, style)
    : segment(x - w / 2, y - up * h / 2, x + w / 2, y - up * h / 2, style);
};
const heat = figure => {
  const map = data.heatMaps[figure.index];
  const height = Math.min(640, Math.max(120, map.rows.length * 26));
  const roomy = (figure.width - 80) / map.columns.length > 34 && height / map.rows.length > 16;
  const band = (name, labels, gap) => ({
    type: 'category', data: labels, name, nameLocation: 'middle', nameGap: gap, nameTextStyle: { color: theme.soft, fontSize: 12 },
    axisLabel: { color: theme.soft, fontSize: 12 }, axisTick: { show: false }, axisLine: { lineStyle: { color: theme.line } }, splitLine: { show: false },
  });
  const said = c => (heatUnsure(c, map.bound) ? 'not surely within the bound, or too many failures' : c.answer) + (c.millis == null ? '' : ', ' + map.percentile + ' ' + number(c.millis) + ' ms');
  return {
    height: height + 70,
    option: {
      ...base(), grid: { left: 6, right: 16, top: 10, bottom: 6, outerBoundsMode: 'same', outerBoundsContain: 'all' },
      xAxis: band('threads', map.columns, 28), yAxis: band('workers', map.rows, 40),
      series: [
        { type: 'custom', z: 2, renderItem: heatSquare(map, roomy),
          data: map.cells.map(c => ({ value: [c.column, c.row], tip: [map.rows[c.row] + ' × ' + map.columns[c.column], [said(c)]] })) },
        { type: 'custom', z: 3, silent: true, renderItem: heatEdge, data: heatEdges(map) },
      ],
    },
  };
};
