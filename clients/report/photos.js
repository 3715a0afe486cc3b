/* Pictures from the hall: those at the server, and those that wait for the line. */
(function () {
  "use strict";

  const page = self.officePage;
  const session = self.officeSession;
  const sheet = self.officeSheet;
  const queue = self.reportQueue;
  const shrinking = self.reportShrinking;
  const sitting = self.reportSitting;
  const now = sitting.now;
  const at = page.at;

  const MOST = 20; // of a report
  const seen = {}; // what was sent from here or looked at, as data, by the picture's id

  function small(where, text, act) {
    const made = where.appendChild(page.element("button", text, "quiet"));
    made.type = "button";
    page.onTap(made, act);
    return made;
  }

  async function look(photo) {
    const answer = await session.own("GET", photo.url.replace("/api/v1", ""), null);
    if (!answer) return;
    seen[photo.id] = await shrinking.asAddress(answer.body);
    draw();
  }

  async function remove(photo) {
    if (!await session.own("DELETE", "/photos/" + photo.id, null)) return;
    now.report.photos = now.report.photos.filter((each) => each.id !== photo.id);
    delete seen[photo.id];
    draw();
    page.tell("good", "removed", "Đã bỏ ảnh", "");
  }

  function kept(photo, place) {
    const item = page.element("li", "");
    item.setAttribute("data-tone", "good");
    item.appendChild(page.element("b", "Ảnh " + (place + 1) + ": đã gửi"));
    item.appendChild(page.element("span", self.officeWords.clockTime(photo.added_at)));
    if (seen[photo.id]) {
      const image = item.appendChild(document.createElement("img"));
      image.src = seen[photo.id];
      image.alt = "Ảnh " + (place + 1);
    }
    const pair = item.appendChild(page.element("div", "", "pair"));
    if (!seen[photo.id]) small(pair, "Xem", () => look(photo));
    if (sitting.mayWrite()) {
      small(pair, "Bỏ ảnh này", () => {
        sheet.open("Bỏ ảnh " + (place + 1) + "?", "Ảnh bị xóa khỏi máy chủ.", [sheet.choice("Đúng, bỏ ảnh", () => page.run(() => remove(photo), at("photo-take")), "yes")]);
      });
    }
    return item;
  }

  function waiting(item, place) {
    const made = page.element("li", "");
    made.setAttribute("data-tone", "wait");
    const words = item.isSending ? "đang gửi " + item.percent + " %" : item.tried ? "máy tự gửi lại" : "chờ gửi";
    made.appendChild(page.element("b", "Ảnh " + (place + 1) + ": " + words));
    if (item.isSending) {
      const bar = made.appendChild(document.createElement("progress"));
      bar.max = 100;
      bar.value = item.percent;
      bar.setAttribute("aria-label", "Ảnh " + (place + 1) + " đã gửi được");
    } else {
      small(made, "Thôi, không gửi ảnh này", () => queue.cancel(item));
    }
    return made;
  }

  function draw() {
    if (!now.report) return;
    const isSecret = sitting.isSecret(now.report.conference_id, now.report.session_id);
    const photos = now.report.photos;
    const left = queue.of(now.report.id);
    at("photos").hidden = isSecret || (!sitting.mayWrite() && !photos.length);
    at("photo-take").hidden = !sitting.mayWrite() || photos.length + left.length >= MOST;
    at("share-collage-open").hidden = !photos.length;
    const list = at("photo-list");
    list.textContent = "";
    photos.forEach((each, place) => list.appendChild(kept(each, place)));
    left.forEach((each, place) => list.appendChild(waiting(each, photos.length + place)));
  }

  function bar() {
    const count = queue.count();
    const keeps = queue.isAllKept() ? "" : " Máy này không giữ được ảnh: đừng đóng trang.";
    at("unsent").textContent = count ? count + " ảnh chưa gửi" + (queue.stuck() ? self.officeParts.resending(queue.stuck()) : "") + "." + keeps : "";
    at("bar").hidden = !count;
  }

  async function take(files) {
    const room = MOST - now.report.photos.length - queue.of(now.report.id).length;
    const report = now.report.id;
    for (let i = 0; i < Math.min(room, files.length); i += 1) {
      await queue.add(report, await shrinking.shrink(files[i]), files[i].name || "anh.jpg");
    }
    if (files.length > room) page.tell("wait", "too_many", "Mỗi báo cáo nhiều nhất " + MOST + " ảnh", "Máy nhận " + room + " ảnh đầu.");
  }

  async function done(item, photo) {
    if (!now.report || now.report.id !== item.report) return;
    seen[photo.id] = await shrinking.asAddress(item.blob);
    if (!now.report.photos.some((each) => each.id === photo.id)) now.report.photos.push(photo); // the same picture twice is one
    draw();
  }

  queue.settle(done, (item, answer) => page.refuse(answer));
  queue.watch(() => {
    bar();
    draw();
  });

  /* The browser opens the chooser only while it is being tapped. */
  at("photo-take").addEventListener("click", () => at("photo-files").click());
  at("photo-files").addEventListener("change", (event) => {
    const files = Array.from(event.target.files);
    event.target.value = ""; // the same picture can be chosen again
    if (files.length) page.run(() => take(files), at("photo-take"));
  });

  function forget() {
    Object.keys(seen).forEach((each) => { delete seen[each]; });
  }

  self.reportPhotos = { draw, forget };
})();
