/* A file that was fetched with the tokens of the sign-in goes where the browser keeps downloads. */
(function () {
  "use strict";

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  self.officeSaving = { save };
})();
