// Energy and metric.
function energy() {
  const { places, heights } = data.energy;
  const series = [
    { y: heights[0], colour: () => colour("c0"), width: 1.8 },
    { y: heights[1], colour: () => colour("c1"), width: 1.8, dash: [8, 3] },
  ];
  const spec = {
    title: "Energy",
    height: 220,
    caption:
      "Solid: energies around their mean; dashed: their changes from draw to draw. Good: equally wide. A much narrower dashed line means a low E-BFMI.",
    words:
      "Densities of the energy around its mean and of its changes from draw to draw, over " +
      brief(places[0]) + " to " + brief(places[places.length - 1]) + ".",
  };
  spec.draw = lines(spec, places, series, ["energy, nats", ""], { range: (u, min, max) => [0, max * 1.05] });
  return figure(spec);
}

function metric() {
  const known = data.metric.filter((m) => m.diagonal.length > 0);
  const x = known[0].diagonal.map((_, i) => i * known[0].step + 1);
  const series = data.metric
    .map((m, chain) => ({ y: m.diagonal.map((v) => (v > 0 ? v : null)), colour: chainColours(chain), points: x.length < 60 }))
    .filter((s) => s.y.length === x.length);
  const [low, high] = flatRange(known.map((m) => m.diagonal));
  const spec = {
    title: "Inverse metric",
    height: 220,
    caption:
      "Diagonal, by unconstrained parameter in the program's order: the variances that warmup found. Good: the chains agree.",
    words:
      "Diagonal of the inverse metric of each chain, " + x.length + " elements shown, from " +
      brief(low) + " to " + brief(high) + ".",
  };
  spec.draw = lines(spec, x, series, ["unconstrained parameter", ""], { distr: 3 });
  return figure(spec);
}

if (data.energy) byId("sampler-plots").append(energy());
if (data.metric.some((m) => m.diagonal.length > 0)) byId("sampler-plots").append(metric());
