// The summary table: sorting by the buttons of its head, searching by name.
const table = byId("summary-table");
const body = table.tBodies[0];
const rows = [...body.rows].map((row, place) => ({
  row,
  place,
  name: row.cells[0].textContent.trim(),
  remark: row.lastElementChild.textContent.trim(),
}));

function cellValue(entry, column) {
  const text = entry.row.cells[column].textContent.trim();
  if (column === 0 || column === table.tHead.rows[0].cells.length - 1) return text;
  return text === "inf" ? Infinity : text === "-inf" ? -Infinity : text === "-" ? NaN : Number(text);
}

const collator = new Intl.Collator("en", { numeric: true });

/** What is undefined comes last, whichever way the others go. */
function compare(a, b, sign) {
  if (typeof a === "string") {
    if (a === "" || b === "") return (a === "" ? 1 : 0) - (b === "" ? 1 : 0);
    return sign * collator.compare(a, b);
  }
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) - Number.isNaN(b);
  return sign * (a < b ? -1 : a > b ? 1 : 0);
}

[...table.tHead.rows[0].cells].forEach((head, column) => {
  head.querySelector("button").addEventListener("click", () => {
    const next = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    for (const other of table.tHead.rows[0].cells) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", next);
    const sign = next === "ascending" ? 1 : -1;
    const keyed = rows.map((entry) => [cellValue(entry, column), entry]);
    keyed.sort((a, b) => compare(a[0], b[0], sign) || a[1].place - b[1].place);
    body.append(...keyed.map(([, entry]) => entry.row));
  });
});

/** A name contains the text; with a star the text is all of the name. */
function matcher(text) {
  const wanted = text.trim().toLowerCase();
  if (!wanted.includes("*")) return (name) => name.toLowerCase().includes(wanted);
  const parts = wanted.split("*").map((p) => p.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp("^" + parts.join(".*") + "$");
  return (name) => pattern.test(name.toLowerCase());
}

function filter() {
  const matches = matcher(byId("search").value);
  const doubtful = byId("doubtful").checked;
  let found = 0;
  for (const entry of rows) {
    const shown = matches(entry.name) && (!doubtful || entry.remark !== "");
    entry.row.hidden = !shown;
    found += shown;
  }
  byId("found").value =
    found === rows.length ? rows.length + " quantities" : found + " of " + rows.length + " quantities";
}

byId("search").addEventListener("input", filter);
byId("doubtful").addEventListener("change", filter);
filter();
