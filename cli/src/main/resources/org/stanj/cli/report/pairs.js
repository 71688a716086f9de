// Scatter plots of pairs of variables; divergent draws lie on top.
function paint(size, fill) {
  return (plot, index) => {
    const [xs, ys] = plot.data[index];
    const { ctx } = plot;
    const side = size * devicePixelRatio;
    ctx.save();
    ctx.fillStyle = fill();
    for (let i = 0; i < xs.length; i++) {
      const x = plot.valToPos(xs[i], "x", true);
      const y = plot.valToPos(ys[i], "y", true);
      ctx.fillRect(x - side / 2, y - side / 2, side, side);
    }
    ctx.restore();
    return null;
  };
}

function padded(values) {
  let low = Infinity;
  let high = -Infinity;
  for (const v of values) {
    low = Math.min(low, v);
    high = Math.max(high, v);
  }
  const room = 0.04 * (high - low) || 1;
  return [low - room, high + room];
}

function correlationOf(xs, ys) {
  const [mx, my] = [meanOf(xs), meanOf(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < xs.length; i++) {
    xy += (xs[i] - mx) * (ys[i] - my);
    xx += (xs[i] - mx) ** 2;
    yy += (ys[i] - my) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}

function scatter(first, second) {
  const diverged = new Set(data.divergent);
  const split = (values, wanted) => Array.from(values).filter((_, i) => diverged.has(i) === wanted);
  const [x, y] = [drawsOf(first), drawsOf(second)];
  const regular = [split(x, false), split(y, false)];
  const apart = [split(x, true), split(y, true)];
  const facets = [{ scale: "x" }, { scale: "y" }];
  const spec = {
    title: second.name + " against " + first.name,
    height: 260,
    words:
      "Scatter plot of " + second.name + " against " + first.name + ": correlation " +
      brief(correlationOf(regular[0], regular[1])) + "; " + apart[0].length + " divergent draws shown" +
      (apart[0].length > 0
        ? ", with means " + brief(meanOf(apart[0])) + " of " + first.name + " and " +
          brief(meanOf(apart[1])) + " of " + second.name
        : "") + ".",
  };
  spec.draw = (holder) =>
    new uPlot(
      {
        mode: 2,
        width: holder.clientWidth,
        height: spec.height,
        legend: { show: false },
        cursor: { show: false },
        scales: { x: { time: false, range: padded(x) }, y: { range: padded(y) } },
        axes: [axis(first.name, 0), axis(second.name, 1)],
        series: [
          null,
          { facets, paths: paint(2, () => colour("dot")) },
          { facets, paths: paint(4, () => colour("diverged")) },
        ],
      },
      [null, regular, apart],
      holder
    );
  return figure(spec);
}

const choices = data.pairs.map((name, place) => {
  const choice = element("select", {});
  data.variables.forEach((v, i) => choice.append(element("option", { value: i }, v.name)));
  choice.value = String(names.indexOf(name));
  choice.addEventListener("change", fillPairs);
  byId("pair-choice").append(element("label", {}, "Variable " + (place + 1) + " ", choice));
  return choice;
});

function fillPairs() {
  const holder = byId("pair-plots");
  forget(holder);
  const chosen = [...new Set(choices.map((c) => Number(c.value)))];
  for (let i = 0; i < chosen.length; i++) {
    for (let j = i + 1; j < chosen.length; j++) {
      holder.append(scatter(data.variables[chosen[i]], data.variables[chosen[j]]));
    }
  }
  if (chosen.length < 2) holder.append(element("p", {}, "There are no two quantities that vary."));
}

if (hasDivergences) {
  const dot = element("i", { class: "dot", "aria-hidden": "true" });
  dot.style.background = "var(--diverged)";
  byId("pair-choice").append(element("span", { class: "legend" }, element("span", {}, dot, "divergent")));
}
fillPairs();
