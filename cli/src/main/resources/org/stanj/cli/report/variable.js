// Five plots of a variable: trace, ranks, density, autocorrelation, growth of effective draws.
const kept = data.iterations.length;
const iterationNumbers = data.iterations.map((i) => i + 1);

const meanOf = (values) => values.reduce((a, b) => a + b, 0) / values.length;
const flatRange = (lists) => {
  const all = lists.flat().filter((v) => v !== null);
  return [Math.min(...all), Math.max(...all)];
};

function divergentIterations() {
  const at = data.divergent.map((place) =>
    place < kept * data.chains
      ? data.iterations[place % kept]
      : data.others[place - kept * data.chains][1]
  );
  return at.map((i) => i + 1);
}

/** Strokes at the bottom of a trace where transitions diverged. */
function rug(plot) {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.fillStyle = colour("diverged");
  for (const iteration of divergentIterations()) {
    const x = plot.valToPos(iteration, "x", true);
    if (x >= bbox.left && x <= bbox.left + bbox.width) {
      ctx.fillRect(x - 0.5 * devicePixelRatio, bbox.top + bbox.height - 8 * devicePixelRatio, devicePixelRatio, 8 * devicePixelRatio);
    }
  }
  ctx.restore();
}

function trace(variable) {
  const values = drawsOf(variable);
  const series = chains.map((chain) => ({
    y: Array.from(values.subarray(chain * kept, (chain + 1) * kept)),
    colour: chainColours(chain),
    width: 0.9,
  }));
  const spec = {
    wide: true,
    title: "Trace",
    height: 210,
    caption:
      "Draws in their order" +
      (kept < data.draws ? " (every " + Math.round(data.draws / kept) + "th is drawn)" : "") +
      ". Good: the chains cross each other all the time, and none drifts or stays." +
      (hasDivergences ? " Strokes at the bottom: divergent transitions." : ""),
    words:
      "Trace of " + variable.name + ", " + data.draws + " draws of " + data.chains +
      " chains. Means of the chains: " + series.map((s) => brief(meanOf(s.y))).join(", ") + ".",
  };
  const drawn = hasDivergences ? { draw: [rug] } : {};
  spec.draw = lines(spec, iterationNumbers, series, ["draw", ""], {}, drawn);
  return figure(spec);
}

function ranks(variable) {
  const bins = variable.ranks[0].length;
  const even = data.draws / bins;
  const x = Array.from({ length: bins + 1 }, (_, i) => (100 * i) / bins);
  const stepped = uPlot.paths.stepped({ align: 1 });
  const series = variable.ranks.map((counts, chain) => ({
    y: counts.concat(counts[bins - 1]),
    colour: chainColours(chain),
    paths: stepped,
  }));
  series.push({ y: x.map(() => even), colour: () => colour("ink"), dash: [5, 4], width: 1 });
  const [low, high] = flatRange(variable.ranks);
  const spec = {
    title: "Ranks by chain",
    height: 190,
    caption: "How the ranks of each chain's draws among all draws are spread. Good: all lines stay near the dashed one.",
    words:
      "Rank histogram of " + variable.name + ": " + bins + " bins, " + brief(even) +
      " draws of each chain expected in each; found " + low + " to " + high + ".",
  };
  spec.draw = lines(spec, x, series, ["rank, percent", ""], { range: (u, min, max) => [0, max * 1.05] });
  return figure(spec);
}

function density(variable) {
  const { places, heights, whole } = variable.density;
  const series = heights.map((y, chain) => ({
    y,
    colour: chainColours(chain),
    points: whole,
  }));
  const modes = heights.map((y) => brief(places[y.indexOf(Math.max(...y))]));
  const spec = {
    title: whole ? "Shares by chain" : "Density by chain",
    height: 190,
    caption: "Good: the lines lie on each other.",
    words: "Density of " + variable.name + " by chain. Highest at " + modes.join(", ") + ".",
  };
  spec.draw = lines(spec, places, series, [variable.name, ""], { range: (u, min, max) => [0, max * 1.05] });
  return figure(spec);
}

