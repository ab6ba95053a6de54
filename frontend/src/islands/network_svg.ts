// The network as plain SVG: ties are links, camps circles and squares. For browsers without WebGL.
import { svg } from "../drawing";
import { spellLevel } from "../figures";
import type { Node, Picture, Tie } from "../network";
import { pairOf, spellSign } from "../network";
import type { Drawing, Look } from "./network";

const WIDTH = 720;
const HEIGHT = 480;
const ROOM = 40;

export class SvgDrawing implements Drawing {
  constructor(private readonly board: HTMLElement, private readonly look: Look) {}

  show(picture: Picture): void {
    const places = new Map(picture.nodes.map((node) => [node.code, placeOf(node)]));
    this.board.replaceChildren(svg("svg", { class: "island-network", viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
      ...picture.ties.map((tie) => this.drawTie(tie, places.get(tie.a)!, places.get(tie.b)!)),
      ...picture.nodes.map((node) => drawNode(node, places.get(node.code)!))));
  }

  private drawTie(tie: Tie, a: Place, b: Place): SVGElement {
    const name = tie.sign > 0 ? "good" : tie.sign < 0 ? "bad" : "unclear";
    const ends = { x1: a.x, y1: a.y, x2: b.x, y2: b.y };
    const label = `${tie.a} and ${tie.b}: ${spellSign(tie)}, ${spellLevel(tie.level)}`;
    const link = svg("a", { href: pairOf(tie), "aria-label": label, class: `tie tie-${name}` },
      svg("line", { ...ends, class: "target" }), svg("line", ends));
    if (tie.sign !== 0) {
      link.append(svg("text", { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 + 4, "text-anchor": "middle" }, name));
    }
    link.addEventListener("pointerenter", () => this.look(tie));
    link.addEventListener("focus", () => this.look(tie));
    return link;
  }
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function placeOf(node: Node): Place {
  return { x: WIDTH / 2 + node.x * (WIDTH / 2 - ROOM), y: HEIGHT / 2 + node.y * (HEIGHT / 2 - ROOM) };
}

function drawNode(node: Node, { x, y }: Place): SVGElement {
  const radius = node.side === "none" ? 5 : 8;
  const shape = node.side === "second"
    ? svg("rect", { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius })
    : svg("circle", { cx: x, cy: y, r: radius });
  return svg("g", { class: `actor actor-${node.side}` },
    shape, svg("text", { x, y: y - radius - 4, "text-anchor": "middle" }, node.name));
}
