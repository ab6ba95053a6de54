// How two sides get on: a line in its band, acts as bars below, the figures of a period under the pointer or the keys.
import uPlot from "uplot";

import { onTheme, readColour } from "../colours";
import { html } from "../drawing";
import { columnsOf, pointsOfPair, spellPoint, turnsOf } from "../figures";
import type { Point, Relation } from "../figures";
import { IslandError, coverFallback, loadData, withQuery } from "../island";
import { isTyping, step } from "../keys";

const LINE_HEIGHT = 240;
const BARS_HEIGHT = 130;
const AXIS_WIDTH = 36;
const NAMES = ["level", "acts"];
const LABEL_FONT = "12px system-ui, sans-serif";
const HINT = "Arrow keys move, Enter shows one period.";

interface Theme {
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly line: string;
  readonly band: string;
  readonly warm: string;
  readonly warmDeep: string;
  readonly cold: string;
  readonly coldDeep: string;
}

export async function wake(place: HTMLElement): Promise<void> {
  const relation = await loadData<Relation>(place.dataset["source"]);
  const points = pointsOfPair(relation);
  if (points.length === 0) throw new IslandError("No period is known.");
  const words = html("p", { class: "island-figures" }, HINT);
  const board = html("div", {
    class: "relation-board", tabindex: 0, role: "slider", "aria-label": place.dataset["label"] ?? "Periods",
    "aria-valuemin": 0, "aria-valuemax": points.length - 1, "aria-valuenow": points.length - 1,
    "aria-valuetext": spellPoint(points[points.length - 1]!),
  });
  coverFallback(place, board, legend(), words);
  draw(board, relation, points, words);
}

function draw(board: HTMLElement, relation: Relation, points: Point[], words: HTMLElement): void {
  let chosen = points.length - 1;
  let plots: uPlot[] = [];
  const show = (index: number): void => {
    chosen = index;
    const sentence = spellPoint(points[index]!);
    words.textContent = sentence;
    board.setAttribute("aria-valuenow", String(index));
    board.setAttribute("aria-valuetext", sentence);
  };
  const redraw = (): void => {
    plots.forEach((plot) => plot.destroy());
    const theme = readTheme(board);
    plots = [drawLine(board, relation, points, theme, show), drawBars(board, points, theme, show)];
  };
  redraw();
  onTheme(redraw);
  new ResizeObserver(() => {
    plots.forEach((plot, which) => plot.setSize({ width: board.clientWidth, height: heightOf(which) }));
  }).observe(board);
  board.addEventListener("click", () => follow(points[chosen]!));
  board.addEventListener("keydown", (event) => {
    if (isTyping(event)) return;
    if (event.key === "Enter") follow(points[chosen]!);
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12, Home: -1e6, End: 1e6 };
    const move = by[event.key as keyof typeof by];
    if (move === undefined) return;
    event.preventDefault();
    show(step(chosen, move, points.length));
    const [first] = plots;
    const time = first?.data[0][chosen];
    if (first && time !== undefined) first.setCursor({ left: first.valToPos(time, "x"), top: 10 });
  });
}

/** Room for half a bar at both ends. */
function widen(_plot: uPlot, first: number, last: number): [number, number] {
  const room = Math.max(10 * 86_400, (last - first) * 0.01);
  return [first - room, last + room];
}

function heightOf(which: number): number {
  return which === 0 ? LINE_HEIGHT : BARS_HEIGHT;
}

function follow(point: Point): void {
  location.assign(withQuery({ since: point.start, until: point.end }));
}

function readTheme(board: Element): Theme {
  return {
    ink: readColour(board, "--island-ink"),
    soft: readColour(board, "--island-soft"),
    rule: readColour(board, "--island-rule"),
    line: readColour(board, "--island-line"),
    band: readColour(board, "--island-band"),
    warm: readColour(board, "--island-warm"),
    warmDeep: readColour(board, "--island-warm-deep"),
    cold: readColour(board, "--island-cold"),
    coldDeep: readColour(board, "--island-cold-deep"),
  };
}