function correlation(variable) {
  const lags = variable.correlation[0].map((_, lag) => lag);
  const series = variable.correlation.map((y, chain) => ({ y, colour: chainColours(chain) }));
  series.push({ y: lags.map(() => 0), colour: () => colour("ink"), width: 1, dash: [5, 4] });
  const spec = {
    title: "Autocorrelation",
    height: 190,
    caption: "Of draws some iterations apart. Good: it falls to 0 soon.",
    words:
      "Autocorrelation of " + variable.name + " by chain. At lag 1: " +
      variable.correlation.map((y) => brief(y[1])).join(", ") + "; at lag 10: " +
      variable.correlation.map((y) => brief(y[10])).join(", ") + ".",
  };
  spec.draw = lines(spec, lags, series, ["lag", ""]);
  return figure(spec);
}

function growth(variable) {
  const { draws, bulk, tail } = variable.ess;
  const enough = 100 * data.chains;
  const x = [0].concat(draws);
  const series = [
    { y: [0].concat(bulk), colour: () => colour("c0"), points: true },
    { y: [0].concat(tail), colour: () => colour("c1"), points: true, dash: [8, 3] },
    { y: x.map(() => enough), colour: () => colour("ink"), width: 1, dash: [5, 4] },
  ];
  const spec = {
    title: "Effective draws",
    height: 190,
    caption:
      "Of the first draws of all chains; solid: bulk, dashed: tails. Good: both grow steadily, above the thin dashed line at " + enough + ".",
    words:
      "Effective sample size of " + variable.name + " grows to " + brief(bulk[bulk.length - 1]) +
      " (bulk) and " + brief(tail[tail.length - 1]) + " (tails) over " + draws[draws.length - 1] + " draws.",
  };
  spec.draw = lines(spec, x, series, ["draws", ""], { range: (u, min, max) => [0, max * 1.05] });
  return figure(spec);
}

/** Figures of a variable from its row of the table. */
function rowText(name) {
  const entry = rows.find((r) => r.name === name);
  if (!entry) return "";
  const cells = [...entry.row.cells].map((c) => c.textContent.trim());
  return (
    "mean " + cells[1] + ", sd " + cells[3] + ", R-hat " + cells[9] +
    ", ESS " + cells[7] + " bulk, " + cells[8] + " tail"
  );
}

function panel(variable) {
  const heading = element("h3", { tabindex: "-1" }, variable.name);
  heading.append(element("span", { class: "figures" }, rowText(variable.name)));
  return element(
    "div",
    { class: "panel" },
    heading,
    element(
      "div",
      { class: "grid two" },
      trace(variable), ranks(variable), density(variable), correlation(variable), growth(variable)
    )
  );
}

const selector = byId("variable");
const names = data.variables.map((v) => v.name);
data.variables.forEach((v, i) => selector.append(element("option", { value: i }, v.name)));

function select(index, focus) {
  selector.value = String(index);
  byId("all").checked = false;
  fill(focus);
}

function fill(focus) {
  const panels = byId("panels");
  forget(panels);
  if (names.length === 0) {
    panels.append(element("p", {}, "No quantity varies: there is nothing to plot."));
    return;
  }
  const all = byId("all").checked;
  const index = Number(selector.value);
  byId("previous").disabled = all || index === 0;
  byId("next").disabled = all || index === names.length - 1;
  selector.disabled = all;
  panels.append(...(all ? data.variables : [data.variables[index]]).map(panel));
  if (focus) {
    byId("variables").scrollIntoView();
    panels.querySelector("h3").focus({ preventScroll: true });
  }
}

selector.addEventListener("change", () => fill(false));
byId("all").addEventListener("change", () => fill(false));
byId("previous").addEventListener("click", () => select(Number(selector.value) - 1, false));
byId("next").addEventListener("click", () => select(Number(selector.value) + 1, false));
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-variable]");
  const index = link ? names.indexOf(link.dataset.variable) : -1;
  if (index >= 0) {
    event.preventDefault();
    select(index, true);
  }
});
for (const link of document.querySelectorAll("a[data-variable]")) {
  if (!names.includes(link.dataset.variable)) link.removeAttribute("href");
}

const legend = byId("legend");
for (const chain of data.chains > 8 ? [] : chains) {
  const line = element("i", { "aria-hidden": "true" });
  line.style.background = "var(--c" + chain + ")";
  legend.append(element("span", {}, line, "chain " + (chain + 1)));
}
// What looks worst comes first: the first name in the verdict.
const blamed = [...document.querySelectorAll("#verdict a[data-variable]")]
  .map((link) => link.dataset.variable)
  .find((name) => names.includes(name));
const firstShown = names.indexOf(blamed ?? names.find((n) => n !== "lp__"));
if (names.length > 0) selector.value = String(Math.max(0, firstShown));
fill(false);
