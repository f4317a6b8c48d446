// Walks a page with the keyboard alone, and sorts and filters the table of authorities where there is one.

/** How often Tab is pressed before a page is given up. */
const MOST = 400;

/** Presses Tab until the focus is on an element of this selector; whether it came there. */
async function tabTo(page, selector, found) {
  for (let pressed = 0; pressed < MOST; pressed += 1) {
    await page.keyboard.press("Tab");
    const there = await page.evaluate((selector) => {
      const focus = document.activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(focus);
      return { is: focus.matches(selector), seen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
        what: focus.outerHTML.slice(0, 80) };
    }, selector);
    if (!there.seen) found(`the focus is not seen on ${there.what}`);
    if (there.is) return true;
  }
  found(`Tab does not lead to ${selector}`);
  return false;
}

/** The rows that are seen, by what they are put in order by. */
function rows(page, column) {
  return page.locator("#all tbody tr:not([hidden])").evaluateAll((rows, column) => rows.map((row) => {
    const cell = row.cells[column];
    return column > 1 ? (cell.dataset.order ?? null) : cell.textContent.trim();
  }), column);
}

const isUp = (values, way) => values.every((value, at) => at === 0 || way * (value - values[at - 1]) >= 0);

/** Presses Enter, and waits until the page has followed its own address. */
async function entered(page) {
  await page.keyboard.press("Enter");
  await page.waitForTimeout(200);
}

/** Copies so many rows as CSV, and looks at what would be in the clipboard. */
async function copiedByKeyboard(page, left, found) {
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.copied = text; } } });
  });
  if (!(await tabTo(page, "#copy", found))) return;
  await entered(page);
  const lines = ((await page.evaluate(() => window.copied)) ?? "").split("\r\n");
  if (lines.length !== left + 2 || lines.at(-1) !== "") found(`${lines.length - 2} rows are copied, not ${left}`);
  if (!lines[0].startsWith("Indicator,")) found(`the copy begins with ${lines[0]}`);
  const said = await page.locator("#copied").textContent();
  if (said !== `${left} rows copied`) found(`of the copy the page says ${said}`);
}

/** Asks the page of children by keyboard: a figure, then a group, then a child, then back. */
async function askedByKeyboard(page, found) {
  const left = async () => (await page.locator(".listed:not([hidden]) tbody tr:not([hidden])").count());
  const said = async () => (await page.locator("#shown").textContent());
  if (!(await tabTo(page, "#figures td a", found))) return;
  await entered(page);
  const ofFigure = await left();
  if (!(await page.locator("#in-force a").count())) found("a figure does not filter");
  if (!(await tabTo(page, ".facet a:not([aria-current])", found))) return;
  await entered(page);
  if (await left() > ofFigure || await left() === 0) found(`a group leaves ${await left()} of ${ofFigure}`);
  if (!(await said()).startsWith(`${await left()} of `)) found(`the page says ${await said()}`);
  const focus = await page.evaluate(() => document.activeElement.dataset.at ?? document.activeElement.id);
  if (!focus) found("the focus is lost where a group is chosen");
  await copiedByKeyboard(page, await left(), found);
  // The child is left open, so that the rules are put to it too.
  for (const isLast of [false, true]) {
    if (!(await tabTo(page, ".listed tbody a", found))) return;
    await entered(page);
    if (await page.evaluate(() => document.activeElement.id) !== "one-heading") found("a child is not gone to");
    if (!(await page.locator("#one svg text").count())) found("a child has no timeline");
    if (!(await page.locator("#one .walk").count())) found("a child has no walk");
    if (isLast) return;
    await page.keyboard.press("Tab");
    await entered(page);
    if (await page.locator("#one").isVisible()) found("a child does not go away");
  }
}

/** Walks the page. */
export async function byKeyboard(page, found) {
  await tabTo(page, ".skip", found);
  await page.keyboard.press("Enter");
  if ((await page.evaluate(() => document.activeElement.id)) !== "main") found("the skip link does not lead to main");
  if (!(await page.locator("script").count())) return;
  if (await page.locator("#figures").count()) return askedByKeyboard(page, found);
  if (await page.locator("#filter").isHidden()) return found("the script does not show the filter");

  const all = (await rows(page, 0)).length;
  if (!(await tabTo(page, "#filter", found))) return;
  const [first] = await rows(page, 0);
  await page.keyboard.type(first.slice(0, 6));
  const left = await rows(page, 0);
  const said = await page.locator("#shown").textContent();
  if (!left.includes(first) || left.length === all) found(`the filter leaves ${left.length} of ${all}`);
  if (said !== `${left.length} of ${all} authorities`) found(`the filter says ${said}`);
  await page.locator("#filter").fill("");

  if (!(await tabTo(page, "#all thead th:nth-child(3) button", found))) return;
  for (const [sort, way] of [["ascending", 1], ["descending", -1]]) {
    await page.keyboard.press("Enter");
    const order = await rows(page, 2);
    const numbers = order.filter((value) => value !== null);
    if ((await page.locator(`#all th[aria-sort=${sort}]`).count()) !== 1) found(`nothing is said to be ${sort}`);
    if (!isUp(numbers.map(Number), way)) found(`the rows are not ${sort}`);
    if (order.slice(numbers.length).some((value) => value !== null)) found("what has no number is not last");
  }
}
