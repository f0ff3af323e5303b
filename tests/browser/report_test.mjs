// The report in a real browser, from file://. report_test.mjs OUT MANY FOLDER SNEDDON [CHROMIUM]
// MANY: an OUT with more tests than are drawn one by one. FOLDER: demo/out and demo/study of the whole
// demo, small/out and small/study of one that is run again.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const out = path.resolve(process.argv[2]);
const many = path.resolve(process.argv[3]);
const folder = path.resolve(process.argv[4]);
const sneddon = path.resolve(process.argv[5]);
const executablePath = process.argv[6] ?? "/usr/bin/chromium";
const url = pathToFileURL(path.join(out, "report.html")).href;
const urlOf = (out) => pathToFileURL(path.join(folder, out, "report.html")).href;
const demo = urlOf("demo/out");
const urlOfMany = pathToFileURL(path.join(many, "report.html")).href;
const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

let failed = 0;
async function check(name, act, options = {}) {
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 900 }, acceptDownloads: true, bypassCSP: options.bypassCSP ?? false,
    reducedMotion: "reduce", colorScheme: options.colorScheme ?? "light", javaScriptEnabled: options.javaScriptEnabled ?? true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000); // a loaded machine is no fault of the page
  const errors = [], requests = [];
  page.on("console", (message) => { if (message.type() === "error") errors.push(message.text()); });
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) requests.push(request.url());
  });
  try {
    await page.goto((options.url ?? url) + (options.fragment ?? ""));
    await act(page);
    assert.deepEqual(errors, [], "console errors");
    assert.deepEqual(requests, [], "requests to elsewhere");
    console.log("ok     " + name);
  } catch (error) {
    ++failed;
    console.log("FAILED " + name + "\n" + error);
  }
  await context.close();
}

/// Corners as parts of the figure's width and height.
async function brush(page, id, from, to) {
  const svg = page.locator(`#figure-${id} > svg`);
  await svg.scrollIntoViewIfNeeded();
  const box = await svg.boundingBox();
  const at = ([x, y]) => [box.x + box.width * x, box.y + box.height * y];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
}
const brushClusters = (page, from, to) => brush(page, "clusters", from, to);

/// How many tests the panel lists, and how many it says.
async function selected(page) {
  if (await page.locator("#panel").isHidden()) return 0;
  return Number(/[\d,]+/.exec(await page.locator("#panel h2").textContent())[0].replace(",", ""));
}
const names = (page) => page.locator("#panel .names li button").count();
const rowsSaid = async (page) =>
  Number(/[\d,]+/.exec(await page.locator("#tests-summary").textContent())[0].replace(",", ""));
async function open(page, id) {
  const fold = page.locator(`#${id}`);
  await fold.evaluate((each) => {
    (each.matches("details") ? each : each.querySelector("details")).open = true;
  });
  await page.waitForTimeout(100);
}
const filter = async (page, text) => {
  await page.fill(".bar input[type=search]", text);
  return rowsSaid(page);
};
/// tests.csv without quotes in cells that are asked for.
function rowsOfCsv(file) {
  const lines = fs.readFileSync(file, "utf8").trim().split("\n").map((line) => line.split(","));
  return lines.slice(1).map((line) => Object.fromEntries(lines[0].map((head, i) => [head, line[i]])));
}