function frame(board: HTMLElement, which: number, theme: Theme, show: (index: number) => void): uPlot.Options {
  const axis = { stroke: theme.soft, grid: { stroke: theme.rule, width: 1 }, ticks: { stroke: theme.rule, width: 1 } };
  return {
    width: board.clientWidth,
    height: heightOf(which),
    tzDate: (time) => uPlot.tzDate(new Date(time * 1000), "Etc/UTC"),
    legend: { show: false },
    cursor: { sync: { key: "relation" }, drag: { x: false, y: false }, points: { show: which === 0 } },
    series: [{}],
    axes: [axis, { ...axis, size: AXIS_WIDTH, space: 24, label: NAMES[which]!, labelSize: 18, labelFont: LABEL_FONT }],
    scales: { x: { range: widen } },
    hooks: { setCursor: [(plot) => plot.cursor.idx != null && show(plot.cursor.idx)] },
  };
}

function drawLine(
  board: HTMLElement, relation: Relation, points: Point[], theme: Theme, show: (index: number) => void,
): uPlot {
  const columns = columnsOf(points);
  const options = frame(board, 0, theme, show);
  options.series.push(
    { stroke: theme.line, width: 2, points: { show: points.length < 60 } },
    { stroke: theme.band, width: 1, points: { show: false } },
    { stroke: theme.band, width: 1, points: { show: false } },
  );
  options.bands = [{ series: [3, 2], fill: theme.band }];
  options.scales!["y"] = { range: (_plot, low, high) => [Math.min(-1, low ?? 0), Math.max(1, high ?? 0)] };
  options.hooks = { ...options.hooks, draw: [(plot) => drawZero(plot, theme), (plot) => drawTurns(plot, relation, theme)] };
  return new uPlot(options, [columns.time, columns.level, columns.low, columns.high], board);
}

function drawBars(board: HTMLElement, points: Point[], theme: Theme, show: (index: number) => void): uPlot {
  const columns = columnsOf(points);
  const options = frame(board, 1, theme, show);
  const bars = uPlot.paths.bars?.({ size: [0.8, 24, 1] });
  for (const [stroke, fill] of [
    [theme.warmDeep, theme.warm], [theme.warmDeep, theme.warmDeep], [theme.coldDeep, theme.cold],
    [theme.coldDeep, theme.coldDeep],
  ] as const) {
    options.series.push({ stroke, fill, width: 1, points: { show: false }, ...(bars ? { paths: bars } : {}) });
  }
  options.scales!["y"] = { range: (_plot, low, high) => [Math.min(-1, low ?? 0), Math.max(1, high ?? 0)] };
  options.axes![1]!.values = (_plot, splits) => splits.map((each) => (Number.isInteger(each) ? `${Math.abs(each)}` : ""));
  options.hooks = { ...options.hooks, draw: [(plot) => drawZero(plot, theme)] };
  return new uPlot(
    options, [columns.time, columns.cooperation, columns.deeds, columns.conflict, columns.attacks], board,
  );
}

function drawZero(plot: uPlot, theme: Theme): void {
  const { ctx, bbox } = plot;
  const y = Math.round(plot.valToPos(0, "y", true)) + 0.5;
  ctx.save();
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

function drawTurns(plot: uPlot, relation: Relation, theme: Theme): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = theme.ink;
  ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.font = `${12 * devicePixelRatio}px system-ui, sans-serif`;
  for (const turn of turnsOf(relation)) {
    const x = plot.valToPos(turn.time, "x", true);
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.textAlign = x > bbox.left + bbox.width * 0.85 ? "right" : "left";
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.fillText(` ${turn.words} `, x, bbox.top + 12 * devicePixelRatio);
  }
  ctx.restore();
}

function legend(): HTMLElement {
  const entries: [string, string][] = [
    ["line", "level, with the band in which it lies four times in five"],
    ["warm", "friendly words, above zero"],
    ["warm-deep", "friendly deeds"],
    ["cold", "hostile words, below zero"],
    ["cold-deep", "hostile deeds"],
  ];
  return html("ul", { class: "island-legend" }, ...entries.map(([name, words]) =>
    html("li", {}, html("span", { class: `swatch swatch-${name}`, "aria-hidden": "true" }), words)));
}
