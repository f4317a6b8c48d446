
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const made = (name, properties = {}, ...within) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...within);
    return element;
  };

  // What is shown stands in the address, so that it can be sent, kept as a bookmark and gone back to.
  const asked = () => new URLSearchParams(location.hash.slice(1));
  const address = (changes, from = asked()) => {
    for (const [key, value] of Object.entries(changes)) value === null ? from.delete(key) : from.set(key, value);
    return `#${from}`;
  };
  const link = (to, ...within) => made("a", { href: to }, ...within);

  // The groups of children, which several lists have in common, read out of their tables when they are first asked for.
  const groups = new Map();
  const groupsIn = (id) => {
    if (!groups.has(id)) {
      const table = byId(id).querySelector("table");
      const more = (row) => [...row.cells].slice(1);
      const byChild = new Map([...table.tBodies[0].rows].map((row) => [row.cells[0].textContent.trim(), more(row)]));
      groups.set(id, { heads: more(table.tHead.rows[0]), byChild });
    }
    return groups.get(id);
  };
  const copies = (cells) => cells.map((cell) => cell.cloneNode(true));

  // The lists of children, one an indicator, each read out of its table with the groups beside it.
  const sections = new Map([...document.querySelectorAll(".listed")].map((section) => [section.dataset.ni, section]));
  const read = new Map();
  const listOf = (ni) => {
    if (!read.has(ni)) {
      const section = sections.get(ni);
      const table = section.querySelector("table");
      const of = groupsIn(section.dataset.groups);
      table.tHead.rows[0].append(...copies(of.heads));
      table.classList.add("whole");
      const heads = [...table.tHead.rows[0].cells];
      const columns = heads.map((head, at) => ({ at, key: head.dataset.key, title: head.textContent.trim() }));
      const rows = [...table.tBodies[0].rows].map((row) => {
        const child = row.cells[0].textContent.trim();
        row.append(...copies(of.byChild.get(child)));
        const cells = [...row.cells].map((cell) => cell.textContent.trim());
        row.cells[0].replaceChildren(link("#", child));
        return { row, cells, child };
      });
      const isScored = columns.some((column) => column.title === "Score");
      read.set(ni, { ni, section, columns, rows, isScored, title: section.querySelector("h2").textContent });
    }
    return read.get(ni);
  };
  const values = (of, column) => of.cells[column.at].split("; ").filter((value) => value !== "");
  const isCounted = (of) => of.cells[1] === "both" || of.cells[1] === "denominator";
  const has = (of, column, wanted) =>
    wanted === "any" ? of.cells[column.at] !== "" : values(of, column).includes(wanted);

  const filtersOf = (list, query) => list.columns.filter((column) => column.key && query.has(column.key))
    .map((column) => ({ column, wanted: query.get(column.key) }));
  const passes = (of, filters, find, but) => filters.every(({ column, wanted }) => column === but || has(of, column, wanted))
    && of.child.toLowerCase().includes(find);

  // Groups in their own order; reasons and the like by how many children there are.
  const order = JSON.parse(byId("order").textContent);
  const inOrder = (column, groups) => {
    const place = ([value]) => order[column.key]?.indexOf(value) >>> 0;
    return [...groups].sort((one, other) => place(one) - place(other) || other[1].all - one[1].all);
  };

  // Groups of a column among the children that the other filters leave.
  const groupsOf = (list, column, filters, find) => {
    const groups = new Map();
    for (const of of list.rows) {
      if (!passes(of, filters, find, column)) continue;
      for (const value of values(of, column)) {
        const group = groups.get(value) ?? { all: 0, counted: 0, met: 0 };
        group.all += 1;
        group.counted += isCounted(of) ? 1 : 0;
        group.met += of.cells[1] === "both" ? 1 : 0;
        groups.set(value, group);
      }
    }
    return groups;
  };

  const SVG = "http://www.w3.org/2000/svg";
  const drawn = (name, attributes, text = "") => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    return element;
  };
  const bar = (whole, part, most) => {
    const svg = drawn("svg", { viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" });
    const width = (count) => (100 * count) / Math.max(most, 1);
    svg.append(drawn("rect", { class: "whole", width: width(whole), height: 6 }),
      drawn("rect", { class: "part", width: width(part), height: 6 }));
    return svg;
  };

  // Beyond these, the groups of a column are folded.
  const MANY = 9;
  // Columns that say how a child counts; the others are groups, of which the part in the numerator is shown.
  const OF_ANSWER = ["side", "why", "doubt", "flags", "watch"];
  const facet = (list, column, filters, query) => {
    const groups = groupsOf(list, column, filters, query.get("find")?.toLowerCase() ?? "");
    if (groups.size === 0) return [];
    const isOfAnswer = OF_ANSWER.includes(column.key) || list.isScored;
    const most = Math.max(...[...groups.values()].map((group) => (isOfAnswer ? group.all : group.counted)));
    const items = inOrder(column, groups).map(([value, { all, counted, met }]) => {
      const isOn = query.get(column.key) === value;
      const count = isOfAnswer ? `${all}` : counted ? `${met} of ${counted}` : `${all} not counted`;
      const to = link(address({ ni: list.ni, child: null, [column.key]: isOn ? null : value }),
        made("span", {}, value), made("span", { className: "count" }, count),
        bar(isOfAnswer ? all : counted, isOfAnswer ? all : met, most));
      to.dataset.at = `${column.key}=${value}`;
      if (isOn) to.setAttribute("aria-current", "true");
      return made("li", {}, to);
    });
    const listed = [made("ul", {}, ...items.slice(0, MANY))];
    if (items.length > MANY) {
      const isOpen = items.slice(MANY).some((item) => item.querySelector("[aria-current]"));
      listed.push(made("details", { open: isOpen },
        made("summary", {}, `${items.length - MANY} more`), made("ul", {}, ...items.slice(MANY))));
    }
    return [made("section", { className: "facet" }, made("h3", {}, column.title), ...listed)];
  };

  const inForce = (list, filters, query) => {
    const chips = filters.map(({ column, wanted }) => {
      const to = link(address({ [column.key]: null }), `${column.title}: ${wanted}`,
        made("span", { className: "off" }, "\u00d7"));
      to.dataset.at = `off=${column.key}`;
      to.querySelector(".off").ariaHidden = "true";
      to.append(made("span", { className: "unseen" }, ", take away"));
      return made("li", {}, to);
    });
    if (chips.length > 0) {
      const all = link(address({ ni: list.ni }, new URLSearchParams()), "Show all");
      all.className = "every";
      chips.push(made("li", {}, all));
    }
    byId("in-force").replaceChildren(...chips);
  };

  const showList = (query) => {
    const ni = sections.has(query.get("ni")) ? query.get("ni") : [...sections.keys()][0];
    const list = listOf(ni);
    const filters = filtersOf(list, query);
    const find = query.get("find")?.toLowerCase() ?? "";
    for (const [other, section] of sections) {
      section.hidden = other !== ni;
      section.toggleAttribute("data-now", other === ni);
    }
    list.section.querySelector("h2").hidden = true;
    let left = 0;
    for (const of of list.rows) {
      const isLeft = passes(of, filters, find);
      of.row.hidden = !isLeft;
      left += isLeft ? 1 : 0;
      of.row.toggleAttribute("data-now", of.child === query.get("child"));
      if (isLeft) of.row.cells[0].firstChild.href = address({ ni, child: of.child });
    }
    for (const row of byId("figures").tBodies[0].rows) row.toggleAttribute("data-now", row.dataset.ni === ni);
    byId("ask-heading").textContent = list.title;
    byId("shown").textContent = `${left} of ${list.rows.length} children`;
    if (byId("find") !== document.activeElement) byId("find").value = query.get("find") ?? "";
    inForce(list, filters, query);
    const open = list.columns.filter((column) => column.key);
    byId("facets").replaceChildren(...open.flatMap((column) => facet(list, column, filters, query)));
    return list;
  };

  // The words of timelines and walks: phrases with signs in the place of days, which are counted from the day of the figures.
  let data = null;
  const people = () => {
    if (data === null) {
      data = JSON.parse(byId("drawn").textContent);
      data.byChild = new Map(data.children.map((child) => [child[0], child]));
    }
    return data;
  };
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December"];
  const two = (number) => String(number).padStart(2, "0");
  const dateOf = (count) => {
    const [year, month, day] = people().origin;
    return new Date(Date.UTC(year, month - 1, day + count));
  };
  const asWritten = (sign, count) => {
    if (sign === "\ue003") return `${count}`;
    if (sign === "\ue004") return `${MONTHS[((count % 12) + 12) % 12]} ${people().origin[0] + Math.floor(count / 12)}`;
    const at = dateOf(count);
    const [day, name, year] = [at.getUTCDate(), MONTHS[at.getUTCMonth()], at.getUTCFullYear()];
    if (sign === "\ue000") return `${day} ${name} ${year}`;
    if (sign === "\ue001") return `${day} ${name.slice(0, 3)} ${year}`;
    return `${two(day)}/${two(at.getUTCMonth() + 1)}/${year}`;
  };
  const said = ([sequence, ...numbers], ends = []) => {
    let next = 0;
    const sign = (sign) => {
      const end = ["\ue005", "\ue006"].indexOf(sign);
      return end < 0 ? asWritten(sign, numbers[next++]) : asWritten("\ue001", ends[end]);
    };
    return people().sequences[sequence].map((phrase) => people().phrases[phrase].replace(/[\ue000-\ue006]/g, sign));
  };

  // A timeline, as `stocktake explain` draws it.
  const timeline = (into, first, parts) => {
    const { sizes, names, alike: [last, windowStart, window, asAt] } = people();
    const x = (count) => sizes.left
      + Math.floor(((Math.min(Math.max(count, first), last) - first) * (sizes.right - sizes.left)) / Math.max(last - first, 1));
    const today = x(1);
    // Marks with their dates in as few lines as keep them apart.
    const placed = (days) => {
      const free = [];
      const marks = days.map((count) => {
        const left = Math.min(Math.max(x(count) - sizes.date / 2, sizes.left), today - sizes.date);
        let lane = free.findIndex((end) => end <= left);
        if (lane < 0) lane = free.length;
        free[lane] = left + sizes.date;
        return { count, left, lane };
      });
      return { marks, height: sizes.mark + sizes.lane * free.length + 4 };
    };
    let bottom = sizes.top;
    const rows = parts.map(([place, all, earlier]) => {
      const { marks, height } = typeof all[0] === "number" ? placed(all) : { marks: [], height: sizes.row * all.length };
      const top = bottom;
      bottom += Math.max(height, earlier > 0 ? 2 * sizes.lane : 0) + sizes.gap;
      return { name: names[place], earlier, top, marks, bars: marks.length > 0 ? [] : all };
    });
    const svg = drawn("svg", { class: "timeline", role: "img", "aria-label": "Timeline",
      viewBox: `0 ${sizes.over - 4} ${sizes.width} ${bottom + sizes.below - sizes.over + 4}` });
    into.append(svg);
    const heard = [];
    const box = (left, top, right, under, kind) =>
      svg.append(drawn("rect", { x: left, y: top, width: right - left, height: under - top, class: kind }));
    const write = (left, top, text, kind = "") => {
      const words = drawn("text", { x: left, y: top + 13, class: kind }, text);
      svg.append(words);
      return words;
    };
    // Words that start at a place, or far enough before it to end before the day of the figures.
    const writeBefore = (left, top, text) => {
      const words = write(left, top, text);
      const latest = today - words.getComputedTextLength() - sizes.air;
      words.setAttribute("x", Math.max(Math.min(left, latest), sizes.left));
    };
    const ends = (from, to) => [x(from), Math.max(x(to ?? 1), x(from) + 3)];
    const drawYears = () => {
      box(x(windowStart), sizes.years, today, bottom, "ground");
      writeBefore(x(windowStart), sizes.over, window);
      for (let year = dateOf(first).getUTCFullYear(); year <= dateOf(last).getUTCFullYear(); year += 1) {
        const at = x(Math.round((Date.UTC(year, 0, 1) - dateOf(0)) / 86_400_000));
        box(at, sizes.years, at + 1, bottom, "line");
        write(at + 6, sizes.years + 2, `${year}`, "quiet");
      }
      box(today, sizes.years + sizes.lane, today + 2, bottom + 6, "day");
      writeBefore(today, bottom + 10, asAt);
    };
    const drawBar = ([from, to, ...rest], top) => {
      const away = Array.isArray(rest.at(-1)) ? rest.pop() : [];
      const [left, right] = ends(from, to);
      const [text] = said(rest, [from, to]);
      writeBefore(left, top, text);
      box(left, top + sizes.bar_top, right, top + sizes.bar_top + sizes.bar, "bar");
      for (const [start, end] of away) {
        const [left, right] = ends(start, end);
        box(left, top + sizes.bar_top + 4, right, top + sizes.bar_top + sizes.bar - 4, "away");
      }
      return text;
    };
    const drawMark = ({ count, left, lane }, top) => {
      const under = top + sizes.mark + sizes.lane * lane + 4;
      const middle = top + sizes.mark / 2;
      box(x(count), top + sizes.mark, x(count) + 1, under, "stem");
      svg.append(drawn("path", { class: "mark", d: `M${x(count)} ${middle - 7}l7 7l-7 7l-7-7z` }));
      write(left, under, asWritten("\ue001", count));
      return asWritten("\ue001", count);
    };
    drawYears();
    for (const { name, earlier, top, bars, marks } of rows) {
      write(sizes.margin, top, name, "name");
      if (earlier > 0) write(sizes.margin, top + sizes.lane, `${earlier} earlier`, "quiet");
      const all = [...bars.map((bar, at) => drawBar(bar, top + sizes.row * at)), ...marks.map((mark) => drawMark(mark, top))];
      heard.push(`${name}: ${all.join("; ")}.`);
    }
    svg.setAttribute("aria-label", `Timeline. ${heard.join(" ")}`);
  };

  const SIGNS = { "+": ["\u2713", "passed", "passed"], "-": ["\u2717", "failed", "not passed"], " ": ["\u00b7", "", ""] };
  const walk = (title, lines, isNow) => {
    const seen = lines.filter((line) => line[0] in SIGNS).map((line) => {
      const [sign, kind, word] = SIGNS[line[0]];
      const mark = made("span", { className: `sign ${kind}`, ariaHidden: "true" }, sign);
      return made("li", {}, mark, line.slice(1), made("span", { className: "unseen" }, word && `, ${word}`));
    });
    const told = lines.filter((line) => !(line[0] in SIGNS))
      .map((line) => made("p", { className: line[0] === "=" ? "said" : "doubt" }, line.slice(1)));
    const section = made("section", { className: "walk" }, made("h3", {}, title), ...(seen.length ? [made("ul", {}, ...seen)] : []), ...told);
    section.toggleAttribute("data-now", isNow);
    return section;
  };
  const showOne = (list, query) => {
    const section = byId("one");
    const id = query.get("child");
    const child = id && people().byChild.get(id);
    section.hidden = !child;
    if (!child) return section.replaceChildren();
    const [, about, first, parts, walks] = child;
    const walkAt = (place) => (typeof walks[place] === "number" ? walks[walks[place]] : walks[place]);
    const shown = list.rows.filter((of) => !of.row.hidden).map((of) => of.child);
    const at = shown.indexOf(id);
    const to = (place, words) => (shown[place] && at >= 0 ? [link(address({ child: shown[place] }), words)] : []);
    const scroll = made("div", { className: "scroll", tabIndex: 0, role: "group", ariaLabel: "Timeline" });
    const ways = made("p", { className: "ways" }, link(address({ child: null }), "Back to the list"),
      ...to(at - 1, "Child before"), ...to(at + 1, "Next child"));
    const titles = people().indicators;
    section.replaceChildren(made("h2", { id: "one-heading", tabIndex: -1 }, `Child ${id}`),
      ...said(about).map((words) => made("p", { className: "about" }, words)), ways, scroll,
      made("div", { className: "walks" }, ...walks.map((_, place) =>
        walk(titles[place], said(walkAt(place)), titles[place] === list.title))));
    timeline(scroll, first, parts);
  };

  let before = null;
  const show = () => {
    const focus = document.activeElement?.dataset?.at;
    const query = asked();
    const list = showList(query);
    showOne(list, query);
    const child = query.get("child");
    const isOther = child !== before;
    before = child;
    if (isOther && child && !byId("one").hidden) byId("one-heading").focus();
    else if (isOther && !child) byId("ask-heading").focus();
    else if (focus) (document.querySelector(`[data-at="${CSS.escape(focus)}"]`) ?? byId("ask-heading")).focus();
  };

  const inCsv = (cell) => {
    const safe = /^[=+\-@\t\r]/.test(cell) && !/^-?[0-9.]+$/.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const copy = async () => {
    const list = showList(asked());
    const heads = ["Indicator", ...list.columns.map((column) => column.title)];
    const rows = list.rows.filter((of) => !of.row.hidden).map((of) => [list.ni, ...of.cells]);
    await navigator.clipboard.writeText([heads, ...rows].map((row) => `${row.map(inCsv).join(",")}\r\n`).join(""));
    return rows.length;
  };
  byId("copy").addEventListener("click", () => copy().then(
    (rows) => { byId("copied").textContent = `${rows} rows copied`; },
    () => { byId("copied").textContent = "the browser does not let this page copy"; }));
  byId("print").addEventListener("click", () => window.print());
  byId("find").addEventListener("input", () => {
    const find = byId("find").value.trim();
    history.replaceState(null, "", address({ find: find || null, child: null }));
    show();
  });

  for (const row of byId("figures").tBodies[0].rows) {
    const { ni } = row.dataset;
    if (!sections.has(ni)) continue;
    const of = (changes) => address({ ni, ...changes }, new URLSearchParams());
    row.cells[0].replaceChildren(link(of({}), ...row.cells[0].childNodes));
    for (const cell of row.querySelectorAll("td[data-key]")) {
      if (cell.textContent.trim() === "0") continue;
      cell.replaceChildren(link(of({ [cell.dataset.key]: cell.dataset.value ?? "any" }), cell.textContent.trim()));
    }
  }
  if (sections.size > 0) {
    byId("ask").hidden = false;
    window.addEventListener("hashchange", show);
    show();
  }
})();
