// The network by sigma: quick with many ties. Camps are discs and squares, each clear tie says whether it is good.
import { NodeSquareProgram } from "@sigma/node-square";
import Graph from "graphology";
import Sigma from "sigma";
import { NodeCircleProgram } from "sigma/rendering";

import { readColour } from "../colours";
import type { Node, Picture, Tie } from "../network";
import type { Drawing, Look } from "./network";

export class WebGLDrawing implements Drawing {
  private readonly graph = new Graph({ type: "undirected" });
  private readonly sigma: Sigma;

  constructor(private readonly board: HTMLElement, look: Look, open: (tie: Tie) => void) {
    this.sigma = new Sigma(this.graph, board, {
      nodeProgramClasses: { circle: NodeCircleProgram, square: NodeSquareProgram },
      enableEdgeEvents: true,
      renderEdgeLabels: true,
      labelFont: "system-ui, sans-serif",
      edgeLabelFont: "system-ui, sans-serif",
      edgeLabelSize: 13,
      edgeLabelWeight: "bold",
      labelRenderedSizeThreshold: 0,
      stagePadding: 40,
      defaultDrawNodeHover: () => undefined,
      allowInvalidContainer: true,
    });
    const tieOf = (edge: string): Tie => this.graph.getEdgeAttribute(edge, "tie") as Tie;
    this.sigma.on("enterEdge", ({ edge }) => {
      board.classList.add("at-tie");
      look(tieOf(edge));
    });
    this.sigma.on("leaveEdge", () => {
      board.classList.remove("at-tie");
      look(null);
    });
    this.sigma.on("clickEdge", ({ edge }) => open(tieOf(edge)));
  }

  show(picture: Picture): void {
    const colour = (name: `--${string}`): string => readColour(this.board, name);
    this.sigma.setSetting("labelColor", { color: colour("--island-ink") });
    this.sigma.setSetting("edgeLabelColor", { color: colour("--island-ink") });
    // Sigma keeps the proportions of the graph: they are made those of the board.
    const wide = Math.max(1, this.board.clientWidth / Math.max(1, this.board.clientHeight));
    this.graph.clear();
    for (const node of picture.nodes) {
      this.graph.addNode(node.code, {
        x: node.x * wide, y: -node.y, label: node.name, size: sizeOf(node), forceLabel: node.side !== "none",
        type: node.side === "second" ? "square" : "circle", color: colour(`--island-${node.side}`),
      });
    }
    for (const tie of picture.ties) {
      const name = tie.sign > 0 ? "good" : tie.sign < 0 ? "bad" : "unclear";
      const label = tie.sign === 0 ? "" : name; // a sign would turn with its line, and a "+" become a "\u00d7"
      this.graph.addEdge(tie.a, tie.b, {
        tie, label, forceLabel: tie.sign !== 0, size: tie.sign === 0 ? 1 : 3, color: colour(`--island-${name}`),
      });
    }
    this.sigma.refresh();
  }
}

function sizeOf(node: Node): number {
  return node.side === "none" ? 4 : Math.min(10, 6 + Math.sqrt(node.events) / 4);
}
