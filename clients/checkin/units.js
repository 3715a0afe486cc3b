/* The unit picker: the units expected at the point, a filter without marks, a search over all units. */
(function () {
  "use strict";

  const SEARCH_PAUSE_MS = 350;
  const FILTER_FROM = 6;

  /* "Điểu Ông" and "dieu ong" fold alike. */
  function fold(text) {
    return String(text).normalize("NFD").replace(/[\u0300-\u036f]/g, "")
      .replace(/[đĐ]/g, "d").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
  }

  function matches(query, text) {
    const inside = " " + fold(text);
    return fold(query).split(" ").every((word) => inside.indexOf(" " + word) >= 0);
  }

  /*
   * `search(query)` → promise of [{id, name, parent_name}] or null when it could not be asked;
   * `onChoose()` runs after a tap. → {offer(units), chosen(): {id: uuid | null, name} | null, clear()}.
   */
  function create(search, onChoose) {
    const at = (id) => document.getElementById(id);
    const filter = at("unit-filter");
    const list = at("unit-list");
    const count = at("unit-count");
    const other = at("unit-other");
    let expected = [];
    let shown = [];
    let everywhere = false;
    let choice = null;
    let asked = 0;
    let timer = null;

    function choose(unit) {
      choice = unit;
      at("unit-chosen-name").textContent = unit.name;
      at("unit-chosen").hidden = false;
      at("unit-picker").hidden = true;
      onChoose();
    }

    function row(unit) {
      const item = document.createElement("li");
      const button = document.createElement("button");
      const label = document.createElement("span");
      button.type = "button";
      button.className = "choice";
      button.setAttribute("data-unit", unit.id);
      label.textContent = unit.name;
      if (unit.parent_name) {
        const parent = document.createElement("small");
        parent.textContent = unit.parent_name;
        label.appendChild(parent);
      }
      button.appendChild(label);
      button.addEventListener("click", () => choose(unit));
      item.appendChild(button);
      return item;
    }

    function draw(units, sentence) {
      shown = units;
      list.textContent = "";
      units.forEach((unit) => list.appendChild(row(unit)));
      count.textContent = sentence;
    }

    function drawExpected() {
      const query = filter.value;
      const found = expected.filter((unit) => matches(query, unit.name + " " + (unit.parent_name || "")));
      draw(found, !query.trim() ? "" : found.length ? found.length + " đơn vị phù hợp"
        : "Không có trong danh sách của điểm này. Bấm «Đơn vị khác…» để tìm rộng hơn.");
    }

    async function drawEverywhere() {
      const query = filter.value.trim();
      asked += 1;
      const mine = asked;
      if (fold(query).length < 2) {
        draw([], "Gõ ít nhất 2 chữ của tên đơn vị.");
        return;
      }
      count.textContent = "Đang tìm…";
      const found = await search(query);
      if (mine !== asked || !everywhere) return;
      if (!found) draw([], "Chưa tìm được. Gõ lại để thử lần nữa, hoặc bấm «Không thấy đơn vị của tôi».");
      else draw(found, found.length ? "" : "Không có đơn vị nào phù hợp.");
    }

    function refresh() {
      clearTimeout(timer);
      if (everywhere) timer = setTimeout(drawEverywhere, SEARCH_PAUSE_MS);
      else drawExpected();
    }

    function lookEverywhere(on) {
      everywhere = on;
      asked += 1;
      other.textContent = on ? "Về danh sách của điểm này" : "Đơn vị khác…";
      at("unit-filter-row").hidden = !on && expected.length < FILTER_FROM;
      at("unit-filter-label").textContent = on ? "Gõ tên đơn vị, không cần dấu" : "Gõ vài chữ để tìm, không cần dấu";
      if (on) drawEverywhere();
      else drawExpected();
    }

    function open() {
      choice = null;
      at("unit-chosen").hidden = true;
      at("unit-picker").hidden = false;
    }

    filter.addEventListener("input", refresh);
    filter.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      if (shown.length === 1) choose(shown[0]);
    });
    other.addEventListener("click", () => {
      if (everywhere) filter.value = "";
      lookEverywhere(!everywhere);
      if (everywhere) filter.focus();
    });
    at("unit-none").addEventListener("click", () => {
      choose({ id: null, name: "Không thấy đơn vị – bí thư sẽ xếp giúp" });
    });
    at("unit-change").addEventListener("click", () => {
      open();
      (at("unit-filter-row").hidden ? list.querySelector("button") || other : filter).focus();
    });

    return {
      offer: function (units) {
        expected = units;
        lookEverywhere(false);
      },
      chosen: () => choice,
      clear: function () {
        filter.value = "";
        open();
        lookEverywhere(false);
      }
    };
  }

  self.checkinUnits = { create: create };
})();
