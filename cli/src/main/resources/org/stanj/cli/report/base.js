// The data of the page, its colours, and figures that are drawn when they come into view.
const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const root = document.documentElement;
const colour = (name) => getComputedStyle(root).getPropertyValue("--" + name).trim();
const chainColour = (chain) => colour("c" + (chain % 8));
const chains = Array.from({ length: data.chains }, (_, chain) => chain);
const hasDivergences = data.divergent.length > 0;

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A number in a few digits, for texts. */
function brief(x) {
  if (!Number.isFinite(x)) return "undefined";
  const text = Number(x.toPrecision(3));
  return Math.abs(text) >= 1e5 || (text !== 0 && Math.abs(text) < 1e-3)
    ? text.toExponential(1)
    : String(text);
}

const decoded = new Map();

/** The draws of a variable: chain by chain those of data.iterations, then data.others. */
function drawsOf(variable) {
  if (!decoded.has(variable.name)) {
    const text = atob(variable.draws);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    const view = new DataView(bytes.buffer);
    const values = new Float32Array(bytes.length / 4);
    for (let i = 0; i < values.length; i++) values[i] = view.getFloat32(4 * i, true);
    decoded.set(variable.name, values);
  }
  return decoded.get(variable.name);
}

const figures = new Set();
const watcher = new IntersectionObserver(
  (entries) => entries.filter((e) => e.isIntersecting).forEach((e) => show(e.target)),
  { rootMargin: "400px" }
);
const drawings = new WeakMap();

function show(holder) {
  const drawing = drawings.get(holder);
  if (!drawing || holder.clientWidth === 0) return;
  drawing.plot?.destroy();
  holder.replaceChildren();
  drawing.plot = drawing.draw(holder);
  drawing.width = holder.clientWidth;
}

/** A plot with its heading, what it should look like, and what it shows in words. */
function figure(spec) {
  const holder = element("div", { role: "img", "aria-label": spec.words });
  holder.style.height = spec.height + "px";
  const made = element("figure", spec.wide ? { class: "wide" } : {}, element("h4", {}, spec.title), holder);
  if (spec.caption) made.append(element("figcaption", {}, spec.caption));
  drawings.set(holder, { draw: (into) => spec.draw(into, spec), plot: null });
  figures.add(holder);
  watcher.observe(holder);
  return made;
}

function forget(parent) {
  for (const holder of [...figures].filter((h) => parent.contains(h))) {
    watcher.unobserve(holder);
    drawings.get(holder)?.plot?.destroy();
    figures.delete(holder);
  }
  parent.replaceChildren();
}

/** Draws again what is on the page; all of it, or what was drawn before. */
function redraw(all) {
  for (const holder of figures) if (all || drawings.get(holder).plot) show(holder);
}

let waiting = 0;
addEventListener("resize", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const moved = [...figures].some(
      (h) => drawings.get(h).plot && drawings.get(h).width !== h.clientWidth
    );
    if (moved) redraw(false);
  }, 150);
});

const FONT = "11px system-ui, sans-serif";

function axis(label, side) {
  const made = {
    stroke: colour("soft"),
    font: FONT,
    labelFont: FONT,
    grid: { stroke: colour("grid"), width: 1 },
    ticks: { stroke: colour("rule"), width: 1, size: 4 },
    gap: 3,
  };
  if (label) Object.assign(made, { label, labelSize: 16, labelGap: 0 });
  if (side) made.size = sizeOfTicks;
  else made.size = 26;
  return made;
}

/** Room for the longest number beside the axis. */
function sizeOfTicks(plot, values) {
  const longest = (values || []).reduce((most, v) => Math.max(most, String(v ?? "").length), 1);
  return 14 + longest * 6.5;
}

/** Lines over a common x. */
function lines(spec, x, series, labels, scale, hooks) {
  return (holder) =>
    new uPlot(
      {
        width: holder.clientWidth,
        height: spec.height,
        legend: { show: false },
        hooks: hooks || {},
        cursor: { points: { show: false }, y: false, drag: { x: true, y: false } },
        scales: { x: { time: false }, y: scale || {} },
        axes: [axis(labels[0], 0), axis(labels[1], 1)],
        series: [{}].concat(
          series.map((s) => ({
            stroke: typeof s.colour === "function" ? s.colour() : s.colour,
            width: s.width || 1.4,
            dash: s.dash,
            points: { show: Boolean(s.points), size: 5, fill: colour("card") },
            paths: s.paths,
          }))
        ),
      },
      [x].concat(series.map((s) => s.y)),
      holder
    );
}

const chainColours = (chain) => () => chainColour(chain);
