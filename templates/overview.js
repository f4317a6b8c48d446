
"use strict";
(() => {
  const table = document.getElementById("all");
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...body.rows];
  const shown = document.getElementById("shown");
  const field = document.getElementById("filter");
  const inEnglish = new Intl.Collator("en-GB", { numeric: true });

  // A cell with no number stands last, whichever way the others are put.
  const put = (column, way) => {
    const text = (row) => row.cells[column].textContent.trim();
    const number = (row) => row.cells[column].dataset.order;
    const isOfNumbers = column > 1;
    const compared = (one, other) => {
      if (!isOfNumbers) return way * inEnglish.compare(text(one), text(other));
      const [a, b] = [number(one), number(other)];
      if (a === undefined || b === undefined) return (a === undefined) - (b === undefined);
      return way * (a - b);
    };
    body.append(...[...rows].sort(compared));
  };

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      put(column, up ? 1 : -1);
    });
  });

  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLowerCase();
    let left = 0;
    for (const row of rows) {
      const names = `${row.cells[0].textContent} ${row.cells[1].textContent}`;
      row.hidden = !names.toLowerCase().includes(wanted);
      left += row.hidden ? 0 : 1;
    }
    shown.textContent = `${left} of ${rows.length} authorities`;
  });
  document.querySelector(".filter").hidden = false;
})();
