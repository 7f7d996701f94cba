"use strict";
// Draws the graph of how a claim travelled. What it tells stands in the list below it; a box shows its part of the list
// beside. The drawing takes no wheel, no drag and no pinch: the page scrolls as everywhere.
function drawGraph(drawing) {
  const TINTS = 8;
  const FEW = 3; // boxes below one box that are shown at once; the others open by so many:
  const MORE = 30;
  const isNarrow = innerWidth < 600;
  const BOX = { width: isNarrow ? 122 : 172, line: 17, padding: 9, lines: 3 };
  const GAP = { rank: isNarrow ? 92 : 110, box: 12, tree: 26, edge: isNarrow ? 4 : 12 };

  const beside = document.querySelector(".beside");
  const data = JSON.parse(document.querySelector("#graph-data").textContent);
  const origins = new Map(data.origins.map((one) => [one.key, one]));
  const reports = new Map(data.reports.map((one) => [one.key, one]));
  const below = new Map();
  for (const step of data.steps) below.set(step.start, [...(below.get(step.start) ?? []), step]);
  const opened = new Map();
  const pen = document.createElement("canvas").getContext("2d");
  let cy;
  let order = [];
  let chosen;

  function color(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  }

  function tellDay(published) {
    const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(published ?? "");
    if (!day) return published ?? "undated";
    return new Date(Date.UTC(+day[1], +day[2] - 1, +day[3])).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  }

  // Words in lines as wide as a box; what does not fit ends with "…".
  function wrap(words, lines) {
    const room = BOX.width - 2 * BOX.padding;
    const held = [""];
    for (const word of words.split(/\s+/)) {
      const longer = held.at(-1) ? `${held.at(-1)} ${word}` : word;
      if (pen.measureText(longer).width <= room || !held.at(-1)) held[held.length - 1] = longer;
      else held.push(word);
    }
    const kept = held.slice(0, lines);
    if (held.length > lines) kept[lines - 1] += " …";
    return kept.map((line) => {
      let short = line;
      while (pen.measureText(short).width > room) short = `${short.replace(/…$/, "").slice(0, -1)}…`;
      return short;
    });
  }

  function box(key, kind, lines, origin) {
    const side = data.sides.indexOf(origin.side);
    const stands = origin.stance === "denies" ? "denies" : origin.name ? "said" : "unrecorded";
    return {
      data: { id: key, label: lines.join("\n"), tint: color(`tint-${side % TINTS}`) || color("shade"), edge: color(`edge-${side % TINTS}`) || color("soft"), height: lines.length * BOX.line + 2 * BOX.padding },
      classes: `${kind} ${stands}`,
    };
  }

  function originBox(origin) {
    const name = wrap(origin.name ?? "Not recorded on whose word", BOX.lines);
    const stance = { denies: ["denies it"], "no comment": ["says nothing on it"] }[origin.stance] ?? [];
    const side = origin.side && origin.side !== origin.name ? wrap(origin.side.replace(`${origin.name}, `, ""), 2) : [];
    return box(origin.key, "origin", [...name, ...stance, ...side, tellDay(origin.since)], origin);
  }

  function reportBox(report, origin) {
    return box(report.key, "report", [...wrap(report.outlet ?? "outlet unknown", isNarrow ? 2 : 1), tellDay(report.published)], origin);
  }

  function countReports(steps = []) {
    return steps.reduce((count, step) => count + 1 + countReports(below.get(step.end)), 0);
  }

  function foldBox(key, steps, origin) {
    const count = countReports(steps);
    return box(`${key}+`, "fold", [`+${count} ${reports.has(key) ? "copies" : "stories"}`], origin);
  }

  // The boxes and lines of one origin, in reading order.
  function grow(key, origin, found) {
    const steps = below.get(key) ?? [];
    const room = opened.get(key) ?? FEW;
    const shown = steps.length > room + 1 ? steps.slice(0, room) : steps;
    for (const step of shown) {
      found.push(reportBox(reports.get(step.end), origin));
      found.push({ data: { id: `${step.start}>${step.end}`, source: step.start, target: step.end, label: `${step.how}\n${Math.round(100 * step.score)} %` }, classes: origin.stance === "denies" ? "denies" : origin.name ? "said" : "unrecorded" });
      grow(step.end, origin, found);
    }
    if (shown.length < steps.length) {
      found.push(foldBox(key, steps.slice(shown.length), origin));
      found.push({ data: { id: `${key}>${key}+`, source: key, target: `${key}+`, label: "" }, classes: "said" });
    }
    return found;
  }

  function styles() {
    const ink = color("ink");
    const font = getComputedStyle(document.body).fontFamily;
    return [
      { selector: "node", style: { shape: "round-rectangle", width: BOX.width, height: "data(height)", label: "data(label)", "text-wrap": "wrap", "text-max-width": BOX.width, "text-valign": "center", "text-halign": "center", "line-height": 1.25, "font-family": font, "font-size": 13, color: ink, "background-color": color("sheet"), "border-width": 1.5, "border-color": "data(edge)" } },
      { selector: "node.origin", style: { "background-color": "data(tint)", "border-width": 2, "font-weight": 600 } },
      { selector: "node.fold", style: { "border-style": "dashed", "background-color": color("paper"), color: color("accent") } },
      { selector: "node.denies", style: { "border-style": "dashed", "border-color": color("warn"), "border-width": 2 } },
      { selector: "node.unrecorded", style: { "border-style": "dotted", "border-color": color("soft"), "border-width": 2 } },
      { selector: "edge", style: { width: 1.5, "line-color": color("soft"), "curve-style": "round-taxi", "taxi-direction": "rightward", "taxi-turn": 16, "taxi-radius": 6, "target-arrow-shape": "triangle", "target-arrow-color": color("soft"), "arrow-scale": 0.8, "target-label": "data(label)", "target-text-offset": GAP.rank / 2 - 5, "text-wrap": "wrap", "font-family": font, "font-size": 11, color: color("soft"), "text-background-color": color("sheet"), "text-background-opacity": 1, "text-background-padding": 1 } },
      { selector: "edge.denies", style: { "line-style": "dashed" } },
      { selector: "edge.unrecorded", style: { "line-style": "dotted" } },
      { selector: ".chosen", style: { "border-width": 4, "border-style": "solid", "border-color": color("accent") } },
    ];
  }

  function draw() {
    pen.font = `600 13px ${getComputedStyle(document.body).fontFamily}`;
    cy.elements().remove();
    cy.style(styles());
    order = [];
    let top = GAP.edge;
    let width = 0;
    for (const origin of origins.values()) {
      const tree = cy.add([originBox(origin), ...grow(origin.key, origin, [])]);
      order.push(...tree.nodes().map((node) => node.id()));
      const place = (one) => order.indexOf(one.isNode() ? one.id() : one.target().id());
      tree.layout({ name: "dagre", rankDir: "LR", nodeSep: GAP.box, rankSep: GAP.rank, fit: false, animate: false, sort: (one, other) => place(other) - place(one) }).run();
      const around = tree.nodes().boundingBox({ includeLabels: false });
      tree.nodes().shift({ x: GAP.edge - around.x1, y: top - around.y1 });
      top += around.h + GAP.tree;
      width = Math.max(width, around.w);
    }
    const canvas = drawing.firstElementChild;
    canvas.style.width = drawing.style.minWidth = `${Math.ceil(width + 2 * GAP.edge)}px`;
    canvas.style.height = `${Math.ceil(top - GAP.tree + GAP.edge)}px`;
    cy.resize();
    cy.viewport({ zoom: 1, pan: { x: 0, y: 0 } });
    choose(cy.getElementById(chosen).nonempty() ? chosen : order[0], false);
  }

  // Marks a box and shows its part of the list beside; with the keyboard the page follows it.
  function choose(key, follow) {
    chosen = key;
    cy.nodes().removeClass("chosen");
    cy.getElementById(key).addClass("chosen");
    const item = document.querySelector(`.as-list .node[data-key="${key}"]`);
    if (item) beside.replaceChildren(item.cloneNode(true));
    else beside.textContent = `${cy.getElementById(key).data("label")}: Enter shows them.`;
    if (!follow) return;
    const frame = drawing.getBoundingClientRect();
    const at = cy.getElementById(key).boundingBox();
    const wide = drawing.parentElement;
    wide.scrollTo({ left: (at.x1 + at.x2 - wide.clientWidth) / 2 });
    if (frame.top + at.y1 < 0 || frame.top + at.y2 > innerHeight) scrollBy({ top: frame.top + (at.y1 + at.y2 - innerHeight) / 2 });
  }

  function unfold(key) {
    const whose = key.slice(0, -1);
    const first = opened.get(whose) ?? FEW;
    opened.set(whose, first + MORE);
    chosen = below.get(whose)[first].end;
    draw();
    choose(chosen, true);
  }

  function use(key) {
    if (key.endsWith("+")) unfold(key);
    else choose(key, false);
  }

  function boxAt(event) {
    const place = drawing.firstElementChild.getBoundingClientRect();
    const [x, y] = [event.clientX - place.left, event.clientY - place.top];
    return cy.nodes().filter((node) => {
      const at = node.boundingBox({ includeLabels: false });
      return at.x1 <= x && x <= at.x2 && at.y1 <= y && y <= at.y2;
    })[0]?.id();
  }

  const moves = {
    ArrowDown: (at) => order[Math.min(at + 1, order.length - 1)],
    ArrowUp: (at) => order[Math.max(at - 1, 0)],
    ArrowRight: () => cy.getElementById(chosen).outgoers("node")[0]?.id(),
    ArrowLeft: () => cy.getElementById(chosen).incomers("node")[0]?.id(),
    Home: () => order[0],
    End: () => order.at(-1),
  };

  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && chosen) {
      use(chosen);
      beside.querySelector("a")?.focus();
    } else if (moves[event.key]) {
      choose(moves[event.key](order.indexOf(chosen)) ?? chosen, true);
    } else {
      return;
    }
    event.preventDefault();
  }

  document.querySelector(".graph").hidden = document.querySelector("#graph-keys").hidden = false;
  document.querySelector(".as-list").open = false;
  cy = cytoscape({ container: drawing.firstElementChild, userZoomingEnabled: false, userPanningEnabled: false, boxSelectionEnabled: false, autoungrabify: true, autounselectify: true });
  const weight = (key) => (origins.get(key).name ? countReports(below.get(key)) : 0); // what nobody is recorded for comes last
  chosen = [...origins.keys()].reduce((most, key) => (weight(key) > weight(most) ? key : most));
  draw();
  if (isNarrow) beside.replaceChildren(); // there it lies over the graph, so only once a box is chosen
  drawing.addEventListener("click", (event) => {
    const key = boxAt(event);
    if (key) use(key);
  });
  drawing.addEventListener("mousemove", (event) => { drawing.style.cursor = boxAt(event) ? "pointer" : ""; });
  drawing.addEventListener("keydown", press);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
}

for (const drawing of document.querySelectorAll("#graph-drawing")) drawGraph(drawing);
