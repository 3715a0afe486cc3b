/* Draws the server's bit matrix: black on white, four modules of quiet zone, whole pixels per module. */
(function () {
  "use strict";

  const QUIET = 4;

  /* `bits` is base64 of the rows one after another, most significant bit first. → (row, column) → dark? */
  function reader(qr) {
    const bytes = atob(qr.bits);
    return (row, column) => {
      const index = row * qr.size + column;
      return (bytes.charCodeAt(index >> 3) >> (7 - (index & 7)) & 1) === 1;
    };
  }

  /* Fits the largest whole number of device pixels per module into `room` CSS pixels. */
  function draw(canvas, qr, room) {
    const ratio = window.devicePixelRatio || 1;
    const across = qr.size + 2 * QUIET;
    const module = Math.max(1, Math.floor(room * ratio / across));
    const side = module * across;
    const dark = reader(qr);
    canvas.width = side;
    canvas.height = side;
    canvas.style.width = canvas.style.height = side / ratio + "px";
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, side, side);
    pen.fillStyle = "#000000";
    for (let row = 0; row < qr.size; row += 1) {
      for (let column = 0; column < qr.size; column += 1) {
        if (dark(row, column)) pen.fillRect((column + QUIET) * module, (row + QUIET) * module, module, module);
      }
    }
  }

  self.screenQr = { draw: draw };
})();
