"use strict";
// Draws when a claim was reported: a row for each side with a box for each stretch of time that has reports, and above
// it the count of sides. All of it stands in the table below.
function drawTimeline(drawing) {
  const HOUR = 3600e3;
  const STRETCHES = [1, 2, 3, 6, 12, 24, 48, 72, 120, 168, 240, 336, 504, 672, 1008, 1344, 2184].map((hours) => hours * HOUR);
  const BOX_PIXELS = 32; // narrower boxes have no room for their number

  function at(day, time) {
    const [year, month, date] = day.split("-").map(Number);
    const [hours, minutes] = (time ?? "12:00").split(":").map(Number);
    return new Date(year, month - 1, date, hours, minutes).getTime();
  }

  document.querySelector(".time").hidden = false;
  document.querySelector(".as-table").open = false;
  const told = JSON.parse(document.querySelector("#time-data").textContent);
  const graph = JSON.parse(document.querySelector("#graph-data").textContent);
  const origins = new Map(graph.origins.map((one) => [one.key, one]));
  const covers = document.querySelector(".time-covers");
  const shown = document.querySelector(".time-chosen");
  const marks = told.days.flatMap((day) => day.reports).map((one) => ({ ...one, at: at(one.day, one.time), row: rowOf(origins.get(one.origin)) }));

  function rowOf(origin) {
    if (origin.stance === "denies") return "Denied";
    if (origin.stance === "no comment") return "Nothing said on it";
    return origin.name ? origin.side : "Not recorded";
  }

  const rows = [...new Set([...graph.sides, "Not recorded", "Denied", "Nothing said on it"])].filter((row) => marks.some((one) => one.row === row));
  const tintOf = (row) => (graph.sides.includes(row) ? `tint-${graph.sides.indexOf(row) % 8}` : row === "Denied" ? "denies" : "unrecorded");

  const first = Math.min(...marks.map((one) => one.at));
  const last = Math.max(...marks.map((one) => one.at));
  const margin = Math.max(0.05 * (last - first), 24 * HOUR);
  const edges = { start: first - margin, end: last + 3 * margin };
  for (let stretch = 0; stretch < stretchFor(edges); ) {
    stretch = stretchFor(edges); // so that the first box and the last one are within
    edges.start = Math.min(edges.start, first - stretch);
    edges.end = Math.max(edges.end, last + stretch);
  }

  function stretchFor(range) {
    const least = ((range.end - range.start) / Math.max(0.75 * drawing.clientWidth, 200)) * BOX_PIXELS;
    return STRETCHES.find((one) => one >= least) ?? STRETCHES.at(-1);
  }

  // A name out of a story is text, whatever signs it holds; the library would read it as HTML.
  function asText(words) {
    const element = document.createElement("span");
    element.textContent = words;
    return element;
  }

  // The count, and where there is room the standing.
  function asStep(turn) {
    const standing = asText(` · ${turn.standing}`);
    standing.className = "step-standing";
    const step = asText(turn.count.likely);
    step.append(standing);
    return step;
  }

  function count(number, what) {
    return `${number} ${what}${number === 1 ? "" : "s"}`;
  }

  function steps() {
    return told.turns.map((turn, place) => ({
      id: `turn${place}`,
      group: "#count",
      start: at(turn.day, "00:00"),
      end: place + 1 < told.turns.length ? at(told.turns[place + 1].day, "00:00") : edges.end,
      content: asStep(turn),
      title: `${turn.day}: ${turn.count.likely}, ${turn.standing}`,
      className: `step step-${Math.min(turn.count.likely, 5)}`,
    }));
  }

  function boxes(range) {
    const stretch = stretchFor(range);
    covers.textContent = stretch < 24 * HOUR ? count(stretch / HOUR, "hour") : count(stretch / HOUR / 24, "day");
    const zero = new Date(2000, 0, 3).getTime();
    const held = new Map();
    for (const mark of marks) {
      const place = Math.floor((mark.at - zero) / stretch);
      const key = `${place} ${mark.row}`;
      if (!held.has(key)) held.set(key, { id: key, group: mark.row, start: zero + place * stretch, end: zero + (place + 1) * stretch, className: `tint ${tintOf(mark.row)}`, reports: [] });
      held.get(key).reports.push(mark.report);
    }
    return [...held.values()].map((box) => ({ ...box, content: `${box.reports.length}` }));
  }

  const items = new vis.DataSet([...steps(), ...boxes(edges)]);
  const groups = [{ id: "#count", content: "Sides by then" }, ...rows.map((row) => ({ id: row, content: asText(row) }))];
  const timeline = new vis.Timeline(drawing, items, groups, {
    ...edges,
    min: edges.start - margin, max: edges.end + margin, zoomMin: 12 * HOUR,
    stack: false, selectable: true, moveable: false, zoomable: false, showCurrentTime: false, orientation: "top", margin: { item: { horizontal: 0, vertical: 6 }, axis: 6 },
    groupOrder: (one, other) => groups.findIndex((each) => each.id === one.id) - groups.findIndex((each) => each.id === other.id),
  });

  timeline.on("rangechanged", () => {
    const range = timeline.getWindow();
    const now = boxes({ start: range.start.getTime(), end: range.end.getTime() });
    items.remove(items.getIds().filter((id) => !String(id).startsWith("turn")));
    items.add(now);
  });
  timeline.on("select", ({ items: [id] }) => {
    const reports = items.get(id)?.reports ?? [];
    const list = document.createElement("ul");
    list.append(...reports.map(asLine));
    shown.replaceChildren(list);
  });

  // The line of a report in the table, with its day.
  function asLine(key) {
    const told = document.querySelector(`.as-table li[data-report="${key}"]`);
    const line = told.cloneNode(true);
    line.prepend(`${told.closest("tr").querySelector("th").textContent} `);
    return line;
  }

  function go(move, zoom) {
    const range = timeline.getWindow();
    const [from, to] = [range.start.getTime(), range.end.getTime()];
    const [middle, half] = [(from + to) / 2 + move * (to - from), ((to - from) * (1 + zoom)) / 2];
    timeline.setWindow(middle - half, middle + half, { animation: false });
  }
  for (const button of document.querySelectorAll(".time-buttons button")) {
    button.addEventListener("click", () => ("all" in button.dataset ? timeline.setWindow(edges.start, edges.end, { animation: false }) : go(+button.dataset.move, +button.dataset.zoom)));
  }
  const keys = { "+": [0, -0.5], "-": [0, 1], ArrowLeft: [-0.5, 0], ArrowRight: [0.5, 0] };
  drawing.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    go(...keys[event.key]);
    event.preventDefault();
  });
}

for (const drawing of document.querySelectorAll("#time-drawing")) drawTimeline(drawing);