await check("a table is copied as LaTeX, symbols as mathematics", async (page) => {
  const copied = await page.evaluate(async () => {
    let text = "";
    navigator.clipboard.writeText = (words) => { text = words; return Promise.resolve(); };
    for (const each of document.querySelectorAll("main details")) each.open = true;
    await new Promise(requestAnimationFrame);
    const table = [...document.querySelectorAll("main .table table")].find((each) => each.querySelector("i + sub"));
    table.parentElement.querySelector(".more button").click();
    return { text, rows: table.rows.length, columns: table.rows[0].cells.length };
  });
  const lines = copied.text.split("\n");
  assert.match(copied.text, /\$[A-Za-z]_\{\\mathrm\{/, copied.text);
  assert.ok(!copied.text.includes("$$"));
  assert.match(lines[2], new RegExp(`^\\\\begin\\{tabular\\}\\{[lr]{${copied.columns}}\\}$`));
  const body = lines.filter((line) => line.endsWith(" \\\\"));
  assert.equal(body.length, copied.rows);
  for (const line of body) assert.equal(line.replace(/\\&/g, "").split(" & ").length, copied.columns, line);
});

await check("opens without a request or an error, and the script is ready", async (page) => {
  assert.equal(await page.locator("html[data-ready]").count(), 1);
  assert.equal(await page.locator("#key figure[data-figure] > svg").count(), 3);
  for (const id of ["figures-work", "figures-creep", "supplement"]) await open(page, id);
  assert.ok((await page.locator("figure[data-figure] > svg").count()) >= 12);
});

await check("a click on a point selects it in every figure, in the table and in the panel", async (page) => {
  const place = await page.locator("#figure-clusters path.points[data-t]").first().evaluate((path) => {
    const svg = path.closest("svg"), [cx, cy] = path.dataset.centre.split(" ").map(Number);
    const [x, y] = /M(\S+) (-?[\d.]+)/.exec(path.getAttribute("d")).slice(1).map(Number);
    svg.scrollIntoView({ block: "center" });
    const at = new DOMPoint(x + cx, y + cy).matrixTransform(svg.getScreenCTM());
    return { x: at.x, y: at.y };
  });
  await page.mouse.move(place.x, place.y);
  assert.match(await page.locator("#card strong").textContent(), /\S/);
  await page.mouse.click(place.x, place.y);
  assert.equal(await selected(page), 1);
  assert.equal(await names(page), 1);
  const name = await page.locator("#panel h3").textContent();
  assert.ok((await page.locator("#tests tr.selected th").textContent()).includes(name));
  assert.equal(await page.locator("#figure-hardness .on").getAttribute("data-on"), "1");
  assert.match(page.url(), /#view:.*sel=\d+/);
  await open(page, "supplement");
  assert.equal(await page.locator("#figure-curves .on-curve").count(), 1);
});

await check("a brush selects the points inside; shift adds; Escape clears", async (page) => {
  await brushClusters(page, [0.25, 0.4], [0.7, 0.85]);
  const count = await selected(page);
  assert.ok(count > 5);
  assert.equal(await names(page), count);
  await page.keyboard.press("Escape");
  assert.equal(await selected(page), 0);
  assert.equal(await page.locator("svg .on").count(), 0);
});

await check("61 points brushed are 61 rows and 61 names", async (page) => {
  // A box from the upper left corner that holds exactly 61, with its other corner as far as can be
  // from any point: what the figure says of itself, not the pixel, decides.
  const box = await page.locator("#figure-clusters > svg").evaluate((svg) => {
    svg.scrollIntoView({ block: "center" });
    const points = [...svg.querySelectorAll("path.points[data-t]")].flatMap((path) => {
      const [cx, cy] = path.dataset.centre.split(" ").map(Number);
      return path.getAttribute("d").split("M").slice(1).map((part) => {
        const [x, y] = /^(\S+) (-?[\d.]+)/.exec(part).slice(1).map(Number);
        return [x + cx, y + cy];
      });
    }).sort((a, b) => a[1] - b[1]);
    let best = { room: 0 };
    for (let n = 61; n < points.length; ++n) {
      const xs = points.slice(0, n).map((point) => point[0]).sort((a, b) => a - b);
      const roomX = n > 61 ? (xs[61] - xs[60]) / 2 : 1, roomY = (points[n][1] - points[n - 1][1]) / 2;
      if (Math.min(roomX, roomY) > best.room)
        best = { room: Math.min(roomX, roomY), x: xs[60] + roomX, y: points[n - 1][1] + roomY };
    }
    const frame = svg.querySelector("g.panel").dataset.frame.split(" ").map(Number);
    const matrix = svg.getScreenCTM();
    const at = (x, y) => { const p = new DOMPoint(x, y).matrixTransform(matrix); return [p.x, p.y]; };
    return { room: best.room * matrix.a, from: at(frame[0] + 0.01, frame[1] + 0.01), to: at(best.x, best.y) };
  });
  assert.ok(box.room > 0.2, `${box.room} pixels`); // a corner is met to less than a tenth of a pixel
  await page.mouse.move(...box.from);
  await page.mouse.down();
  await page.mouse.move(...box.to, { steps: 4 });
  await page.mouse.up();
  assert.equal(await selected(page), 61);
  assert.equal(await names(page), 61);
  await page.locator(".menu summary").click();
  await page.check("text=selected tests alone in the table");
  assert.equal(await rowsSaid(page), 61);
}, { url: demo });

await check("a brush over a raster selects in every raster and in the table", async (page) => {
  await open(page, "supplement");
  assert.equal(await page.locator("#figure-clusters [data-t]").count(), 0);
  await brushClusters(page, [0.2, 0.35], [0.7, 0.9]);
  await page.waitForSelector("#figure-order image.picked", { state: "attached" });
  assert.equal(await page.locator("#figure-clusters image.picked").count(), 1);
  await page.waitForFunction(() => /selected/.test(document.querySelector("#read-out").textContent));
  const words = await page.locator("#read-out").textContent();
  const count = Number(/selected: ([\d,]+) of 8,000 tests/.exec(words)[1].replace(",", ""));
  assert.ok(count > 100 && count < 8000, words);
  assert.equal(await selected(page), count);
  assert.match(decodeURIComponent(page.url()), /box=clusters,\d+,\d+,\d+,\d+/);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("image.picked").count(), 0);
  assert.equal(await selected(page), 0);
}, { url: urlOfMany });

await check("the link brings a brush over a raster back, and the whole frame is every test", async (page) => {
  await page.waitForSelector("#figure-clusters image.picked", { state: "attached" });
  await page.waitForFunction(() => /selected/.test(document.querySelector("#read-out").textContent));
  const words = await page.locator("#read-out").textContent();
  const clustered = rowsOfCsv(path.join(many, "tests.csv"))
    .filter((row) => row.cluster !== "" && row.status === "used").length;
  assert.equal(words, `selected: ${clustered.toLocaleString("en")} of 8,000 tests`);
}, { url: urlOfMany, fragment: "#view:box=clusters%2C0%2C0%2C254%2C254" });

await check("keys step, clear and change the theme", async (page) => {
  await page.keyboard.press("n");
  await page.keyboard.press("n");
  assert.equal(await selected(page), 1);
  assert.match(await page.locator("#read-out").textContent(), /selected/);
  await page.keyboard.press("x");
  assert.equal(await selected(page), 0);
  await page.keyboard.press("d");
  assert.equal(await page.getAttribute("html", "data-theme"), "dark");
});

await check("the keyboard alone: into a figure, along its tests, through the panel, down the table", async (page) => {
  await page.locator("#figure-clusters > svg").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.equal(await selected(page), 1);
  const one = await page.locator("#panel h3").textContent();
  await page.keyboard.press("Shift+ArrowRight");
  assert.equal(await selected(page), 2);
  await page.locator("#panel button", { hasText: "Next" }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await names(page), 2);
  await page.keyboard.press("Escape");
  await page.locator("#tests .virtual").focus();
  for (let i = 0; i < 3; ++i) await page.keyboard.press("ArrowDown");
  assert.equal(await selected(page), 1);
  assert.notEqual(await page.locator("#panel h3").textContent(), one);
});

await check("the filter counts what tests.csv counts, in figures and table alike", async (page) => {
  const rows = rowsOfCsv(path.join(folder, "demo/out/tests.csv"));
  const count = (holds) => rows.filter(holds).length;
  assert.equal(await filter(page, '"hold 60 s"'), 300);
  const shown = await page.locator("#figure-hardness path.points[data-t]").first()
    .evaluate((path) => path.getAttribute("d").split("M").length - 1);
  assert.equal(shown, 300);
  assert.equal(await filter(page, "hold 60 s"), 300);
  const above = count((row) => row.H_IT_GPa !== "" && Number(row.H_IT_GPa) > 5);
  assert.ok(above > 0);
  assert.equal(await filter(page, "H_IT>5"), above);
  assert.equal(await filter(page, "H_IT_GPa > 5 and not cluster = none"),
    count((row) => Number(row.H_IT_GPa) > 5 && row.cluster !== ""));
  assert.equal(await filter(page, "cluster=1"), count((row) => row.cluster === "1"));
  assert.equal(await filter(page, "cluster=1 creep>5 or flag=C002"), count((row) =>
    (row.cluster === "1" && Number(row.creep_nm) > 5) || row.flags.split(";").includes("SND-C002")));
  assert.equal(await filter(page, "(h_max<48 or H_IT>5) load_function=\"hold 0 s\""), count((row) =>
    (Number(row.h_max_nm) < 48 || Number(row.H_IT_GPa) > 5) && row.load_function === "hold 0 s"));
  assert.match(page.url(), /q=/);
}, { url: demo });

await check("what the filter cannot read is said, and what stood before stays", async (page) => {
  await filter(page, "H_IT > 4");
  const before = await rowsSaid(page);
  for (const [text, words] of [["H_TI > 4", "did you mean H_IT?"], ["H_IT > soft", "a number in GPa"],
    ["(H_IT > 4", "expected )"], ["load_function < 3", "= or !="], ["H_IT >", "a value"]]) {
    await filter(page, text);
    const said = await page.locator("#filter-wrong").textContent();
    assert.ok(said.includes(words), `${text}: ${said}`);
    assert.equal(await rowsSaid(page), before);
  }
  await filter(page, "");
  assert.ok(await page.locator("#filter-wrong").isHidden());
});

await check("the filter offers names and values", async (page) => {
  await page.click(".bar input[type=search]");
  await page.keyboard.type("load_f");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.match(await page.inputValue(".bar input[type=search]"), /^load_function /);
  await page.keyboard.type("= ");
  await page.keyboard.type("hold");
  assert.ok((await page.locator("#filter-completions li").count()) >= 3);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.match(await page.inputValue(".bar input[type=search]"), /= "hold \d+ s"/);
  assert.equal(await rowsSaid(page), 40);
});

await check("a head sorts its column, and the last row can be reached", async (page) => {
  const head = page.locator("#tests thead th[data-column=H_IT_GPa]");
  await head.locator("button").click();
  assert.equal(await head.getAttribute("aria-sort"), "ascending");
  const place = await head.evaluate((cell) => cell.cellIndex);
  const values = () => page.locator("#tests tbody tr[data-at]").evaluateAll(
    (rows, at) => rows.map((row) => parseFloat(row.cells[at].textContent)).filter((v) => !Number.isNaN(v)), place);
  const first = await values();
  assert.deepEqual(first, [...first].sort((a, b) => a - b));
  await page.locator("#tests .virtual").evaluate((region) => { region.scrollTop = region.scrollHeight; });
  await page.waitForTimeout(200);
  const last = await page.locator("#tests tbody tr[data-at]").last().getAttribute("aria-rowindex");
  assert.equal(Number(last), (await rowsSaid(page)) + 1);
  // Head and first column stay in view.
  const box = await page.locator("#tests .virtual").boundingBox();
  assert.ok(Math.abs((await head.boundingBox()).y - box.y) < 3);
});

await check("columns are chosen, and the link keeps them", async (page) => {
  await page.locator(".chooser summary").click();
  await page.locator(".chooser label", { hasText: "hp (nm)" }).locator("input").check();
  assert.equal(await page.locator("#tests thead th[data-column=h_p_nm]").count(), 1);
  assert.match(decodeURIComponent(page.url()), /cols=[^&]*h_p_nm/);
});

await check("zoom rescales the axes, the log switch too, and reset brings all back", async (page) => {
  const figure = page.locator("#figure-hardness");
  const svg = figure.locator("> svg");
  const before = await svg.evaluate((each) => each.outerHTML);
  const labels = () => svg.locator("g.ticks[data-axis=y] text").allTextContents();
  const size = () => svg.locator("path.points").first().evaluate((path) => /a([\d.]+)/.exec(path.getAttribute("d"))[1]);
  const was = await labels(), wide = await size();
  await figure.locator(".more summary").click();
  await figure.locator("button", { hasText: "+" }).click();
  assert.notDeepEqual(await labels(), was);
  assert.equal(await size(), wide); // marks keep their size
  await figure.locator("button", { hasText: "log y" }).click();
  await figure.locator("button", { hasText: "Reset" }).click();
  assert.equal((await svg.evaluate((each) => each.outerHTML)).length, before.length);
  assert.deepEqual(await labels(), was);
});

await check("a cluster can be switched off everywhere", async (page) => {
  await page.locator(".menu summary").click();
  await page.locator(".menu label", { hasText: "cluster 0" }).locator("input").uncheck();
  assert.ok((await page.locator("#figure-clusters g.mark.off").count()) >= 1);
  assert.match(decodeURIComponent(page.url()), /off=cluster/);
});

await check("the panel shows curve, fit, hold with its law, residuals, values with u and flags in words", async (page) => {
  await filter(page, '"hold 60 s"');
  await page.locator("#tests .virtual").focus();
  await page.keyboard.press("ArrowDown");
  await page.waitForSelector("#panel .plot");
  const plots = await page.locator("#panel .one figcaption").allTextContents();
  assert.ok(plots.some((text) => text.startsWith("Curve")) && plots.some((text) => /a = .* nm\/s/.test(text)), plots.join());
  assert.ok((await page.locator("#panel .plot .fit").count()) >= 2);
  const rows = rowsOfCsv(path.join(folder, "demo/out/tests.csv"));
  const name = await page.locator("#panel h3").textContent();
  const row = rows.find((each) => each.test_id === name);
  const cells = await page.locator("#panel .values tr", { hasText: "HIT" }).first().locator("td").allTextContents();
  assert.equal(Number(cells[0]), Number(Number(row.H_IT_GPa).toPrecision(4)));
  const u = Math.hypot(Number(row.H_IT_GPa_u_random), Number(row.H_IT_GPa_u_common));
  assert.ok(Math.abs(Number(cells[1]) - u) < 0.06 * u, `${cells[1]} ${u}`);
  await filter(page, "flag=C002");
  await page.locator("#tests .virtual").focus();
  await page.keyboard.press("ArrowDown");
  assert.match(await page.locator("#panel .flag").first().textContent(), /drift/);
}, { url: demo });

await check("residuals of a test that the page carries whole have the rms that is printed", async (page) => {
  await open(page, "supplement");
  const caption = await page.locator("#figure-unloading-fits figcaption").textContent();
  const name = /\S+_LC\.txt/.exec(caption)?.[0] ?? /\S+\.txt/.exec(caption)[0];
  await filter(page, `test_id = "${name}"`);
  await page.locator("#tests .virtual").focus();
  await page.keyboard.press("ArrowDown");
  await page.waitForSelector("#panel .plot .residual");
  const words = await page.locator("#panel figcaption", { hasText: "Residuals" }).textContent();
  assert.match(words, /all [\d,]+ points \(rms/);
}, { url: demo });

await check("of any other test the page has where its residuals lie, and the rms that is printed", async (page) => {
  const rows = rowsOfCsv(path.join(folder, "demo/out/tests.csv"));
  await page.keyboard.press("n");
  await page.keyboard.press("n");
  await page.waitForSelector("#panel .plot .squares");
  const name = await page.locator("#panel h3").textContent();
  const words = await page.locator("#panel figcaption", { hasText: "Residuals" }).textContent();
  const rms = Number(/rms ([\d.]+) nm/.exec(words)[1]);
  const printed = Number(rows.find((row) => row.test_id === name).fit_rms_nm);
  assert.equal(rms, Number(printed.toPrecision(3)));
}, { url: demo });

await check("CSV and list of a selection", async (page) => {
  await page.keyboard.press("n");
  await page.keyboard.press("n");
  const name = await page.locator("#panel h3").textContent();
  const [download] = await Promise.all([page.waitForEvent("download"),
    page.locator("#panel button", { hasText: "CSV" }).click()]);
  const file = path.join(os.tmpdir(), `sneddon-${process.pid}.csv`);
  await download.saveAs(file);
  const lines = fs.readFileSync(file, "utf8").trim().split("\n");
  fs.rmSync(file);
  assert.equal(lines.length, 2);
  assert.match(lines[0], /^test_id,/);
  assert.ok(lines[1].startsWith(name));
});

await check("two left out: the lines do it, and the means of the next run are those of the preview", async (page) => {
  const before = rowsOfCsv(path.join(folder, "small/out/tests.csv"));
  await page.keyboard.press("n");
  await page.locator("#tests tbody tr[data-at] th").nth(3).click({ modifiers: ["Shift"] });
  assert.equal(await selected(page), 2);
  await page.locator("#panel button", { hasText: "Leave out" }).click();
  await page.fill('#panel input[aria-label="Reason"]', 'on a "scratch"');
  const [download] = await Promise.all([page.waitForEvent("download"),
    page.locator("#panel button", { hasText: "Save lines" }).click()]);
  const lines = path.join(folder, "exclude.toml");
  await download.saveAs(lines);
  const study = path.join(folder, "small/study");
  fs.appendFileSync(path.join(study, "study.toml"), "\n" + fs.readFileSync(lines, "utf8"));
  execFileSync(sneddon, ["run", study, "-o", path.join(folder, "small/next"), "-q"]);
  const next = rowsOfCsv(path.join(folder, "small/next/tests.csv"));
  const left = next.filter((row) => row.status === "excluded");
  assert.equal(left.length, 2);
  for (const row of left) assert.match(fs.readFileSync(path.join(folder, "small/next/tests.csv"), "utf8"), /scratch/);
  assert.equal(before.filter((row) => row.status === "used").length - 2,
    next.filter((row) => row.status === "used").length);
  const results = JSON.parse(fs.readFileSync(path.join(folder, "small/next/results.json"), "utf8"));
  const shown = await page.locator("#panel .preview tr[data-group]").evaluateAll((rows) => rows.map((row) =>
    [row.dataset.group, row.dataset.quantity, Number(row.cells[2].dataset.mean)]));
  assert.ok(shown.length >= 4);
  for (const [group, quantity, mean] of shown) {
    const found = results.groups.find((each) => each.name === group);
    const run = found.quantities?.[quantity]?.mean ?? found.statistics?.[quantity]?.mean ?? found[quantity]?.mean;
    assert.ok(Math.abs(mean - run) <= 1e-12 * Math.abs(run), `${group} ${quantity}: ${mean} ${run}`);
  }
}, { url: urlOf("small/out") });

await check("SVG, PNG and CSV come out of a figure", async (page) => {
  await page.locator("#figure-hardness .more summary").click();
  for (const [label, name] of [["SVG: hardness", "hardness.svg"], ["PNG: hardness", "hardness.png"],
    ["CSV: data of hardness", "hardness.csv"]]) {
    const [download] = await Promise.all([
      page.waitForEvent("download"), page.locator(`button[aria-label^="${label}"]`).click()]);
    assert.equal(download.suggestedFilename(), name);
    const file = path.join(os.tmpdir(), `sneddon-${process.pid}-${name}`);
    await download.saveAs(file);
    const bytes = fs.readFileSync(file);
    fs.rmSync(file);
    if (name.endsWith("csv"))
      assert.equal(bytes.toString(), fs.readFileSync(path.join(out, "figures", "hardness.csv"), "utf8"));
    if (name.endsWith("png")) assert.equal(bytes.subarray(1, 4).toString(), "PNG");
    if (name.endsWith("svg")) assert.match(bytes.toString(), /^<\?xml[^>]*>\s*<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  }
});

await check("the link brings selection, filter, sorting and theme back", async (page) => {
  assert.equal(await selected(page), 3);
  assert.equal(await page.getAttribute("html", "data-theme"), "dark");
  assert.equal(await page.inputValue(".bar input[type=search]"), "H_IT > 4");
  assert.equal(await page.getAttribute("#tests th[data-column=creep_nm]", "aria-sort"), "descending");
}, { fragment: "#view:sel=1-2%2C5&q=H_IT+%3E+4&sort=-creep_nm&theme=dark" });

await check("a link into a closed part opens it", async (page) => {
  await page.locator('.verdicts a[href="#check-drift"]').first().click();
  assert.ok(await page.locator("#check-drift").isVisible());
});

// --- limits ----------------------------------------------------------------------------------------

/// Seconds of the main thread's own time, which other programs of the machine do not lengthen.
async function mainThread(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find((each) => each.name === "TaskDuration").value;
}
async function mainThreadSession(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return session;
}
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

for (const [name, address, most] of [["demo", demo, 15], ["first-run", urlOf("first-run"), 12]])
  await check(`at most ${most} screens of 1440 x 900 and 5,000 elements, no table cut: ${name}`, async (page) => {
    const screens = await page.evaluate(() => document.documentElement.scrollHeight / 900);
    const elements = await page.evaluate(() => document.querySelectorAll("*").length);
    console.log(`       ${screens.toFixed(1)} screens, ${elements} elements`);
    assert.ok(screens <= most, `${screens} screens`);
    assert.ok(elements < 5000, `${elements} elements`);
    const cut = await page.locator("#glance .table").evaluate((each) => each.scrollWidth - each.clientWidth);
    assert.equal(cut, 0);
  }, { url: address, viewport: { width: 1440, height: 900 } });

await check("the demo is usable after 1 s of the main thread, and its page has at most 6 MB", async (page) => {
  assert.ok(fs.statSync(path.join(folder, "demo/out/report.html")).size <= 6e6);
  const times = [];
  for (let run = 0; run < 5; ++run) {
    const session = await mainThreadSession(page);
    const before = await mainThread(session);
    await page.reload();
    const after = await mainThread(session);
    times.push(after - (after > before ? before : 0));
    await session.detach();
  }
  console.log(`       main thread ${times.map((time) => time.toFixed(2)).join(", ")} s`);
  assert.ok(median(times) <= 1, `${times}`);
}, { url: demo, viewport: { width: 1440, height: 900 } });

await check("sort and filter take at most 100 ms", async (page) => {
  const session = await mainThreadSession(page);
  const acts = {
    filter: (run) => {
      const input = document.querySelector(".bar input[type=search]");
      input.value = `H_IT > ${4 + run / 10}`;
      input.dispatchEvent(new Event("input"));
      return document.body.offsetHeight; // layout is part of it
    },
    sort: () => {
      document.querySelector("#tests th[data-column=H_IT_GPa] button").click();
      return document.body.offsetHeight;
    },
  };
  for (const [name, act] of Object.entries(acts)) {
    const times = [];
    for (let run = 0; run < 5; ++run) {
      const before = await mainThread(session);
      await page.evaluate(act, run);
      times.push(1000 * (await mainThread(session) - before));
    }
    console.log(`       ${name} ${median(times).toFixed(0)} ms`);
    assert.ok(median(times) > 0 && median(times) <= 100, `${name}: ${times}`);
  }
}, { url: demo });

await check("390 px: the bar takes at most a tenth of the height, nothing leaves the page", async (page) => {
  const bar = await page.locator(".bar").boundingBox();
  assert.ok(bar.height <= 84.4, `${bar.height}`);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
}, { url: demo, viewport: { width: 390, height: 844 } });

{
  const widths = {};
  for (const width of [1440, 1024])
    await check(`figures at ${width} px`, async (page) => {
      for (const id of ["figures-load", "figures-work", "supplement"]) await open(page, id);
      widths[width] = await page.locator("figure[data-figure]").evaluateAll((figures) =>
        Object.fromEntries(figures.map((figure) => [figure.id, figure.querySelector("svg").getBoundingClientRect().width])));
    }, { url: demo, viewport: { width, height: 900 } });
  await check("no figure is larger at 1024 px than at 1440", async () => {
    for (const id of Object.keys(widths[1440])) assert.ok(widths[1024][id] <= widths[1440][id] + 1, id);
  });
}

await check("print: parts are open, and the table of tests comes by choice", async (page) => {
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator("main details.fold:not([open])").count(), 0);
  assert.ok(await page.locator("#figure-work-areas > svg").isVisible());
  assert.ok(!(await page.locator("#tests .virtual").isVisible()));
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.evaluate(() => { document.querySelector(".table-tools input").click(); });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator("#tests tbody tr[data-at]").count(), await rowsSaid(page));
});

for (const [name, address] of [["demo", demo], ["several samples", urlOf("samples/out")], ["CSM", urlOf("csm/out")]])
  await check(`print: no table is cut by an A4 page: ${name}`, async (page) => {
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const cut = await page.locator("main .table").evaluateAll((tables) => tables
      .filter((each) => each.scrollWidth > each.clientWidth + 1)
      .map((each) => `${each.querySelector("caption")?.id}: ${each.scrollWidth} of ${each.clientWidth}`));
    assert.deepEqual(cut, []);
  }, { url: address, viewport: { width: 688, height: 1000 } }); // 182 mm

for (const [width, height] of [[1440, 900], [1280, 900], [1024, 900], [390, 844]])
  await check(`the panel leaves the brushed figure in view at ${width} px`, async (page) => {
    await brushClusters(page, [0.25, 0.4], [0.7, 0.85]);
    assert.ok((await selected(page)) > 5);
    const figure = await page.locator("#figure-clusters > svg").boundingBox();
    const panel = await page.locator("#panel").boundingBox();
    const bar = await page.locator(".bar").boundingBox();
    const isBeside = figure.x + figure.width <= panel.x + 1, isAbove = figure.y + figure.height <= panel.y + 1;
    assert.ok(isBeside || isAbove, JSON.stringify({ figure, panel }));
    assert.ok(figure.y >= bar.y + bar.height - 1 && figure.y + figure.height <= height + 1, JSON.stringify({ figure, bar }));
  }, { url: demo, viewport: { width, height } });

for (const colorScheme of ["light", "dark"])
  await check(`marks have 3:1 on the page, ${colorScheme}`, async (page) => {
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const low = await page.evaluate(() => {
      const parse = (text) => (text.match(/[\d.]+/g) ?? []).map(Number);
      const luminance = (rgb) => rgb.slice(0, 3).map((c) => c / 255)
        .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
      const page = parse(getComputedStyle(document.body).backgroundColor);
      const contrast = (colour, opacity) => {
        const over = colour.map((c, i) => opacity * c + (1 - opacity) * page[i]);
        const [a, b] = [luminance(over), luminance(page)].sort((x, y) => y - x);
        return (a + 0.05) / (b + 0.05);
      };
      const found = new Set();
      for (const mark of document.querySelectorAll("figure[data-figure] path.points, figure[data-figure] g.mark path[fill=none], .plot path")) {
        const style = getComputedStyle(mark);
        const ratios = [style.fill, style.stroke].filter((paint) => paint !== "none")
          .map((paint) => contrast(parse(paint), Number(style.opacity)));
        const best = Math.max(...ratios);
        if (best < 3) found.add(`${mark.closest("figure").id} ${mark.parentElement.dataset.series} ${style.fill} ${style.stroke} ${style.opacity} ${best.toFixed(2)}`);
      }
      return [...found];
    });
    assert.deepEqual(low, []);
  }, { url: demo, colorScheme });

await check("no underscore outside of code", async (page) => {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const found = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector("body"), NodeFilter.SHOW_TEXT);
    const texts = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.textContent.includes("_") && !node.parentElement.closest("code,pre,script,style,noscript,svg desc,svg title,.files,#tests,.virtual,input,textarea"))
        texts.push(node.textContent.trim().slice(0, 80));
    return [...new Set(texts)];
  });
  assert.deepEqual(found, []);
}, { url: demo });

for (const colorScheme of ["light", "dark"])
  await check(`axe finds nothing, ${colorScheme}`, async (page) => {
    await page.evaluate(axe);
    const result = await page.evaluate(() => globalThis.axe.run(document));
    const found = result.violations.map((v) => `${v.id}: ${v.nodes.length}, ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].failureSummary}`);
    assert.deepEqual(found, []);
  }, { colorScheme, bypassCSP: true });

await check("without JavaScript every figure, table and row is there", async (page) => {
  const html = fs.readFileSync(path.join(out, "report.html"), "utf8");
  assert.equal(await page.locator("figure[data-figure] svg").count(), html.split("<svg ").length - 1);
  assert.ok((await page.locator("figure[data-figure] svg").count()) >= 20);
  assert.equal(await page.locator("table").count(), html.split("<table>").length - 1);
  assert.equal(await page.locator("#tests tbody tr").count(), rowsOfCsv(path.join(out, "tests.csv")).length);
  assert.ok(await page.locator("#figure-hardness svg").isVisible());
}, { javaScriptEnabled: false });

await browser.close();
process.exit(failed === 0 ? 0 : 1);
